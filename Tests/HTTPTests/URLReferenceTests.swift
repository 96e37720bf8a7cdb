import AccordHTTP
import Testing

@Suite("URI references (RFC 3986)")
struct URLReferenceTests {
  @Test(
    "References are resolved as in section 5.4",
    arguments: [
      ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"),
      ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"), ("//g", "http://g"),
      ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"),
      ("g#s", "http://a/b/c/g#s"), ("g?y#s", "http://a/b/c/g?y#s"), (";x", "http://a/b/c/;x"),
      ("g;x", "http://a/b/c/g;x"), ("g;x?y#s", "http://a/b/c/g;x?y#s"),
      ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("./", "http://a/b/c/"),
      ("..", "http://a/b/"), ("../", "http://a/b/"), ("../g", "http://a/b/g"),
      ("../..", "http://a/"), ("../../", "http://a/"), ("../../g", "http://a/g"),
      ("../../../g", "http://a/g"), ("../../../../g", "http://a/g"), ("/./g", "http://a/g"),
      ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), (".g", "http://a/b/c/.g"),
      ("g..", "http://a/b/c/g.."), ("..g", "http://a/b/c/..g"), ("./../g", "http://a/b/g"),
      ("./g/.", "http://a/b/c/g/"), ("g/./h", "http://a/b/c/g/h"), ("g/../h", "http://a/b/c/h"),
      ("g;x=1/./y", "http://a/b/c/g;x=1/y"), ("g;x=1/../y", "http://a/b/c/y"),
      ("g?y/./x", "http://a/b/c/g?y/./x"), ("g?y/../x", "http://a/b/c/g?y/../x"),
      ("g#s/./x", "http://a/b/c/g#s/./x"), ("g#s/../x", "http://a/b/c/g#s/../x"),
      ("http:g", "http:g"),
    ])
  func resolution(reference: String, expected: String) throws {
    let base = try URLReference(parsing: "http://a/b/c/d;p?q")
    #expect(try URLReference(parsing: reference).resolved(against: base).description == expected)
  }

  @Test("An empty path of a base becomes a slash")
  func emptyBasePath() throws {
    let base = try URLReference(parsing: "http://h:81?q")
    #expect(try URLReference(parsing: "g").resolved(against: base).description == "http://h:81/g")
    #expect(try URLReference(parsing: "?x").resolved(against: base).description == "http://h:81?x")
  }

  @Test(
    "Text comes back as it was",
    arguments: [
      "http://u:p@h:80/a%20b;c/d?e=f/?#g?/", "//h", "", "#", "?", "http://[2001:db8::1]:8080/",
      "http://[::ffff:1.2.3.4]", "http://[::]/", "http://[1:2:3:4:5:6:7:8]/", "http://h:/", "a/b:c",
      "mailto:x@y", "http://a_b.c~d/", "http:///p",
    ])
  func roundTrip(text: String) throws {
    #expect(try URLReference(parsing: text).description == text)
  }

  @Test("Components are found")
  func components() throws {
    let url = try URLReference(parsing: "hTTp://u:p@H.x:8080/p/q?r?s#t")
    #expect(url.scheme == "hTTp")
    #expect(url.authority?.userInformation == "u:p")
    #expect(url.authority?.host == "H.x")
    #expect(url.authority?.port == "8080")
    #expect(url.path == "/p/q")
    #expect(url.query == "r?s")
    #expect(url.fragment == "t")
    #expect(url.origin == Origin(scheme: "http", host: "h.x", port: 8080))
    #expect(url.isAbsolute)
  }

  @Test(
    "What the grammar does not allow is refused, and the error says where",
    arguments: [
      ("1:2", URLReference.ParsingError.scheme("1")), (":a", .scheme("")),
      ("a_b://c", .scheme("a_b")), ("http://h/ ", .path("/ ")), ("http://h/%", .path("/%")),
      ("http://h/%2", .path("/%2")), ("http://h/%zz", .path("/%zz")), ("/é", .path("/é")),
      ("/\\", .path("/\\")), ("/\r\n", .path("/\r\n")), ("/?^", .query("^")),
      ("/#a#b", .fragment("a#b")), ("http://h:x/", .port("x")), ("http://h:65536/", .port("65536")),
      ("http://h:1:2/", .port("1:2")), ("http://a b/", .host("a b")),
      ("http://[::1/", .host("[::1")), ("http://[1:2]/", .host("[1:2]")),
      ("http://[::1::2]/", .host("[::1::2]")), ("http://[12345::]/", .host("[12345::]")),
      ("http://[::256.1.1.1]/", .host("[::256.1.1.1]")),
      ("http://[fe80::1%25a]/", .host("[fe80::1%25a]")),
      ("http://[1:2:3:4:5:6:7:8::]/", .host("[1:2:3:4:5:6:7:8::]")), ("http://h]/", .host("h]")),
      ("http://[::1]x/", .port("")), ("http://a@b@c/", .host("b@c")),
      ("http://<@c/", .userInformation),
      ("http://[:::]/", .host("[:::]")),
    ])
  func errors(text: String, error: URLReference.ParsingError) {
    #expect(throws: error) { try URLReference(parsing: text) }
  }

  @Test(
    "Origins compare scheme, host and port",
    arguments: [
      ("http://h/a", "HTTP://H:80/b", true), ("https://h", "https://h:443", true),
      ("http://h", "https://h", false), ("http://h", "http://h:8080", false),
      ("http://h", "http://h.", false), ("http://h:", "http://h", true),
    ])
  func origins(first: String, second: String, areEqual: Bool) throws {
    let origins = try [first, second].map { try URLReference(parsing: $0).origin }
    #expect((origins[0] == origins[1]) == areEqual)
    #expect(origins[0] != nil)
  }

  @Test(
    "Others than http and https have no origin",
    arguments: ["ftp://h/", "/p", "http:p", "http:///"])
  func noOrigin(text: String) throws {
    #expect(try URLReference(parsing: text).origin == nil)
  }
}
