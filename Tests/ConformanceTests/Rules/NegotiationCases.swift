import AccordConformance

/// RFC 9110 section 12.
extension RuleCase {
  private static func coded(_ coding: String?, _ accepted: String?) -> Answer {
    let answer = Answer(["Content-Encoding": coding, "Content-Length": "99"])
    return accepted.map { answer.asking("Accept-Encoding", $0) } ?? answer
  }

  static let negotiation: [RuleCase] = [
    .breaks(
      "http.accept.honoured", "another type",
      Answer().asking("Accept", "image/png, application/x-a")),
    .breaks(
      "http.accept.honoured", "a type that is refused",
      Answer().asking("Accept", "application/json;q=0, text/html")),
    .keeps("http.accept.honoured", "the type", Answer().asking("Accept", "application/json")),
    .keeps(
      "http.accept.honoured", "a range with a weight",
      Answer().asking("Accept", "text/html, application/*; q=0.1")),
    .keeps("http.accept.honoured", "any type", Answer().asking("Accept", "*/*;q=0.5")),
    .silent("http.accept.honoured", "a request that asks for none", Answer()),
    .silent(
      "http.accept.honoured", "an error", Answer(404, body: "{}").asking("Accept", "image/png")),
    .silent(
      "http.accept.honoured", "a type that is built on the one asked for",
      Answer(["Content-Type": "application/hal+json"]).asking("Accept", "application/json")),
    .silent(
      "http.accept.honoured", "an Accept that cannot be read", Answer().asking("Accept", "json")),

    .breaks(
      "http.accept-encoding.respected", "gzip for who wants none", coded("gzip", "identity")),
    .breaks(
      "http.accept-encoding.respected", "gzip for who refuses it", coded("gzip", "br, gzip;q=0")),
    .breaks("http.accept-encoding.respected", "gzip for who names nothing", coded("gzip", "")),
    .keeps("http.accept-encoding.respected", "gzip for who names it", coded("gzip", "br, gzip")),
    .keeps("http.accept-encoding.respected", "its other name", coded("x-gzip", "gzip")),
    .keeps(
      "http.accept-encoding.respected", "br for who takes anything", coded("br", "gzip, *;q=0.1")),
    .keeps(
      "http.accept-encoding.respected", "no coding", Answer().asking("Accept-Encoding", "gzip")),
    .silent(
      "http.accept-encoding.respected", "br for who said nothing of codings", coded("br", nil)),
    .silent(
      "http.accept-encoding.respected", "what is stored compressed",
      Answer([
        "Content-Type": "application/x-tar", "Content-Encoding": "gzip", "Content-Length": "9",
      ])
      .asking("Accept-Encoding", "identity")),
  ]
}
