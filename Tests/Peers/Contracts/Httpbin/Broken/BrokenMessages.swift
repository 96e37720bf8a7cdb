import Accord

let brokenStatuses = Group("Statuses") {
  Get("/status/418").expect(200)
  Get("/status/404").expect(.oneOf(200, 204))
  Get("/status/301").expect(.success)
  Get("/status/503").expect(.in(200...299)) { NoBody() }
  Get("/status/600").expect(.serverError)
  Get("/bearer").auth(.bearer("let-me-in")).expect(401)
  Get("/basic-auth/ada/lace").auth(.basic(user: "ada", password: "wrong")).expect(200)
  // The answer is an interim one, and nothing comes after it.
  Get("/status/100").expect(100)
}

let brokenMethods = Group("Methods") {
  Resource("/anything", .allows(.get, .post, probing: .unsafe))
  Resource("/get", .allows(.get, .put))
  Resource("/nothing", .allows(.get))
}

let brokenFields = Group("Fields") {
  Get("/response-headers?X-One=1&X-Two=a&X-Two=b").expect(200) {
    Header("X-One", "2")
    Header("X-Two", "a")
    Header("X-Two", all: ["a"])
    Header("X-Two", all: .each("a"))
    Header("X-Three", .any)
    NoHeader("X-One")
    Header(.contentType, .hasPrefix("text/"))
    Header(.date, .dateTime)
  }
  Get("/cookies/set?a=1&b=2").expect(302) {
    Header(.setCookie, all: .each(.containsText("Secure")))
    Header(.setCookie, all: .count(3))
    Header(.location, .uri)
    NoBody()
  }
}

let brokenJSON = Group("JSON") {
  Get("/json").expect(200) {
    JSON([
      "slideshow": .exactly([
        "author": .email, "date": .date, "title": "Sample Slideshow",
        "slides": .each(["title": .string, "type": "all", "items": .count(1)]),
        "pages": .integer,
      ])
    ])
    JSON("$.slideshow.slides", .count(3))
    JSON("$.slideshow.author.name", .string)
    JSON("$..title", .unordered(["Overview", "Sample Slide Show"]))
    JSON("$.slideshow", .exactly(["title": .string]))
    Check("there are ten slides") { try $0.json("$.slideshow.slides").elements.count == 10 }
    Check("there are pages") { try $0.json("$.slideshow.pages").int == 1 }
  }
  Post("/anything").json(["big": 9_007_199_254_740_993, "text": "a\u{301}"]).expect(200) {
    JSON("$.json.big", 9_007_199_254_740_992)
    JSON("$.json.text", "á")
    JSON("$.form", .absent)
  }
  Get("/uuid").expect(200) { JSON(["uuid": .oneOf(.integer, .date, "none")]) }
  Get("/html").expect(200) { JSON(["title": .string]) }
  Get("/stream/2").expect(200) { JSON(["id": 0]) }
  Get("/status/200").expect(200) { JSON(.any) }
}

let brokenTexts = Group("Texts") {
  Get("/robots.txt").expect(200) {
    Text("User-agent: *\nDisallow: /deny")
    Text(.hasPrefix("Disallow"))
  }
  Get("/encoding/utf8").expect(200) {
    Text("short")
    Text(.not(.containsText("∮ E⋅da = Q")))
    Text(.matches("^<h2>"))
  }
}

let brokenOctets = Group("Octets", .serialized) {
  Get("/bytes/16?seed=42").expect(200) { Body(.bytes([0x39, 0x0C, 0x8C, 0x7E])) }
  Get("/bytes/4?seed=42").expect(200) { Body(.bytes([0x39, 0x0C, 0x8C, 0x7E])) }
  Get("/image/png").expect(200) {
    Body(.count(1...100))
    Text(.hasPrefix("PNG"))
    NoBody()
  }
}

let brokenCodings = Group("Content codings") {
  Get("/gzip").named("gzip that was not asked for").expect(200) { JSON(["gzipped": true]) }
  Get("/deflate").named("deflate where gzip was asked for").header("Accept-Encoding", "gzip")
    .expect(200) { JSON(["deflated": false]) }
  Get("/response-headers?Content-Encoding=gzip").named("gzip that is none")
    .header("Accept-Encoding", "gzip").expect(200) { JSON(.any) }
  Get("/response-headers?Content-Encoding=zebra").named("a coding that nobody knows")
    .header("Accept-Encoding", "gzip").expect(200) { JSON(["Content-Encoding": "gzip"]) }
}

let brokenRedirects = Group("Redirects") {
  Get("/redirect/3").expect(200)
  Get("/redirect/4").followRedirects(upTo: 2).expect(200)
  Get("/redirect/2").named("the end is judged").followRedirects().expect(200) {
    JSON(["url": .hasSuffix("/redirect/2")])
  }
  Get("/redirect-to?url=ftp://127.0.0.1/").followRedirects().expect(200)
  Get("/redirect-to?url=http://127.0.0.1:1/").followRedirects().expect(200)
  Get("/redirect-to?url=/redirect-to?url=/status/404").followRedirects().expect(200)
}

let brokenTimes = Group("Times") {
  Get("/delay/0.4").expect(200) { Within(.milliseconds(100)) }
  Get("/delay/10").timeout(.milliseconds(300)).expect(200)
  Get("/drip?duration=10&numbytes=5&delay=0").timeout(.milliseconds(1500)).expect(200)
  Get("/status/503").eventually(within: .milliseconds(400), every: .milliseconds(50)).expect(200)
}

let strangerLink = Variable("strangerLink", .link)
let missing = Variable("missing")

let brokenScenario = Group("Scenarios") {
  Scenario("A capture selects nothing") {
    Get("/json").expect(200) { Capture(missing, .json("$.slideshow.slides[*].title")) }
    Get("/anything/\(missing)").expect(200)
  }
  Scenario("A field is not there") {
    Get("/json").expect(200) { Capture(missing, .header(.location)) }
    Get("/anything/\(missing)").expect(200)
  }
  Scenario("A link leads to strangers") {
    Get("/redirect-to?url=http://127.0.0.1:9/").expect(302) {
      Capture(strangerLink, .header(.location))
    }
    Get(strangerLink).expect(200)
  }
  Scenario("A cookie is missing") {
    Get("/cookies/set/a/1").expect(302)
    Get("/cookies").expect(200) { JSON(["cookies": ["a": "1"]]) }
  }
}
