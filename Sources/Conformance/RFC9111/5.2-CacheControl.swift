extension RuleSection {
  /// RFC 9111 section 5.2: what caches are told.
  static let cacheControl = RuleSection(
    .rfc9111, "5.2",
    [
      Rule(
        "http.cache-control.syntax", .must, .caching,
        "Cache-Control is a list of directives that do not contradict each other; ages are whole "
          + "numbers of seconds.",
        remedy: "Write each directive once, ages as bare digits, and only one policy.",
        also: [Citation(.rfc9111, "5.2.2.1")]
      ) { exchange in
        guard exchange.has(.cacheControl) else { return .notApplicable }
        let caching = CacheControl(exchange)
        func violation(_ problem: String, level: RuleLevel? = nil) -> Verdict {
          .violation(
            .field("Cache-Control"), problem, quote: exchange.quote(.cacheControl), level: level)
        }
        guard caching.isReadable else { return violation("is no list of directives") }
        for directive in caching.directives where ages.contains(directive.name) {
          guard let value = directive.value, value.isDigits, !directive.isQuoted else {
            return violation("has \(directive.name) without a whole number of seconds")
          }
        }
        // No standard forbids these in so many words; what caches make of them differs.
        var names: Set<String> = []
        for directive in caching.directives where !names.insert(directive.name).inserted {
          return violation("has \(directive.name) twice", level: .should)
        }
        let isPrivate = caching.directives.contains { $0.name == "private" && $0.value == nil }
        if isPrivate, caching.has("public") {
          return violation("says both public and private", level: .should)
        }
        if caching.has("no-store"), caching.freshness ?? 0 > 0 {
          return violation("forbids storing and says for how long", level: .should)
        }
        return .conforms
      }
    ])

  private static let ages: Set = ["max-age", "s-maxage"]
}
