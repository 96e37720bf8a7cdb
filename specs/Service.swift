import Accord

// `.allows` states the complete set of a resource's methods. Of the others, those that change nothing
// are probed, each in a step of its own: they must be answered 405 with an `Allow` that lists the set.
let health = Resource("/health", .allows(.get), .tags(.smoke)) {
  Get("/health").expect(200) {
    representation("application/json")
    JSON(.exactly(["status": "ok"]))
    Within(.milliseconds(500))
  }
  conditions(on: "/health")

  // TRACE would show a client's credentials to whoever can make it ask: it is never probed unasked.
  Request(.trace, "/health").expect(405) {
    Header(.allow, "GET, HEAD, OPTIONS")
    problem
  }
}

let me = Resource("/me", .allows(.get)) {
  Get("/me").expect(307) {
    Header(.location, "/users/1")
    NoBody()
  }
  Get("/me").followRedirects().expect(200) {
    JSON(["id": 1, "name": "Ada"])
  }
}

let outsideOfTheAPI = Group("Outside of the API") {
  for path in ["/", "/users/1/friends"] {
    Get(path).expect(404) { problem }
  }
  Request("BREW", "/users").expect(501) { problem }

  // Nothing is promised about parameters that nobody documented. A step without `expect` only
  // observes: it is recorded, so that two runs can be compared.
  Get("/products").query("sort", "price")
}
