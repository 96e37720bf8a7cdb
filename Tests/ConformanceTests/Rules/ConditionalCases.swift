import AccordConformance

/// RFC 9110 sections 8.8 and 13.
extension RuleCase {
  private static let date = "Sun, 06 Nov 1994 08:49:37 GMT"
  private static let earlier = "Sun, 06 Nov 1994 08:00:00 GMT"
  private static let justBefore = "Sun, 06 Nov 1994 08:49:00 GMT"
  private static let later = "Sun, 06 Nov 1994 08:49:38 GMT"

  static let conditional: [RuleCase] = [
    .breaks("http.etag.syntax", "no quotes", Answer(["ETag": "a7"])),
    .breaks("http.etag.syntax", "a small w", Answer(["ETag": #"w/"a7""#])),
    .breaks("http.etag.syntax", "a blank within", Answer(["ETag": #""a 7""#])),
    .breaks("http.etag.syntax", "the weakness within", Answer(["ETag": #""W/"a7"""#])),
    .breaks("http.etag.syntax", "nothing", Answer(["ETag": ""])),
    .keeps("http.etag.syntax", "a strong tag", Answer()),
    .keeps("http.etag.syntax", "a weak tag", Answer(["ETag": #"W/"a7""#])),
    .keeps("http.etag.syntax", "an empty tag", Answer(["ETag": #""""#])),
    .silent("http.etag.syntax", "an answer without one", Answer(["ETag": nil])),

    .breaks(
      "http.etag.present", "what may be kept for a minute",
      Answer(["ETag": nil, "Cache-Control": "max-age=60"])),
    .keeps("http.etag.present", "an ETag", Answer(["Cache-Control": "max-age=60"])),
    .keeps(
      "http.etag.present", "a Last-Modified", Answer(["ETag": nil, "Last-Modified": earlier])),
    .silent(
      "http.etag.present", "what must not be stored",
      Answer(["ETag": nil, "Cache-Control": "no-store"])),
    .silent(
      "http.etag.present", "what may be new each time", Answer(["ETag": nil])),
    .silent("http.etag.present", "an answer to POST", Answer(to: "POST")),

    .breaks(
      "http.last-modified.not-future", "a second too late", Answer(["Last-Modified": later])),
    .keeps("http.last-modified.not-future", "the same second", Answer(["Last-Modified": date])),
    .silent("http.last-modified.not-future", "an answer without it", Answer()),
    .silent(
      "http.last-modified.not-future", "an answer without Date",
      besides: ["http.date.present"], Answer(["Date": nil, "Last-Modified": later])),

    .breaks(
      "http.inm.304", "a 200 for who has it", Answer().asking("If-None-Match", #""a7""#)),
    .breaks(
      "http.inm.304", "a 200 for who has it among others, weakly",
      Answer().asking("If-None-Match", #""x,y", W/"a7""#)),
    .breaks("http.inm.304", "a 200 for who wants none", Answer().asking("If-None-Match", "*")),
    .keeps("http.inm.304", "a 304", Answer(304).asking("If-None-Match", #""a7""#)),
    .silent(
      "http.inm.304", "what changed meanwhile", Answer().asking("If-None-Match", #""a6""#)),
    .silent(
      "http.inm.304", "an error", Answer(404, body: "{}").asking("If-None-Match", "*")),
    .silent(
      "http.inm.304", "a write",
      Answer(to: "PUT", ["ETag": #""a7""#])
        .asking("If-None-Match", #""a7""#)),
    .silent(
      "http.inm.304", "a part",
      Answer(206, ["ETag": #""a7""#])
        .asking("If-None-Match", #""a7""#)),
    .silent(
      "http.inm.304", "tags that cannot be read", Answer().asking("If-None-Match", "a7")),

    .breaks(
      "http.ims.304", "a 200 for what did not change",
      Answer(["Last-Modified": earlier]).asking("If-Modified-Since", earlier)),
    .keeps("http.ims.304", "a 304", Answer(304).asking("If-Modified-Since", earlier)),
    .silent(
      "http.ims.304", "who compares dates exactly and is asked with a later one",
      Answer(["Last-Modified": earlier]).asking("If-Modified-Since", date)),
    .silent(
      "http.ims.304", "what changed since",
      Answer(["Last-Modified": justBefore]).asking("If-Modified-Since", earlier)),
    .silent(
      "http.ims.304", "what changed a moment ago",
      Answer(["Last-Modified": justBefore]).asking("If-Modified-Since", justBefore)),
    .silent(
      "http.ims.304", "a date beside a tag",
      Answer(["Last-Modified": earlier]).asking("If-Modified-Since", earlier)
        .asking("If-None-Match", #""a6""#)),
    .silent(
      "http.ims.304", "a date that cannot be read",
      Answer(["Last-Modified": earlier]).asking("If-Modified-Since", "yesterday")),
  ]
}
