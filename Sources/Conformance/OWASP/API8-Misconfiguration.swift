internal import AccordHTTP

extension RuleSection {
  /// OWASP API Security Top 10 2023, API8: security misconfiguration.
  static let securityMisconfiguration = RuleSection(
    .owaspAPI, "API8:2023",
    [
      Rule(
        "sec.cors.reflect-any", .convention, .security,
        "No origin that the API does not know may read answers with a user's credentials.",
        remedy: "Compare Origin with a list, and allow what stands in it.",
        also: [Citation(.fetch, "CORS protocol")],
        active: .of(Origins.self) { study throws(Obstacle) in
          for answer in [study.strange, study.opaque] {
            guard let origin = answer.requestField("origin"),
              answer.value(.accessControlAllowOrigin)?.elementsEqual(origin.utf8) == true,
              answer.value(.accessControlAllowCredentials)?.elementsEqual("true".utf8) == true
            else { continue }
            let part = Evidence.Part.field("Access-Control-Allow-Origin")
            return .violation(
              Evidence(
                part: part,
                problem: "repeats whichever origin asks, and credentials are allowed",
                quote: origin,
                exhibits: [
                  Exhibit(
                    "on behalf of an origin that nobody knows", answer.exchange, part,
                    .field("Access-Control-Allow-Credentials"))
                ]))
          }
          return .conforms
        })
    ])
}
