import AccordConformance

/// 401, and RFC 9110 section 11.
extension RuleCase {
  private static func challenged(_ value: String) -> Answer {
    Answer(401, ["WWW-Authenticate": value], body: "{}")
  }

  static let authentication: [RuleCase] = [
    .breaks("http.401.www-authenticate", "a 401 without it", Answer(401, body: "{}")),
    .keeps("http.401.www-authenticate", "a 401 with it", challenged("Bearer")),
    .silent("http.401.www-authenticate", "a 403", Answer(403, body: "{}")),

    .breaks("http.401.challenge-syntax", "a realm without quotes", challenged("Basic realm=shop")),
    .breaks(
      "http.401.challenge-syntax", "a parameter twice",
      challenged(#"Bearer realm="a", scope="b", Scope="c""#)),
    .breaks(
      "http.401.challenge-syntax", "a parameter without a scheme", challenged(#"realm="shop""#)),
    .breaks(
      "http.401.challenge-syntax", "quotes that do not end", challenged(#"Basic realm="shop"#)),
    .breaks(
      "http.401.challenge-syntax", "parameters without a comma",
      challenged(#"Digest realm="a" nonce="b""#)),
    .breaks("http.401.challenge-syntax", "nothing", challenged("")),
    .breaks(
      "http.401.challenge-syntax", "a realm without quotes in the second line",
      challenged("Bearer").adding("WWW-Authenticate", "Basic realm=shop")),
    .keeps("http.401.challenge-syntax", "a scheme", challenged("Negotiate")),
    .keeps("http.401.challenge-syntax", "a token", challenged("Negotiate YII+a/b==")),
    .keeps(
      "http.401.challenge-syntax", "several challenges in a line",
      challenged(
        #"Newauth realm="apps", type=1, title="Login to \"apps\", now", Basic realm="simple""#)),
    .keeps(
      "http.401.challenge-syntax", "a scheme and a challenge with a token",
      challenged(#", Bearer , Negotiate abc= , Digest realm = "x" ,nonce=y,"#)),
    .keeps(
      "http.401.challenge-syntax", "a challenge of its own in each line",
      challenged(#"Bearer realm="a""#).adding("WWW-Authenticate", #"Basic realm="a""#)),
    .silent(
      "http.401.challenge-syntax", "a 403", Answer(403, ["WWW-Authenticate": "="], body: "{}")),
  ]
}
