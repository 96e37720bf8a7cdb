import Accord

let httpbinTexts = Group("Texts") {
  Get("/robots.txt").expect(200) {
    Header(.contentType, "text/plain")
    Text("User-agent: *\nDisallow: /deny\n")
  }
  Get("/encoding/utf8").expect(200) {
    Header(.contentType, "text/html; charset=utf-8")
    Text(.hasPrefix("<h1>Unicode Demo</h1>"))
    Text(.containsText("∮ E⋅da = Q,  n → ∞, ∑ f(i) = ∏ g(i)"))
    Text(.containsText("ᚻᛖ ᚳᚹᚫᚦ ᚦᚫᛏ ᚻᛖ ᛒᚢᛞᛖ"))
    // The text has a replacement character of its own, which is not one of ours.
    Text(.matches("ﬁ\u{FFFD}⑀₂ἠḂӥẄɐː⍎אԱა"))
    Text(.not(.matches("\u{FFFD}[^]*\u{FFFD}")))
  }
  // QWNjb3JkIPCfjo8= is `Accord`, a space and U+1F38F.
  Get("/base64/QWNjb3JkIPCfjo8=").expect(200) {
    Text("Accord 🎏")
    Body(.count(11))
  }
  Get("/deny").expect(200) { Text(.matches(#"YOU SHOULDN'T BE HERE\s*$"#)) }
  Get("/user-agent").expect(200) { JSON(.exactly(["user-agent": .hasPrefix("accord/")])) }
  Get("/stream/3").expect(200) {
    // One JSON text a line, in chunks and without a length.
    NoHeader(.contentLength)
    Header("Transfer-Encoding", "chunked")
    Text(.matches(#"^(\{.+\}\n){3}$"#))
    Check("the lines are numbered") { answer in
      answer.text.split(separator: "\n").enumerated().allSatisfy { index, line in
        line.hasSuffix("\"id\": \(index)}")
      }
    }
  }
}

let httpbinOctets = Group("Octets") {
  Get("/image/png").expect(200) {
    Header(.contentType, "image/png")
    Body(.count(8090))
    Check("the signature of PNG stands first") { answer in
      answer.body.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    }
  }
  for (type, size) in [("image/webp", 10568), ("image/svg+xml", 8984), ("image/jpeg", 35588)] {
    Get("/image").header(.accept, type).named("GET /image as \(type)").expect(200) {
      Header(.contentType, .equal(to: type))
      Body(.count(size))
    }
  }
  Get("/image").header(.accept, "application/json").expect(406) {
    JSON("$.accept", .contains("image/png"))
  }
}

let alphabet = "abcdefghijklmnopqrstuvwxyz"

let httpbinRanges = Resource("/range/{size}", .example("size", 26)) {
  Get("/range/26").expect(200) {
    Header("Accept-Ranges", "bytes")
    Text(.equal(to: alphabet))
  }
  for (range, text) in [("3-7", "defgh"), ("-3", "xyz"), ("20-", "uvwxyz"), ("0-0", "a")] {
    Get("/range/26").header("Range", "bytes=\(range)").named("GET /range/26, octets \(range)")
      .expect(206) {
        Header("Content-Range", .matches(#"^bytes \d+-\d+/26$"#))
        Header(.contentLength, .equal(to: String(text.utf8.count)))
        Text(.equal(to: text))
      }
  }
  Get("/range/26").header("Range", "bytes=30-").expect(416) {
    Header("Content-Range", "bytes */26")
    NoBody()
  }
}
