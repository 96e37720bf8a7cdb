import Accord

/// A step, and the path of it held to a rule: for what follows from probes beside steps.
let probedContract = Contract("Probed") {
  Get("/a").expect(200)
  Conformance("Rules", .only("http.date.present", "http.405.allow")) {
    DocumentTarget("/a")
  }
}
