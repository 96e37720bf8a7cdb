import Accord

/// A run with probes: a collection whose PUT is not idempotent, a document, and a protected path that lets
/// everybody in.
let rules = Contract("Stock API") {
  Get("/stock/report").expect(200)
  Conformance("Stock") {
    CollectionTarget("/stock/items", item: "/stock/items/{id}")
      .creates(["name": "Teapot", "count": 3]).replaces(["name": "Cup", "count": 4])
    DocumentTarget("/stock/report")
    ProtectedTarget("/stock/private", .bearer("stock-secret-token"))
  }
}
