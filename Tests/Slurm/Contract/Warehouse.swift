import Accord

/// What Tests/Slurm/run splits over the tasks of an array.
///
/// Single steps, and scenarios that need what they made themselves.
let warehouse = Contract("Warehouse") {
  shelves
  for number in 1...6 { order(number) }
}

private let shelves = Resource("/shelves/{id}", .example("id", 1)) {
  for number in 1...24 {
    Get("/shelves/\(number)").expect(200) { JSON(["id": .integer(1...)]) }
  }
}

private func order(_ number: Int) -> Scenario {
  let order = Variable("order")
  return Scenario("Order \(number) is placed and removed") {
    Post("/orders").json(["shelf": 3]).expect(201) { Capture(order, .json("$.id")) }
    Cleanup { Delete("/orders/\(order)").expect(204) }
    Get("/orders/\(order)").expect(200)
  }
}
