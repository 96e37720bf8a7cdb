extension RuleSection {
  /// RFC 9110 section 13.1.3: If-Modified-Since.
  static let ifModifiedSince = RuleSection(
    .rfc9110, "13.1.3",
    [
      Rule(
        "http.ims.304", .should, .conditional,
        "GET with If-Modified-Since is answered 304 where Last-Modified is no later.",
        remedy: "Compare If-Modified-Since with the time of modification, and answer 304.",
        dependsOn: ["http.date.format", "http.field.singleton", "http.last-modified.not-future"]
      ) { exchange in
        // Beside If-None-Match the field is to be ignored.
        guard exchange.method == "GET" || exchange.method == "HEAD",
          let field = exchange.requestField("if-modified-since"),
          exchange.requestField("if-none-match") == nil
        else { return .notApplicable }
        if exchange.status == 304 { return .conforms }
        guard exchange.status == 200, let since = HTTPMoment(Array(field.utf8)[...]),
          let modified = exchange.single(.lastModified).flatMap({ HTTPMoment($0) }),
          modified.seconds <= since.seconds
        else { return .notApplicable }
        // A server may take the field for a validator and compare for equality ("exact matching").
        guard modified.seconds == since.seconds else {
          return .inconclusive("a date later than Last-Modified may be compared exactly")
        }
        // What changed twice in one second has one date for two states (section 8.8.2.2).
        guard let date = exchange.single(.date).flatMap({ HTTPMoment($0) }),
          modified.seconds + 60 <= date.seconds
        else { return .inconclusive("it was modified a moment ago") }
        return .violation(
          .status, "is 200 although nothing changed since",
          quote: exchange.quote(.lastModified))
      }
    ])
}
