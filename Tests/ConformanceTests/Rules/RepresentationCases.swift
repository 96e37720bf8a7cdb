import AccordConformance

/// What OWASP says of labels, and RFC 9205 section 4.6 of content behind a 2xx.
extension RuleCase {
  private static func text(_ body: String, _ type: String = "text/plain") -> Answer {
    Answer(["Content-Type": type], body: body)
  }

  static let representations: [RuleCase] = [
    .breaks("http.content-type.truthful", "JSON as plain text", text(#" {"id":7}"#)),
    .breaks(
      "http.content-type.truthful", "JSON as HTML", text("[1,2]", "text/html; charset=utf-8")),
    .breaks(
      "http.content-type.truthful", "XML as plain text", text("<?xml version='1.0'?><a/>")),
    .keeps("http.content-type.truthful", "text", text("hello")),
    .keeps("http.content-type.truthful", "a number as text", text("42")),
    .keeps("http.content-type.truthful", "words in quotes as text", text(#""hello""#)),
    .keeps("http.content-type.truthful", "text in brackets", text("[info] started")),
    .keeps("http.content-type.truthful", "empty brackets", text("[]")),
    .keeps("http.content-type.truthful", "HTML", text("<!doctype html><p>", "text/html")),
    .silent("http.content-type.truthful", "JSON", Answer()),

    .breaks(
      "http.200.error-content", "a failure behind a 200",
      Answer(to: "POST", body: #"{"success":false,"error":"no such item"}"#)),
    .keeps(
      "http.200.error-content", "a success", Answer(to: "POST", body: #"{"success":true}"#)),
    .keeps("http.200.error-content", "a list of past errors", Answer(body: #"{"errors":[]}"#)),
    .keeps(
      "http.200.error-content", "an answer of JSON-RPC",
      Answer(to: "POST", body: #"{"jsonrpc":"2.0","ok":false,"error":{}}"#)),
    .keeps(
      "http.200.error-content", "an answer of GraphQL",
      Answer(to: "POST", body: #"{"data":null,"ok":false,"errors":[]}"#)),
    .silent(
      "http.200.error-content", "an endpoint of GraphQL",
      Answer(to: "POST", body: #"{"success":false,"errors":[]}"#)
        .at("http://api.test/graphql")),
    .silent(
      "http.200.error-content", "a 207", Answer(207, to: "POST", body: #"{"ok":false,"error":1}"#)),
    .silent("http.200.error-content", "an array", Answer(body: "[1]")),
  ]
}
