import Accord

/// A server that keeps its contract and breaks rules of HTTP.
let conformanceContract = Contract(
  "Conformance", .conformance(.rest, skipping: "http.date", "http.cache.explicit")
) {
  Get("/items").expect(200) { JSON(["items": .each(.integer)]) }
  Put("/items").expect(405)
  Delete("/items").expect(405)
  Get("/moved").followRedirects().expect(200)
}
