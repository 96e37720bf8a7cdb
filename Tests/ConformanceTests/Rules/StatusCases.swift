import AccordConformance

/// RFC 9110 section 15, RFC 6585, RFC 9205 section 4.6.
extension RuleCase {
  static let status: [RuleCase] = [
    .breaks("http.status.registered", "a 250", Answer(250)),
    .breaks("http.status.registered", "a 420", Answer(420, body: "{}")),
    .breaks("http.status.registered", "a 555, and not that it is a 5xx", Answer(555, body: "{}")),
    .keeps("http.status.registered", "a 200", Answer()),
    .keeps("http.status.registered", "a 451", Answer(451, body: "{}")),
    .silent("http.status.registered", "a 499 of nginx", Answer(499, body: "{}")),
    .silent(
      "http.status.registered", "a 522 of Cloudflare", besides: ["http.5xx.none"],
      Answer(522, body: "{}")),

    .breaks("http.3xx.location", "a 302 without Location", Answer(302)),
    .keeps("http.3xx.location", "a 307 with Location", Answer(307, ["Location": "/a"])),
    .silent("http.3xx.location", "a 304", Answer(304)),
    .silent("http.3xx.location", "a 300", Answer(300)),

    .breaks(
      "http.4xx.explains", "a 404 without content",
      Answer(404, ["Content-Length": "0"]).with(octets: [])),
    .keeps("http.4xx.explains", "a 404 with content", Answer(404, body: "{}")),
    .silent("http.4xx.explains", "a HEAD", Answer(404, to: "HEAD")),
    .silent("http.4xx.explains", "a 5xx", besides: ["http.5xx.none"], Answer(500).with(octets: [])),
    .silent(
      "http.4xx.explains", "an answer whose content was not recorded",
      Answer(404).with(octets: []).seen(.incomplete)),

    .breaks("http.5xx.none", "a 500", Answer(500, body: "{}")),
    .breaks("http.5xx.none", "a 503 that says nothing of when", Answer(503, body: "{}")),
    .breaks("http.5xx.none", "a GET that is not implemented", Answer(501, body: "{}")),
    .keeps("http.5xx.none", "a 404", Answer(404, body: "{}")),
    .silent(
      "http.5xx.none", "a method that is not implemented", Answer(501, to: "FROB", body: "{}")),
    .silent("http.5xx.none", "a pause", Answer(503, ["Retry-After": "5"], body: "{}")),

    .breaks("http.429.retry-after", "a 429 without it", Answer(429, body: "{}")),
    .keeps("http.429.retry-after", "a 429 with it", Answer(429, ["Retry-After": "5"], body: "{}")),
    .keeps(
      "http.429.retry-after", "a 429 with RateLimit",
      Answer(429, ["RateLimit": #""a";r=0;t=5"#], body: "{}")),
    .silent("http.429.retry-after", "another status", Answer()),
  ]
}
