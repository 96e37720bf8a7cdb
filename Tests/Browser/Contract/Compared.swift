import Accord

/// A run that is compared with one of the day before and has a list of known failures: a step for each
/// kind of change, and for each thing that a list may say.
let compared = Contract("Market API, a day later") {
  observed
  expected
  listed
}

let observed = Group("Observed") {
  Get("/day/status")
  Get("/day/offers")
  Get("/day/page")
  Get("/day/same")
}

let expected = Group("Expected") {
  Get("/day/prices").expect(200) { JSON("$.prices[*].amount", .each(.number)) }
  Post("/day/orders").json(["product": 1]).expect(.success)
  Get("/day/profile").expect(200) {
    JSON(["user": ["id": .integer, "name": .string]])
  }
}

let listed = Group("Listed as known to fail", .tags("known")) {
  Get("/day/known").expect(200)
  Get("/day/fixed").expect(200)
  Get("/day/expired").expect(200)
  Get("/day/besides").expect(200) {
    Header(.cacheControl, "max-age=60")
    JSON(["state": "open"])
  }
}
