import Accord

private let name = Variable("name")
private let next = Variable("next", .link)

/// A server that wants requests to go elsewhere.
let captureHostileContract = Contract("Hostile captures") {
  Scenario("A path that climbs") {
    Get("/dots").expect(200) { Capture(name, .json("$.name")) }
    Delete("/users/\(name)").expect(204)
  }
  Scenario("A path that ends early") {
    Get("/slashes").expect(200) { Capture(name, .json("$.name")) }
    Delete("/users/\(name)").expect(204)
  }
  Scenario("A link to another host") {
    Get("/link").expect(200) { Capture(next, .json("$.next")) }
    Get(next).expect(200)
  }
}
