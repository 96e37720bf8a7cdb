import Accord

private let filler = String(repeating: "The quick brown fox jumps over the lazy dog. ", count: 12)
private let token = Variable("token", .secret)

/// Something of each kind that reports tell of: what shards are to tell together as one run does.
let mergedContract = Contract("Merged") {
  Resource("/users", .allows(.get, .post)) {
    Get("/users").expect(200) {
      Header("X-Version", .equal(to: "2"))
      JSON(["users": .each(["id": .integer, "name": .string])])
    }
    Post("/users").json(["name": "Anna"]).expect(201) { JSON(["id": .integer]) }
  }
  Resource("/prices") {
    Get("/prices").expect(200) { JSON(["prices": .each(["amount": .number])]) }
    Get("/prices").named("as text").expect(200) { Text(.equal(to: filler)) }
  }
  Get("/query").query("token", "\(token)").expect(200) { Text("nothing") }
  Get("/fails").expect(200)
  Get("/octets").expect(404)
  Get("/errs").expect(200)
  Get("/old").followRedirects().expect(404)
  Get("/left-out").disabled("ABC-12: not there yet").expect(200)
  Get("/observed")
  Get("/known").knownIssue("ABC-34: answers 500").expect(200)
  Get("/fixed").knownIssue("ABC-56: was mended").expect(200)
  Scenario("A user is added and found") {
    Post("/people").json(["name": "Berta"]).expect(201)
    Get("/people/1").expect(200) { JSON(["name": "Anna"]) }
    Get("/people/2").expect(200)
  }
  Scenario("All is well") {
    Get("/well").expect(200)
    Get("/well/again").expect(204)
  }
  // Last, since it waits before it is sent again, and others would be done before it.
  Get("/flaky").retry(upTo: 2).expect(200)
}
