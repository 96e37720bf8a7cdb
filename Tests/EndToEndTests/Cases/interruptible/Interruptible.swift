import Accord

private let order = Variable("order")

/// What SignalTests stop in the middle; here it may end.
let interruptibleContract = Contract("Interruptible") {
  Scenario("An order") {
    Post("/orders").expect(201) { Capture(order, .json("$.id")) }
    Cleanup { Delete("/orders/\(order)").expect(204) }
    Get("/orders/\(order)/details").expect(200)
    Get("/orders/\(order)").expect(200)
  }
  Get("/health").expect(200)
}
