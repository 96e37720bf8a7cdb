extension RuleSection {
  /// OWASP REST Security Cheat Sheet, Introduction: no state in the server.
  static let owaspIntroduction = RuleSection(
    .owaspREST, "Introduction",
    [
      Rule(
        "rest.stateless.no-session-cookie", .convention, .statelessness,
        "No session is kept by a cookie.",
        remedy: "Switch sessions off for the API; let each request carry its credentials.",
        also: [Citation(.rfc9205, "4.10")]
      ) { exchange in
        guard exchange.status > 0 else { return .notApplicable }
        guard exchange.has(.setCookie) else { return .conforms }
        for line in exchange.values(.setCookie) {
          let cookie = SetCookie(line)
          guard cookie.isOfSession, !cookie.isRemoved else { continue }
          return .violation(.field("Set-Cookie"), "begins a session", quote: cookie.name)
        }
        return .conforms
      },
      Rule(
        "rest.stateless.cookie", .convention, .statelessness,
        "An answer does not depend on a cookie that the server set.",
        remedy: "Let the request say what it means, not a cookie that points at something kept.",
        also: [Citation(.rfc9205, "4.10")],
        active: .of(Cookies.self) { study throws(Obstacle) in
          study.contrast.verdict(
            "is another one with the cookies that the server set",
            (plain: "without cookies", varied: "with cookies"))
        }),
    ])
}
