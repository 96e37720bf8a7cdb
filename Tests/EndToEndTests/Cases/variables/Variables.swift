import Accord

private let id = Variable("id", .integer)
private let name = Variable("name", .default("Anna"))

let variablesContract = Contract("Variables") {
  Get("/users/\(id)").expect(200) { JSON(["id": .variable(id)]) }
  Get("/named").query("name", "\(name)").expect(200) { Text("\(name)") }
}
