import Accord

/// One step for each outcome.
let outcomesContract = Contract("Outcomes") {
  Get("/passes").expect(200)
  Get("/fails").expect(200)
  Get("/errs").expect(200)
  Get("/left-out").disabled("ABC-12: not there yet").expect(200)
  Get("/observed")
  Get("/known").knownIssue("ABC-34: answers 500").expect(200)
  Get("/fixed").knownIssue("ABC-56: was mended").expect(200)
  Get("/flaky").retry(upTo: 2).expect(200)
}
