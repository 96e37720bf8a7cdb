import Accord

/// Steps that observe, and one that expects any success.
let compareContract = Contract("Compare") {
  Get("/status")
  Get("/users")
  Get("/page")
  Get("/created").expect(.success)
  Get("/new")
}
