import Accord

let cookiesContract = Contract("Cookies") {
  Scenario("They are kept where that is asked for", .cookies) {
    Post("/login").expect(204)
    Get("/me").expect(200) { Text("session=abc") }
  }
  Scenario("They are not kept otherwise") {
    Post("/login").expect(204)
    Get("/me").expect(200) { Text("") }
  }
}
