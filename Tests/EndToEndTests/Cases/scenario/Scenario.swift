import Accord

private let order = Variable("order")

let scenarioContract = Contract("Scenarios") {
  Scenario("A failure ends it, and what was made is removed") {
    Post("/orders").expect(201) { Capture(order, .json("$.id")) }
    Cleanup { Delete("/orders/\(order)").expect(204) }
    Get("/orders/\(order)").expect(200)
    Put("/orders/\(order)").json(["status": "paid"]).expect(200)
    Cleanup {
      Delete("/log").expect(.oneOf(204, 404))
    }
    Get("/orders/\(order)").named("is it paid?").expect(200)
  }
  Scenario("All goes well") {
    Get("/health").expect(200)
  }
}
