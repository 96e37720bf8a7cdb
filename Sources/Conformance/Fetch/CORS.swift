extension RuleSection {
  /// WHATWG Fetch: the CORS check.
  static let corsCheck = RuleSection(
    .fetch, "CORS check",
    [
      // The check is one of browsers, which refuse such an answer: nothing is demanded of servers.
      Rule(
        "sec.cors.wildcard-credentials", .convention, .security,
        "Access-Control-Allow-Origin is not `*` where credentials are allowed.",
        remedy: "Name the origin that asks, or leave Access-Control-Allow-Credentials out."
      ) { exchange in
        guard let origin = exchange.value(.accessControlAllowOrigin) else {
          return .notApplicable
        }
        // Who does not say where it comes from may be answered otherwise than who does.
        guard exchange.requestField("origin") != nil else {
          return .inconclusive("the request named no origin")
        }
        // The value is `true` in small letters; no other allows anything.
        let allowsCredentials =
          exchange.value(.accessControlAllowCredentials)?.elementsEqual("true".utf8) == true
        return .holds(
          !allowsCredentials || !origin.elementsEqual("*".utf8),
          else: .field("Access-Control-Allow-Origin"), "is * beside allowed credentials")
      }
    ])
}
