import Accord

let orders = Resource("/orders", .allows(.post)) {
  refusals(of: Post("/orders"))
  Post("/orders").json(["product": 7, "quantity": 2]).header(.ifMatch, stale).expect(412) {
    problem
  }
}

let order = Resource("/orders/{id}", .example("id", 0), .allows(.get)) {
  for (id, status) in strangeIDs {
    Get("/orders/\(id)").expect(status) { problem }
  }
}

let orderID = Variable("order")

let orderLifecycle = Scenario("An order is accepted at once and ready in a moment") {
  Post("/orders").json(["product": 7, "quantity": 2]).expect(202) {
    JSON(["id": .integer(1...), "product": 7, "quantity": 2, "status": "pending"])
    Capture(orderID, .json("$.id"))
    Header(.location, "/orders/\(orderID)")
  }
  // The step is sent again until everything fits, for three seconds at most.
  Get("/orders/\(orderID)").eventually(within: .seconds(3), every: .milliseconds(50)).expect(200) {
    representation("application/json")
    JSON(["id": .variable(orderID), "status": "ready"])
  }
  conditions(on: "/orders/\(orderID)")
}
