import AccordConformance

/// RFC 9110 sections 5, 6 and 10.
extension RuleCase {
  private static let retry = Answer(
    503, to: "POST", ["Retry-After": "120"], body: #"{"status":503}"#)

  static let fields: [RuleCase] = [
    .breaks(
      "http.field.singleton", "two ETags", Answer().adding("ETag", #""b8""#)),
    .breaks(
      "http.field.singleton", "two equal Content-Types",
      Answer().adding("content-type", "application/json")),
    .breaks(
      "http.field.singleton", "two Locations, of which one is broken",
      Answer(201, to: "POST", ["Location": "/items/7"]).adding("Location", "http://[")),
    .breaks(
      "http.field.singleton", "two lengths that differ",
      Answer().adding("Content-Length", "9")),
    .keeps("http.field.singleton", "each field once", Answer()),
    .keeps(
      "http.field.singleton", "two cookies and two Varys",
      Answer().adding("Set-Cookie", "a=1; SameSite=Lax").adding("Set-Cookie", "b=2; SameSite=Lax")
        .adding("Vary", "Accept").adding("Vary", "Origin")),

    .breaks(
      "http.date.format", "a time zone", Answer(["Date": "Sun, 06 Nov 1994 08:49:37 +0000"])),
    .breaks(
      "http.date.format", "the wrong weekday",
      Answer(["Last-Modified": "Mon, 06 Nov 1994 08:49:37 GMT"])),
    .breaks(
      "http.date.format", "a day that no month has",
      Answer(["Expires": "Thu, 31 Nov 1994 08:49:37 GMT"])),
    .breaks("http.date.format", "an RFC 3339 date", Answer(["Date": "1994-11-06T08:49:37Z"])),
    .breaks(
      "http.date.format", "a Retry-After in an older form",
      Answer(429, ["Retry-After": "Sun Nov  6 08:49:37 1994"], body: "{}")),
    .breaks(
      "http.date.format", "a Sunset in an older form",
      Answer(["Sunset": "Sunday, 06-Nov-94 08:49:37 GMT"])),
    .breaks("http.date.format", "Expires: 0", level: .should, Answer(["Expires": "0"])),
    .breaks(
      "http.date.format", "Expires: 0 before a Sunset in an older form",
      Answer(["Expires": "0", "Sunset": "Sunday, 06-Nov-94 08:49:37 GMT"])),
    .breaks("http.date.format", "Expires: -1", level: .should, Answer(["Expires": "-1"])),
    .keeps(
      "http.date.format", "a leap day",
      Answer(["Last-Modified": "Mon, 29 Feb 1988 00:00:00 GMT"])),
    .keeps(
      "http.date.format", "the end of a day with a leap second",
      Answer(["Last-Modified": "Thu, 31 Dec 1987 23:59:60 GMT"])),
    .silent(
      "http.date.format", "no date at all",
      Answer(503, ["Date": nil, "Retry-After": "1"], body: "{}")),

    .breaks(
      "http.date.present", "a 200 of who has a clock",
      Answer(["Date": nil, "Last-Modified": "Sun, 06 Nov 1994 08:49:37 GMT"])),
    .breaks("http.date.present", "an answer with an age", Answer(["Date": nil, "Age": "7"])),
    .breaks(
      "http.date.present", "an answer with an end of its freshness",
      Answer(["Date": nil, "Expires": "Sun, 06 Nov 1994 08:49:37 GMT"])),
    .breaks(
      "http.date.present", "a 200 of who may have no clock", level: .should, Answer(["Date": nil])),
    .breaks(
      "http.date.present", "an answer that is never fresh", level: .should,
      besides: ["http.date.format"], Answer(["Date": nil, "Expires": "0"])),
    .breaks(
      "http.date.present", "a 404 of who may have no clock", level: .should,
      Answer(404, ["Date": nil], body: "{}")),
    .keeps("http.date.present", "a 304 with Date", Answer(304)),
    .silent(
      "http.date.present", "a 503 without Date",
      Answer(503, ["Date": nil, "Retry-After": "1"], body: "{}")),

    .breaks(
      "http.location.valid", "a space",
      Answer(201, to: "POST", ["Location": "/items/7 8"])),
    .breaks(
      "http.location.valid", "an unfinished escape",
      Answer(303, ["Location": "/items/%7"])),
    .breaks(
      "http.location.valid", "a password",
      Answer(302, ["Location": "https://ann:secret@api.test/items"])),
    .breaks(
      "http.location.valid", "letters beyond ASCII", level: .should,
      Answer(302, ["Location": "/müsli"])),
    .breaks(
      "http.location.valid", "brackets in a query", level: .should,
      Answer(302, ["Location": "/items?tags[]=a"])),
    .breaks(
      "http.location.valid", "a password in a reference without a scheme",
      Answer(302, ["Location": "//ann:secret@api.test/items"])),
    .keeps(
      "http.location.valid", "a user of another scheme",
      Answer(302, ["Location": "sftp://ann@files.test/items"])),
    .keeps(
      "http.location.valid", "a relative reference",
      Answer(201, to: "POST", ["Location": "7?x=a:b#c"])),
    .keeps(
      "http.location.valid", "an address of IPv6",
      Answer(308, ["Location": "http://[::1]:8080/items/7"])),
    .silent("http.location.valid", "a Location behind a 200", Answer(["Location": "a b"])),

    .breaks(
      "http.retry-after.syntax", "a unit",
      Answer(429, ["Retry-After": "120s"], body: "{}")),
    .breaks(
      "http.retry-after.syntax", "a negative number",
      Answer(429, ["Retry-After": "-1"], body: "{}")),
    .breaks(
      "http.retry-after.syntax", "a fraction", Answer(429, ["Retry-After": "1.5"], body: "{}")),
    .keeps("http.retry-after.syntax", "seconds", retry),
    .keeps(
      "http.retry-after.syntax", "a date",
      Answer(429, ["Retry-After": "Sun, 06 Nov 1994 08:50:37 GMT"], body: "{}")),
    .silent("http.retry-after.syntax", "an answer without it", Answer()),

    .breaks("sec.server-detail", "a version", Answer(["Server": "nginx/1.22.1"])),
    .breaks(
      "sec.server-detail", "three products", Answer(["Server": "Apache PHP OpenSSL"])),
    .breaks(
      "sec.server-detail", "an exact version of the second product",
      Answer(["Server": "CERN/3.0 libwww/2.17.1"])),
    .breaks(
      "sec.server-detail", "the framework", level: .convention,
      Answer(["X-Powered-By": "Express"])),
    .breaks(
      "sec.server-detail", "a version of ASP.NET", level: .convention,
      Answer(["X-AspNet-Version": "4.0"])),
    .breaks(
      "sec.server-detail", "the framework beside an exact version",
      Answer(["X-Powered-By": "Express", "Server": "nginx/1.22.1"])),
    .keeps(
      "sec.server-detail", "the example of RFC 9110", Answer(["Server": "CERN/3.0 libwww/2.17"])),
    .keeps("sec.server-detail", "a product", Answer(["Server": "nginx"])),
    .keeps("sec.server-detail", "a product and its comment", Answer(["Server": "Apache (Debian)"])),
    .keeps("sec.server-detail", "a product with a coarse version", Answer(["Server": "Apache/2"])),
    .keeps(
      "sec.server-detail", "the section's own example",
      Answer(["Server": "CERN/3.0 libwww/2.17"])),
    .silent("sec.server-detail", "an answer without Server", Answer()),
  ]
}
