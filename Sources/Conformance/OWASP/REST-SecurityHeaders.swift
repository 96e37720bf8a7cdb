extension RuleSection {
  /// OWASP REST Security Cheat Sheet, Security Headers.
  static let owaspSecurityHeaders = RuleSection(
    .owaspREST, "Security Headers",
    [
      Rule(
        "sec.nosniff", .convention, .security,
        "An answer with content tells browsers not to guess its type.",
        remedy: "Send `X-Content-Type-Options: nosniff` with every answer.",
        also: [Citation(.fetch, "X-Content-Type-Options header")]
      ) { exchange in
        guard exchange.method != "HEAD", exchange.contentCount ?? 0 > 0 else {
          return .notApplicable
        }
        guard let value = exchange.value(.xContentTypeOptions) else {
          return .violation(.field("X-Content-Type-Options"), "is missing beside content")
        }
        return value.isWord("nosniff")
          ? .conforms
          : .violation(
            .field("X-Content-Type-Options"), "is not nosniff",
            quote: exchange.quote(.xContentTypeOptions))
      }
    ])
}
