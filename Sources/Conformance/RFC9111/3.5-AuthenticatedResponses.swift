extension RuleSection {
  /// RFC 9111 section 3.5: answers to requests with credentials.
  static let authenticatedResponses = RuleSection(
    .rfc9111, "3.5",
    [
      Rule(
        "http.cache.private-auth", .convention, .caching,
        "An answer to a request with Authorization is not opened to shared caches.",
        remedy: "Answer with `Cache-Control: private` or `no-store`, unless the content is public.",
        also: [Citation(.owaspAPI, "API8:2023")], dependsOn: ["http.cache-control.syntax"]
      ) { exchange in
        guard exchange.isStatus(200...299), exchange.method == "GET" || exchange.method == "HEAD",
          exchange.requestField("authorization") != nil
        else { return .notApplicable }
        let caching = CacheControl(exchange)
        if closing.contains(where: caching.has) { return .conforms }
        // What must be revalidated before each use meets the server's own check.
        let isKept = caching.freshness.map { $0 > 0 } ?? caching.has("public")
        guard isKept, let directive = opening.first(where: caching.has) else { return .conforms }
        return .violation(
          .field("Cache-Control"), "lets shared caches keep it: \(directive)",
          quote: exchange.quote(.cacheControl))
      }
    ])

  private static let closing = ["private", "no-store", "no-cache"]
  private static let opening = ["public", "s-maxage", "must-revalidate"]
}
