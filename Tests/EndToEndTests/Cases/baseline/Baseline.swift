import Accord

/// Failures of several kinds, and a scenario whose first step fails.
let baselineContract = Contract("Baseline") {
  Get("/steady").expect(200)
  Get("/status").expect(200)
  Get("/prices").expect(200) {
    JSON(["prices": .each(["amount": .number, "currency": .string])])
  }
  Get("/slow").expect(200) { Header(.cacheControl, "no-store") }
  Scenario("A step after a known failure runs") {
    Get("/first").expect(200)
    Get("/second").expect(200)
  }
}
