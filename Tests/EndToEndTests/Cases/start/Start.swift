import Accord

let startContract = Contract("The Shop") {
  Resource("/users") {
    Get("/users").expect(200) { JSON(["users": .each(["id": .integer])]) }
    Get("/users/0").expect(404)
  }
}
