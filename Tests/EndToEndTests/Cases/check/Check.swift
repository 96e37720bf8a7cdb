import Accord

private struct Unbalanced: Error, CustomStringConvertible {
  let description = "the sum is 5 and the parts make 6"
}

let checkContract = Contract("Checks") {
  Get("/sum").expect(200) {
    Check("holds") { response in try response.json("$.total") == 5 }
    Check("the total is even") { response in
      try response.json("$.total").int.map { $0.isMultiple(of: 2) } ?? false
    }
    Check("the parts add up") { _ in throw Unbalanced() }
    Check("there is a currency") { response in try response.json("$.currency") == "EUR" }
  }
}
