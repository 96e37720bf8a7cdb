import Accord

/// A user's JSON.
///
/// The object is closed: a member that is not named here, such as a password, is one too many.
let anyUser: JSONPattern = .exactly([
  "id": .integer(1...), "name": .string, "email": .optional(.email),
])

let users = Resource("/users", .allows(.get, .post)) {
  Get("/users").tags(.smoke).expect(200) {
    representation("application/json")
    Header(.link, .all(.containsText(#"rel="first""#), .containsText(#"rel="next""#)))
    JSON([
      "users": .all(.count(10), .each(anyUser)),
      "page": 1, "limit": 10, "total": .integer(25...),
    ])
    Within(.milliseconds(500))
  }
  Get("/users?limit=5&page=2").expect(200) {
    Header(.link, .containsText(#"</users?limit=5&page=1>; rel="prev""#))
    JSON(["page": 2, "limit": 5])
    // The same said by a JSON Schema, where there is one already.
    JSONSchema("Fixtures/api.json#/$defs/users", formats: .assertion)
    JSON("$.users[*].id", [6, 7, 8, 9, 10])
  }
  Get("/users?limit=100").expect(200) {
    JSON("$.users", .contains(["name": "Ada", "email": "ada@example.com"]))
    Check("total counts the users") { answer in
      let count = try answer.json("$.users").elements.count
      return try answer.json("$.total") == count
    }
  }
  Get("/users?page=1000").expect(200) {
    Header(.link, .not(.containsText(#"rel="next""#)))
    JSON(["users": [], "page": 1000])
  }
  for query in ["limit=0", "limit=101", "page=last"] {
    Get("/users?\(query)").expect(400) { problem }
  }
  conditions(on: "/users")

  refusals(of: Post("/users"))
  Post("/users").json(["name": "Zoe"]).header(.ifMatch, stale).expect(412) { problem }
  Options("/users").expect(204) {
    Header(.allow, "GET, HEAD, POST, OPTIONS")
    Header(.acceptPost, "application/json")
    NoBody()
  }
}

let user = Resource("/users/{id}", .example("id", 1), .allows(.get, .put, .patch, .delete)) {
  Get("/users/1").tags(.smoke).expect(200) {
    representation("application/json")
    JSON(anyUser)
    JSON(["id": 1, "name": "Ada", "email": "ada@example.com"])
  }
  Head("/users/1").expect(200) {
    Header(.contentLength, .integer)
    Header(.eTag, .any)
    NoBody()
  }
  conditions(on: "/users/1")

  // The users that the shop opens with stay as they are: what is changed is made by its scenario.
  refusals(of: Put("/users/1"))
  refusals(of: Patch("/users/1"), as: mergePatchType)

  for (id, status) in strangeIDs {
    Get("/users/\(id)").expect(status) { problem }
    Put("/users/\(id)").json(["name": "Zoe"]).expect(status) { problem }
    Patch("/users/\(id)").mergePatch(["name": "Zoe"]).expect(status) { problem }
    Delete("/users/\(id)").expect(status) { problem }
  }
  Options("/users/1").expect(204) {
    Header(.allow, "GET, HEAD, PUT, PATCH, DELETE, OPTIONS")
    Header(.acceptPatch, mergePatchType)
  }
}

let userID = Variable("user")
/// A link is resolved against the answer that it came with, and can be followed: `Get(userLink)`.
let userLink = Variable("userLink", .link)
/// Nobody binds this one, so it is counted: no two runs of a scenario have the same guest.
let guest = Variable("guest", .counter)

let userLifecycle = Scenario("A user is created, replaced, changed and removed") {
  Post("/users").json(["name": "Guest \(guest)", "email": "guest@example.com"]).expect(201) {
    JSON(["id": .integer(1...), "name": "Guest \(guest)", "email": "guest@example.com"])
    Capture(userID, .json("$.id"))
    Capture(userLink, .header(.location))
    Header(.location, "/users/\(userID)")
  }
  Cleanup { Delete("/users/\(userID)").expect(.oneOf(204, 404)) }

  Get(userLink).expect(200) {
    JSON(.exactly(["id": .variable(userID), "name": "Guest \(guest)", "email": .email]))
  }
  // A patch leaves alone what it does not name (RFC 7396) …
  Patch("/users/\(userID)").mergePatch(["name": "Grace"]).expect(200) {
    JSON(["name": "Grace", "email": "guest@example.com"])
  }
  Get("/users/\(userID)").expect(200) { JSON(["name": "Grace", "email": "guest@example.com"]) }
  // … and a PUT is the whole new state (RFC 9110 section 9.3.4).
  Put("/users/\(userID)").json(["name": "Hopper"]).expect(200) {
    JSON(["id": .variable(userID), "name": "Hopper", "email": .absent])
  }
  Get("/users/\(userID)").expect(200) { JSON(["name": "Hopper", "email": .absent]) }
  Delete("/users/\(userID)").expect(204) { NoBody() }
  Get("/users/\(userID)").expect(404) { problem }
}

let userTag = Variable("userTag")

let userUnderConditions = Scenario("A user is changed only in the state that was seen") {
  Post("/users").json(["name": "Guest \(guest)"]).expect(201) {
    Capture(userID, .json("$.id"))
    Capture(userTag, .header(.eTag))
  }
  Cleanup { Delete("/users/\(userID)").expect(.oneOf(204, 404)) }

  Get("/users/\(userID)").expect(200) { Header(.eTag, .variable(userTag)) }
  Get("/users/\(userID)").header(.ifNoneMatch, "\(userTag)").expect(304) { NoBody() }

  // A step is a value: what two have in common is said once.
  let change = Patch("/users/\(userID)").mergePatch(["name": "Grace"])
  change.header(.ifMatch, stale).expect(412) { problem }
  change.header(.ifMatch, "\(userTag)").expect(200) { JSON(["name": "Grace"]) }
  Get("/users/\(userID)").header(.ifNoneMatch, "\(userTag)").expect(200) {
    Header(.eTag, .not(.variable(userTag)))
  }
  Put("/users/\(userID)").json(["name": "Hopper"]).header(.ifMatch, "\(userTag)").expect(412) {
    problem
  }
  Delete("/users/\(userID)").header(.ifMatch, "\(userTag)").expect(412) { problem }
  Get("/users/\(userID)").expect(200) { JSON(["name": "Grace"]) }
}
