import Accord

let httpbinConditions = Group("Conditions and caches") {
  Get("/etag/abc").expect(200) {
    Header(.eTag, "abc")
    JSON(["url": .hasSuffix("/etag/abc")])
  }
  for match in [#""abc""#, #"W/"abc""#, #""z", "abc""#, "*"] {
    Get("/etag/abc").header(.ifNoneMatch, match).named("GET /etag/abc unless \(match)")
      .expect(304) {
        Header(.eTag, "abc")
        NoBody()
      }
  }
  Get("/etag/abc").header(.ifNoneMatch, #""z""#).named("GET /etag/abc unless another")
    .expect(200)
  Get("/etag/abc").header(.ifMatch, #""abc""#).named("GET /etag/abc if it is").expect(200)
  Get("/etag/abc").header(.ifMatch, #""z""#).expect(412) { NoBody() }

  Get("/cache").expect(200) {
    Header(.lastModified, .httpDate)
    Header(.eTag, .matches("^[0-9a-f]{32}$"))
  }
  Get("/cache").header(.ifNoneMatch, #""any""#).expect(304) { NoBody() }
  Get("/cache").header("If-Modified-Since", "Thu, 01 Jan 1970 00:00:00 GMT")
    .named("GET /cache, modified since").expect(304)
  Get("/cache/60").expect(200) { Header(.cacheControl, "public, max-age=60") }
}

let httpbinFields = Group("Fields") {
  Get("/response-headers?X-One=1&X-Two=a&X-Two=b,%20c&X-Empty=").expect(200) {
    Header("X-One", .integer)
    Header("x-two", "a, b, c")
    Header("X-Two", all: ["a", "b, c"])
    Header("X-Empty", "")
    NoHeader("X-Three")
    Header(.date, .httpDate)
    JSON(["X-Two": ["a", "b, c"]])
  }
  Post("/response-headers").query("Link", #"</page/2>; rel="next""#).expect(200) {
    Header(.link, #"</page/2>; rel="next""#)
  }
  Get("/uuid").expect(200) { JSON(.exactly(["uuid": .uuid])) }
  Get("/ip").expect(200) { JSON(.exactly(["origin": "127.0.0.1"])) }
  Get("/nothing").expect(404) { Header(.contentType, .hasPrefix("text/html")) }
}

let httpbinTimes = Group("Times") {
  Get("/delay/0.2").expect(200) {
    Within(.seconds(10))
    Check("it took its time") { $0.duration >= .milliseconds(200) }
  }
  Get("/drip?duration=0.3&numbytes=6&delay=0.1").expect(200) {
    Body(.bytes(Array("******".utf8)))
    Within(.seconds(10))
  }
}
