import AccordConformance

/// RFC 9111, RFC 9205 section 4.9.
extension RuleCase {
  private static func caching(_ value: String?) -> Answer { Answer(["Cache-Control": value]) }

  private static func own(_ value: String?) -> Answer {
    caching(value).asking("Authorization", "Bearer abc")
  }

  static let caching: [RuleCase] = [
    .breaks("http.cache-control.syntax", "an age in words", caching("max-age=one")),
    .breaks("http.cache-control.syntax", "an age below 0", caching("max-age=-1")),
    .breaks("http.cache-control.syntax", "an age in quotes", caching(#"s-maxage="60""#)),
    .breaks("http.cache-control.syntax", "no age", caching("max-age")),
    .breaks("http.cache-control.syntax", "semicolons", caching("max-age=60; public")),
    .breaks(
      "http.cache-control.syntax", "two ages", level: .should, caching("max-age=60, max-age=0")),
    .breaks(
      "http.cache-control.syntax", "public and private", level: .should,
      caching("public, private")),
    .breaks(
      "http.cache-control.syntax", "nothing to store for a minute", level: .should,
      caching("no-store, max-age=60")),
    .keeps(
      "http.cache-control.syntax", "all at once, none against another",
      caching("no-store, no-cache, must-revalidate, max-age=0")),
    .keeps(
      "http.cache-control.syntax", "fields in quotes, and what nobody knows",
      caching(#", private="Set-Cookie, ETag", public ,community="UCI",immutable"#)),
    .silent(
      "http.cache-control.syntax", "an answer without it",
      Answer(["Cache-Control": nil, "Expires": "Sun, 06 Nov 1994 08:49:37 GMT"])),

    .breaks("http.cache.explicit", "a 200 that says nothing", caching(nil)),
    .keeps("http.cache.explicit", "no-store", caching("no-store")),
    .keeps("http.cache.explicit", "an age", caching("max-age=60")),
    .keeps(
      "http.cache.explicit", "Expires",
      Answer(["Cache-Control": nil, "Expires": "Sun, 06 Nov 1994 08:49:37 GMT"])),
    .silent("http.cache.explicit", "a 404", Answer(404, body: "{}")),
    .silent("http.cache.explicit", "an answer to POST", Answer(to: "POST")),

    .breaks("http.cache.private-auth", "public", own("public")),
    .breaks("http.cache.private-auth", "an age of shared caches", own("s-maxage=60")),
    .breaks(
      "http.cache.private-auth", "an age that must be kept to",
      own("max-age=60, must-revalidate")),
    .keeps("http.cache.private-auth", "private", own("private, max-age=60")),
    .keeps("http.cache.private-auth", "an age for one's own cache", own("max-age=60")),
    .keeps("http.cache.private-auth", "nothing said", besides: ["http.cache.explicit"], own(nil)),
    .keeps("http.cache.private-auth", "public for no time", own("public, max-age=0")),
    .keeps("http.cache.private-auth", "public, but asked for each time", own("public, no-cache")),
    .silent("http.cache.private-auth", "a request without credentials", caching("public")),
  ]
}
