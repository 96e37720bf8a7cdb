import Accord

private let number = Variable("number")

/// Everything that is wrong is told at once.
let unusableContract = Contract("Unusable", .serialized) {
  Get("/users").expect(200) {
    Header(.location, .matches("^/users/[0-9+$"))
    JSON("$.users[", .any)
    JSON("$[?match(@.name, '(?i)a')]", .any)
    JSON(["id": 1, "name": "Anna", "id": 2])
  }
  Get("/users/a b").expect(200)
  Get("/twice").timeout(.seconds(1)).timeout(.seconds(2)).expect(200)
  Request("GE T", "/method").expect(200)
  Get("/field").header("X-Bad:", "1").expect(200)
  Get("/late").timeout(.seconds(-1)).expect(200)
  Get(number).expect(200)
  Post("/upload").body(.file("nowhere.bin")).expect(201)
  Resource("/empty") {}
  Resource("/users/{id}", .allows(.get)) { Get("/users/1").expect(200) }
  Group("Nothing in it") {}
  Scenario("Not a place for it", .baseURL("http://example.com")) { Get("/").expect(200) }
}
