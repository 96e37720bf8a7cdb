import Accord

let limitsContract = Contract("Limits") {
  Get("/large").expect(200)
  Get("/slow").expect(200)
  Get("/half").expect(200)
  Get("/own").timeout(.milliseconds(50)).expect(200)
}
