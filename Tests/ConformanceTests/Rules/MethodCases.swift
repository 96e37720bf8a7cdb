import AccordConformance

/// RFC 9110 section 9, and 405.
extension RuleCase {
  static let methods: [RuleCase] = [
    .breaks("http.405.allow", "a 405 without Allow", Answer(405, to: "PUT", body: "{}")),
    .keeps(
      "http.405.allow", "a 405 with Allow", Answer(405, to: "PUT", ["Allow": "GET"], body: "{}")),
    .keeps(
      "http.405.allow", "a 405 with an empty Allow",
      Answer(405, to: "PUT", ["Allow": ""], body: "{}")),
    .silent("http.405.allow", "a 404", Answer(404, body: "{}")),

    .breaks("http.options.allow", "a 204 without Allow", Answer(204, to: "OPTIONS")),
    .keeps("http.options.allow", "a 204 with Allow", Answer(204, to: "OPTIONS", ["Allow": "GET"])),
    .silent(
      "http.options.allow", "a preflight",
      Answer(204, to: "OPTIONS", ["Access-Control-Allow-Methods": "GET"])
        .asking("Origin", "https://shop.test")),
    .silent("http.options.allow", "a 404", Answer(404, to: "OPTIONS", body: "{}")),

    .breaks(
      "http.trace.no-credentials", "an echo of the token",
      Answer(
        to: "TRACE", ["Content-Type": "message/http"],
        body: "TRACE / HTTP/1.1\r\nAuthorization: Bearer abc\r\n"
      )
      .asking("Authorization", "Bearer abc")),
    .keeps(
      "http.trace.no-credentials", "a refusal",
      Answer(405, to: "TRACE", ["Allow": "GET"], body: "{}").asking("Cookie", "c=canary")),
    .keeps(
      "http.trace.no-credentials", "an echo without the cookie",
      Answer(to: "TRACE", ["Content-Type": "message/http"], body: "TRACE / HTTP/1.1\r\n")
        .asking("Cookie", "c=canary")),
    .silent(
      "http.trace.no-credentials", "a request without credentials",
      Answer(to: "TRACE", ["Content-Type": "message/http"], body: "TRACE / HTTP/1.1\r\n")),

    .breaks("http.post.created-location", "a 201 without Location", Answer(201, to: "POST")),
    .keeps(
      "http.post.created-location", "a 201 with Location",
      Answer(201, to: "POST", ["Location": "/items/7"])),
    .silent("http.post.created-location", "a 201 to PUT", Answer(201, to: "PUT")),
    .silent("http.post.created-location", "a 200", Answer(to: "POST")),
    .silent(
      "http.post.created-location", "a 201 whose Content-Location may say it",
      Answer(201, to: "POST", ["Content-Location": "/items/7"])),
  ]
}
