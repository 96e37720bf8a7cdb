import Accord

let timeContract = Contract("Time") {
  Get("/slow").expect(200) { Within(.milliseconds(100)) }
  Get("/fast").expect(200) { Within(.seconds(20)) }
}
