import Accord

extension Tag { fileprivate static let slow: Tag = "slow" }

private let order = Variable("order")

let tagContract = Contract("Tags and methods") {
  Resource("/users", .tags("smoke")) {
    Get("/users").expect(200)
    Post("/users").tags(.slow).expect(201)
  }
  Resource("/users/{id}") {
    Get("/users/1").tags("smoke").expect(200)
    Delete("/users/1").disabled("ABC-1: removes too much").expect(204)
    Get("/users/0").named("nobody").expect(.clientError)
  }
  Scenario("An order", .tags("orders")) {
    Post("/orders").expect(201) { Capture(order, .json("$.id")) }
    Cleanup { Delete("/orders/\(order)").expect(204) }
    Get("/orders/\(order)").tags(.slow).expect(200)
  }
  Get("/health")
}
