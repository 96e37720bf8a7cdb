extension RuleSection {
  /// RFC 9110 section 15.4: redirects.
  static let redirection = RuleSection(
    .rfc9110, "15.4",
    [
      Rule(
        "http.3xx.location", .should, .status,
        "301, 302, 303, 307 and 308 say with Location where to go.",
        remedy: "Send Location with every redirect.",
        also: [Citation(.rfc9110, "15.4.8"), Citation(.rfc9110, "15.4.9")]
      ) { exchange in
        guard redirects.contains(exchange.status) else { return .notApplicable }
        return .holds(exchange.has(.location), else: .field("Location"), "is missing")
      }
    ])

  private static let redirects = [301, 302, 303, 307, 308]
}
