import Accord

let statusContract = Contract("Statuses") {
  Get("/teapot").named("one").expect(200)
  Get("/teapot").named("of several").expect(.oneOf(200, 204, 301))
  Get("/teapot").named("of a range").expect(.in(200...206))
  Get("/teapot").named("of a class").expect(.success)
  Get("/unheard-of").named("without a reason").expect(404)
  Get("/server-error").named("a problem document").expect(200) {
    JSON(["id": 1])
  }
}
