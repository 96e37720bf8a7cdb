internal import AccordHTTP

extension RuleSection {
  /// RFC 6265bis section 4.1.2: the attributes of cookies.
  static let cookieAttributes = RuleSection(
    .cookies, "4.1.2",
    [
      Rule(
        "sec.cookie.attributes", .convention, .security,
        "Cookies are HttpOnly and SameSite, and over https Secure.",
        remedy: "Set all three attributes on every cookie; only what scripts read is not HttpOnly.",
        also: [Citation(.cookies, "4.1.3")]
      ) { exchange in
        guard exchange.has(.setCookie) else { return .notApplicable }
        let isSecure = exchange.exchange.request.url.lowercased().hasPrefix("https:")
        var verdict = Verdict.notApplicable
        for line in exchange.values(.setCookie) {
          let cookie = SetCookie(line)
          // What others set is not the API's, and what is taken away needs no protection.
          guard !cookie.isRemoved, !cookie.isOfLoadBalancer else { continue }
          verdict = .conforms
          guard let problem = problem(of: cookie, isSecure: isSecure) else { continue }
          return .violation(.field("Set-Cookie"), problem, quote: cookie.name)
        }
        return verdict
      }
    ])

  private static func problem(of cookie: SetCookie, isSecure: Bool) -> String? {
    if cookie.name.hasPrefix("__Host-") || cookie.name.hasPrefix("__Secure-"),
      !cookie.has("secure")
    {
      return "has a prefix that asks for Secure, which is missing"
    }
    if cookie.name.hasPrefix("__Host-"), cookie.has("domain") || cookie.value(of: "path") != "/" {
      return "has the prefix __Host-, with a Domain or another Path than /"
    }
    if isSecure, !cookie.has("secure") { return "sets a cookie over https without Secure" }
    if !cookie.has("samesite") { return "sets a cookie without SameSite" }
    // What no script is meant to read: which other cookies are for scripts, the server knows best.
    if cookie.isOfSession, !cookie.isForScripts, !cookie.has("httponly") {
      return "sets the cookie of a session without HttpOnly"
    }
    return nil
  }
}
