import AccordConformance

/// RFC 9457, and what OWASP says of errors.
extension RuleCase {
  private static func problem(_ body: String, _ status: Int = 404) -> Answer {
    Answer(status, body: body)
  }

  private static func page(_ body: String, _ type: String = "text/html", _ status: Int = 404)
    -> Answer
  {
    Answer(status, ["Content-Type": type], body: body)
  }

  static let problems: [RuleCase] = [
    .breaks("problem.object", "an array", problem("[]")),
    .breaks("problem.object", "text", problem(#""not found""#)),
    .breaks(
      "problem.object", "another element", page("<error/>", "application/problem+xml")),
    .keeps("problem.object", "an object", problem("{}")),
    .keeps(
      "problem.object", "a problem in XML",
      page(#"<problem xmlns="urn:ietf:rfc:7807"/>"#, "application/problem+xml")),
    .silent("problem.object", "an error of the API's own", page("[]", "application/json")),

    .breaks("problem.member-types", "a title that is null", problem(#"{"title":null}"#)),
    .breaks("problem.member-types", "a status in quotes", problem(#"{"status":"404"}"#)),
    .keeps(
      "problem.member-types", "all members",
      problem(#"{"type":"/p","title":"t","status":404,"detail":"d","instance":"/i","more":[]}"#)),
    .silent("problem.member-types", "another type", page(#"{"title":1}"#, "application/json")),

    .breaks("problem.status-matches", "another status", problem(#"{"status":400}"#)),
    .keeps("problem.status-matches", "the status", problem(#"{"status":404}"#)),
    .keeps(
      "problem.status-matches", "the status in another notation", problem(#"{"status":4.04e2}"#)),
    .silent("problem.status-matches", "a problem without status", problem("{}")),

    .breaks("problem.used", "a page of HTML", page("<h1>Not found</h1>")),
    .breaks("problem.used", "plain text", page("not found", "text/plain; charset=utf-8")),
    .keeps("problem.used", "a problem", problem("{}")),
    .keeps("problem.used", "JSON of the API", page("{}", "application/json")),
    .silent(
      "problem.used", "a page for who asks for one", page("<h1>").asking("Accept", "text/html")),
    .silent("problem.used", "a gateway's page", page("<h1>", "text/html", 413)),
    .silent(
      "problem.used", "a page that is no error", Answer(["Content-Type": "text/html"], body: "<p>")),

    .breaks(
      "error.no-leak", "a stack of Python",
      problem(#"{"detail":"Traceback (most recent call last):\n  File"}"#)),
    .breaks(
      "error.no-leak", "a stack of Java",
      problem("{\"detail\":\"x\",\n   \"trace\":\"   at a.b.C.d(C.java:12)\"}")),
    .breaks(
      "error.no-leak", "an error of SQL", problem(#"{"detail":"SQLSTATE[42S02]: no table"}"#)),
    .breaks(
      "error.no-leak", "a path", problem(#"{"detail":"/app/node_modules/express/lib/x.js:7"}"#)),
    .keeps("error.no-leak", "an explanation", problem(#"{"detail":"There is no user 7."}"#)),
    .keeps(
      "error.no-leak", "a word that only resembles one",
      problem(#"{"detail":"at noon, see /usr and Exception handling"}"#)),
    .silent(
      "error.no-leak", "an echo of the request",
      problem(#"{"detail":"unknown name /var/www/x"}"#).sending(#"{"name":"/var/www/x"}"#)),
    .silent(
      "error.no-leak", "a page of documentation",
      Answer(body: #""Traceback (most recent call last)""#)),
  ]
}
