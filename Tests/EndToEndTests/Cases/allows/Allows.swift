import Accord

let allowsContract = Contract("Methods", .header("X-Client", "tests")) {
  Resource("/users", .allows(.get, .post)) {
    Get("/users").expect(200)
  }
  Resource("/users/{id}", .allows(.get, .delete), .example("id", "1")) {
    Get("/users/1").expect(200)
    Delete("/users/1").expect(.oneOf(204, 404))
  }
  Resource("/private", .allows(.get))
}
