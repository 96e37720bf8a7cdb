extension RuleSection {
  /// RFC 6585 section 4: 429.
  static let tooManyRequests = RuleSection(
    .rfc6585, "4",
    [
      Rule(
        "http.429.retry-after", .convention, .status,
        "A 429 says with Retry-After how long to wait.",
        remedy: "Send Retry-After, in seconds, with every 429."
      ) { exchange in
        guard exchange.status == 429 else { return .notApplicable }
        let isSaid = [KnownField.retryAfter, .ratelimit, .ratelimitReset, .xRatelimitReset]
          .contains(where: exchange.has)
        return .holds(isSaid, else: .field("Retry-After"), "is missing")
      }
    ])
}
