extension RuleSection {
  /// RFC 9205 section 4.9.1: saying for how long an answer is fresh.
  static let freshness = RuleSection(
    .rfc9205, "4.9.1",
    [
      Rule(
        "http.cache.explicit", .convention, .caching,
        "A 200 to GET says whether and for how long it may be kept.",
        remedy: "Send Cache-Control: `no-store`, `no-cache`, or `max-age` with a number.",
        also: [Citation(.rfc9111, "4.2.2")]
      ) { exchange in
        guard exchange.status == 200, exchange.method == "GET" else { return .notApplicable }
        let isSaid =
          exchange.has(.cacheControl) || exchange.has(.expires) || exchange.has(.pragma)
        return .holds(isSaid, else: .field("Cache-Control"), "is missing, and Expires too")
      }
    ])
}
