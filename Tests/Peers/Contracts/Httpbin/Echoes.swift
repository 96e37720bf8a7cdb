import Accord

/// What is sent is what arrives: httpbin repeats it, as it read it.
let httpbinEchoes = Group("What is sent arrives") {
  Get("/anything/users/1").query("x", "1").query("x", "a b&c=d").query("y", "").query("ü", "é+%")
    .expect(200) {
      JSON(["method": "GET", "args": .exactly(["x": ["1", "a b&c=d"], "y": "", "ü": "é+%"])])
    }
  Post("/anything").named("POST /anything as JSON").json([
    "name": "Zoë 🎏", "none": nil, "many": [1, 2.5, 9_007_199_254_740_993], "deep": ["a": [[]]],
  ]).expect(200) {
    JSON([
      "method": "POST", "form": .exactly([:]), "files": .exactly([:]),
      "headers": ["Content-Type": "application/json"],
      "json": .exactly([
        "name": "Zoë 🎏", "none": nil, "many": [1, 2.5, 9_007_199_254_740_993],
        "deep": ["a": [[]]],
      ]),
      "data": .hasPrefix(#"{"name":"#),
    ])
  }
  Put("/anything").form(["a": "1", "sum": "2 + 2 = 4 & more", "ü": "ß"]).expect(200) {
    JSON([
      "form": .exactly(["a": "1", "sum": "2 + 2 = 4 & more", "ü": "ß"]), "data": "", "json": nil,
    ])
  }
  Post("/anything").named("POST /anything as a form of parts").multipart(
    .field("title", "A cart"), .field("note", #"{"a": 1}"#, type: "application/json"),
    .file("list", bytes: Array("a,b\r\n1,2\r\n".utf8), fileName: "list.csv", type: "text/csv"),
    .file("dot", bytes: [0xFF, 0x00, 0x0A], fileName: "dot.bin")
  ).expect(200) {
    JSON([
      "form": .exactly(["title": "A cart", "note": #"{"a": 1}"#]),
      "files": .exactly([
        "list": "a,b\r\n1,2\r\n", "dot": "data:application/octet-stream;base64,/wAK",
      ]),
      "headers": ["Content-Type": .matches("^multipart/form-data; *boundary=.+$")],
    ])
  }
  Patch("/anything").body(.text("line 1\nline 2 é\n")).expect(200) {
    JSON([
      "data": "line 1\nline 2 é\n",
      "headers": ["Content-Type": "text/plain; charset=utf-8", "Content-Length": "17"],
    ])
  }
  Post("/anything").named("POST /anything octet by octet")
    .body(.bytes([0x00, 0xFF, 0x80, 0x0D, 0x0A])).expect(200) {
      JSON([
        "data": "data:application/octet-stream;base64,AP+ADQo=", "json": nil,
        "headers": ["Content-Type": "application/octet-stream", "Content-Length": "5"],
      ])
    }
  Post("/anything").named("POST /anything without content").expect(200) {
    JSON(["data": "", "headers": ["Content-Length": .optional("0"), "Content-Type": .absent]])
  }
  Delete("/anything").xml("<a b='1'>é &amp; ü</a>").expect(200) {
    JSON(["method": "DELETE", "data": "<a b='1'>é &amp; ü</a>"])
  }
  Get("/headers").named("GET /headers with fields of our own")
    .header("X-Twice", "1").header("X-Twice", "2").header(.accept, "text/plain")
    .header(.userAgent, nil).expect(200) {
      JSON([
        "headers": ["X-Twice": "1, 2", "Accept": "text/plain", "User-Agent": .absent]
      ])
    }
  Get("/headers").expect(200) {
    JSON(
      "$.headers",
      .exactly([
        "Host": .matches(#"^127\.0\.0\.1:\d+$"#), "Accept": "*/*",
        "User-Agent": .matches(#"^accord/\d+\.\d+\.\d+"#),
      ]))
  }
}

/// What must be percent-encoded, wherever it stands in a URL.
let awkward = Variable("awkward", .default("a?b=c&d#e %f+g é"))

let httpbinTargets = Group("What is put into URLs arrives") {
  Get("/anything/\(awkward)").query("q", "\(awkward)").query("\(awkward)", "x").expect(200) {
    JSON([
      "args": .exactly(["q": .variable(awkward), "a?b=c&d#e %f+g é": "x"]),
      "url": .containsText("/anything/a"),
    ])
    Check("the path is one segment") { answer in
      answer.url.hasSuffix("=x") && answer.url.contains("/a%3Fb%3Dc%26d%23e%20%25f%2Bg%20%C3%A9?")
    }
  }
  // URI templates (RFC 6570).
  Get(
    "/anything{/segments*}{?x,y,missing}{&more*}",
    [
      "segments": ["a", "b c", "é"], "x": "1 + 1 = 2 & more", "y": ["k", "v w"],
      "more": ["colour": "red", "size": "2/3"],
    ]
  ).expect(200) {
    JSON(
      "$.args",
      .exactly([
        "x": "1 + 1 = 2 & more", "y": "k,v w", "colour": "red", "size": "2/3",
      ]))
  }
  Get("/anything/{+path}{?of}", ["path": "a/b", "of": "\(awkward)"]).expect(200) {
    JSON(["args": .exactly(["of": .variable(awkward)]), "url": .containsText("/anything/a/b?of=")])
  }
  Get("/status{/code}", ["code": 204]).expect(204) { NoBody() }
}
