import AccordConformance

/// Cookies.
extension RuleCase {
  private static func cookie(_ value: String) -> Answer { Answer(["Set-Cookie": value]) }

  static let cookies: [RuleCase] = [
    .breaks(
      "rest.stateless.no-session-cookie", "JSESSIONID",
      cookie("JSESSIONID=abc; HttpOnly; SameSite=Lax")),
    .breaks(
      "rest.stateless.no-session-cookie", "a session of Rails",
      cookie("_shop_session=abc; HttpOnly; SameSite=Lax")),
    .keeps("rest.stateless.no-session-cookie", "no cookie", Answer()),
    .keeps(
      "rest.stateless.no-session-cookie", "a preference", cookie("theme=dark; SameSite=Lax")),
    .keeps(
      "rest.stateless.no-session-cookie", "a load balancer's", cookie("AWSALB=x; Path=/")),
    .keeps(
      "rest.stateless.no-session-cookie", "a session that ends", cookie("sid=; Max-Age=0")),

    .breaks("sec.cookie.attributes", "a cookie without SameSite", cookie("theme=dark")),
    .breaks(
      "sec.cookie.attributes", "a cookie over https without Secure",
      cookie("theme=dark; SameSite=Lax").at("https://api.test/items/7")),
    .breaks(
      "sec.cookie.attributes", "a prefix without Secure",
      cookie("__Secure-a=1; SameSite=Lax")),
    .breaks(
      "sec.cookie.attributes", "a __Host- with a Domain",
      cookie("__Host-a=1; Secure; Path=/; Domain=api.test; SameSite=Lax")),
    .breaks(
      "sec.cookie.attributes", "a session without HttpOnly",
      besides: ["rest.stateless.no-session-cookie"], cookie("sid=abc; SameSite=Lax")),
    .keeps(
      "sec.cookie.attributes", "all attributes",
      cookie("__Host-a=1; Secure; HttpOnly; SameSite=Strict; Path=/").at("https://api.test/")),
    .keeps(
      "sec.cookie.attributes", "a token for scripts", cookie("XSRF-TOKEN=abc; SameSite=Strict")),
    .silent("sec.cookie.attributes", "a load balancer's", cookie("AWSALB=x; Path=/")),
    .silent(
      "sec.cookie.attributes", "a cookie that is taken away",
      cookie("a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT")),
    .silent("sec.cookie.attributes", "no cookie", Answer()),
  ]

  static let security: [RuleCase] = [
    .breaks("sec.nosniff", "content without it", Answer(["X-Content-Type-Options": nil])),
    .breaks("sec.nosniff", "another word", Answer(["X-Content-Type-Options": "none"])),
    .keeps("sec.nosniff", "it in capitals", Answer(["X-Content-Type-Options": "NoSniff"])),
    .silent("sec.nosniff", "no content", Answer(204)),

    .breaks(
      "sec.cors.wildcard-credentials", "both",
      allowing("*", credentials: true).asking("Origin", "https://shop.test")),
    .keeps(
      "sec.cors.wildcard-credentials", "an origin with credentials",
      allowing("https://shop.test", credentials: true).asking("Origin", "https://shop.test")),
    .keeps(
      "sec.cors.wildcard-credentials", "any origin without credentials",
      allowing("*", credentials: false).asking("Origin", "https://shop.test")),
    .silent(
      "sec.cors.wildcard-credentials", "an answer to who named no origin",
      allowing("*", credentials: true)),
    .silent("sec.cors.wildcard-credentials", "an answer without CORS", Answer()),
  ]

  private static func allowing(_ origin: String, credentials: Bool) -> Answer {
    Answer([
      "Access-Control-Allow-Origin": origin,
      "Access-Control-Allow-Credentials": credentials ? "true" : nil,
    ])
  }
}
