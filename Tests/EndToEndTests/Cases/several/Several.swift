import Accord

let severalContract = Contract("Several mismatches") {
  Post("/orders").json(["product": 7, "note": "it's \"urgent\""]).expect(201) {
    Header(.location, .matches("^/orders/[0-9]+$"))
    NoHeader("X-Powered-By")
    JSON([
      "id": .integer, "product": 7,
      "status": "open",
      "lines": .each(["quantity": .integer(1...)]),
    ])
    JSON("$.total", .number(0...))
  }
}
