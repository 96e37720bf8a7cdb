extension RuleSection {
  /// RFC 9110 section 11.6.1: WWW-Authenticate.
  static let wwwAuthenticate = RuleSection(
    .rfc9110, "11.6.1",
    [
      Rule(
        "http.401.challenge-syntax", .must, .authentication,
        "The challenge of a 401 can be read: a scheme, each parameter once, the realm in quotes.",
        remedy: "Write `Scheme name=\"value\", name=\"value\"`, with the realm in double quotes.",
        also: [Citation(.rfc9110, "11.2"), Citation(.rfc9110, "11.5")]
      ) { exchange in
        guard exchange.status == 401, exchange.has(.wwwAuthenticate) else {
          return .notApplicable
        }
        for line in exchange.values(.wwwAuthenticate) {
          guard let problem = ChallengeList.problem(of: line) else { continue }
          return .violation(
            .field("WWW-Authenticate"), problem, quote: String(decoding: line, as: UTF8.self))
        }
        return .conforms
      }
    ])
}
