extension RuleSection {
  /// RFC 9110 section 5.3: which fields may come in several lines.
  static let fieldOrder = RuleSection(
    .rfc9110, "5.3",
    [
      Rule(
        "http.field.singleton", .must, .fields,
        "A field whose value is no list stands in one line.",
        remedy: "Set the field in one place: a framework and a proxy in front of it often both do."
      ) { exchange in
        guard exchange.status > 0 else { return .notApplicable }
        guard let field = singletons.first(where: exchange.repeats) else {
          return singletons.contains(where: exchange.has) ? .conforms : .notApplicable
        }
        let lines = exchange.values(field)
        return .violation(
          .field(field.name), "stands in \(lines.count) lines",
          quote: lines.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " | "))
      }
    ])

  /// Fields whose grammar is one value.
  ///
  /// `Set-Cookie` is no list and may be repeated all the same.
  private static let singletons: [KnownField] = [
    .contentType, .contentLength, .date, .etag, .lastModified, .location, .retryAfter, .age,
    .expires, .accessControlAllowOrigin, .strictTransportSecurity,
  ]
}
