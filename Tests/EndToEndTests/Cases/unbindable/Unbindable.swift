import Accord

private let token = Variable("token")
private let user = Variable("user")

let unbindableContract = Contract("Nothing binds it") {
  Get("/me").auth(.bearer(token)).expect(200)
  Scenario("Too late") {
    Get("/users/\(user)").expect(200)
    Post("/users").expect(201) { Capture(user, .json("$.id")) }
  }
}
