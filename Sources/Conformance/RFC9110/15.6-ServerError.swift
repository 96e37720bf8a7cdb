extension RuleSection {
  /// RFC 9110 section 15.6: what went wrong in the server.
  static let serverError = RuleSection(
    .rfc9110, "15.6",
    [
      Rule(
        "http.5xx.none", .convention, .status,
        "No request makes the server fail.",
        remedy: "Answer what a client may send, however odd, with a 4xx that says what is wrong.",
        dependsOn: ["http.status.registered"]
      ) { exchange in
        guard exchange.status > 0 else { return .notApplicable }
        guard exchange.status >= 500 else { return .conforms }
        // What is not there, and what is not there now and says until when.
        if exchange.status == 501, exchange.method != "GET" { return .notApplicable }
        if exchange.status == 503, exchange.has(.retryAfter) { return .notApplicable }
        return .violation(.status, "is \(exchange.status)")
      }
    ])
}
