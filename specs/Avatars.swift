import Accord

let avatar = Resource("/users/{id}/avatar", .example("id", 1), .allows(.get, .put, .delete)) {
  Get("/users/1/avatar").expect(404) { problem }
  for (id, status) in strangeIDs {
    Put("/users/\(id)/avatar").body(.bytes(jpeg), type: "image/jpeg").expect(status) { problem }
  }
  Get("/users/abc/avatar").expect(400) { problem }
  Delete("/users/abc/avatar").expect(400) { problem }
  Put("/users/1/avatar").body(.bytes(tooMuch), type: "image/png").expect(413) { problem }
  Put("/users/1/avatar").body(.text("<svg/>"), type: "image/svg+xml").expect(415) {
    problem
    Header(.accept, "image/png, image/jpeg")
  }
}

let avatarTag = Variable("avatarTag")

/// The beginning and the end of a picture, with nothing between them.
let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xD9]

let avatarLifecycle = Scenario("An avatar is stored octet by octet, replaced and removed") {
  Post("/users").json(["name": "Guest \(guest)"]).expect(201) {
    Capture(userID, .json("$.id"))
  }
  Cleanup { Delete("/users/\(userID)").expect(.oneOf(204, 404)) }

  // A file is looked for beside this one.
  Put("/users/\(userID)/avatar").body(.file("Fixtures/ada.png"), type: "image/png").expect(201) {
    Capture(avatarTag, .header(.eTag))
    NoBody()
  }
  Get("/users/\(userID)/avatar").expect(200) {
    representation("image/png")
    Header(.eTag, .variable(avatarTag))
    Body(.file("Fixtures/ada.png"))
  }
  conditions(on: "/users/\(userID)/avatar")

  let replacement = Put("/users/\(userID)/avatar").body(.bytes(jpeg), type: "image/jpeg")
  replacement.header(.ifMatch, stale).expect(412) { problem }
  replacement.header(.ifMatch, "\(avatarTag)").expect(204) { NoBody() }
  Get("/users/\(userID)/avatar").expect(200) {
    Header(.contentType, "image/jpeg")
    Body(.bytes(jpeg))
  }
  Delete("/users/\(userID)/avatar").header(.ifMatch, "\(avatarTag)").expect(412) { problem }
  Delete("/users/\(userID)/avatar").expect(204) { NoBody() }
  Delete("/users/\(userID)/avatar").expect(404) { problem }
}
