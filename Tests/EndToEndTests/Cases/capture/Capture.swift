import Accord

private let id = Variable("id")
private let count = Variable("count", .integer)
private let missing = Variable("missing")
private let next = Variable("next", .link)

let captureContract = Contract("Captures") {
  Scenario("A captured value is used") {
    Get("/users").expect(200) {
      Capture(id, .json("$.users[0].id"))
      Capture(next, .header(.location))
    }
    Get("/users/\(id)").expect(200) { JSON(["id": .variable(id)]) }
    Get(next).expect(200)
  }
  Scenario("Nothing to capture") {
    Get("/users").expect(200) {
      Capture(missing, .json("$.users[0].mail"))
      Capture(count, .json("$.users[0].name"))
      Capture(id, .json("$.users[*].id"))
    }
    Get("/users/\(missing)").expect(200)
  }
}
