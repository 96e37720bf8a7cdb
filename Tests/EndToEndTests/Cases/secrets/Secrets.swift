import Accord

private let token = Variable("token", .secret)
private let password = Variable("password")
private let session = Variable("session", .secret)

/// A server that tells everything that it is told.
let secretsContract = Contract("Secrets") {
  Get("/query").query("token", "\(token)").expect(200) { Text("nothing") }
  Get("/bearer").header("X-Token", "\(password)").expect(200) { JSON(["token": "another"]) }
  Get("/basic").auth(.basic(user: "anna", password: "\(password)")).expect(404)
  Post("/json").json(["token": "\(token)"]).expect(200) { JSON(["token": .integer]) }
  Post("/form").form(["password": "\(password)"]).expect(200) { Text("nothing") }
  Scenario("A captured secret") {
    Post("/login").expect(201) { Capture(session, .json("$.session")) }
    Get("/sessions/\(session)").expect(404)
  }
}
