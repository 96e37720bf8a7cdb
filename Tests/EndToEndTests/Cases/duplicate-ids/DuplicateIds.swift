import Accord

let duplicateIdsContract = Contract("Two alike") {
  Get("/users").expect(200)
  Get("/users").query("limit", "1").expect(200)
  Get("/users").expect(200)
}
