import AccordContract
import AccordEngine
import Testing

struct RequestsTargetTests {
  private static let v = Variable("v")
  private static let link = Variable("next", .link)

  @Test(arguments: [
    ("http://h", "/users", "http://h/users"), ("http://h/", "/users", "http://h/users"),
    ("http://h/v1", "/users", "http://h/v1/users"), ("http://h/v1/", "users", "http://h/v1/users"),
    ("http://h/v1", "/", "http://h/v1/"), ("http://h/v1", "", "http://h/v1/"),
    ("http://h", "/a/../b/./c", "http://h/a/../b/./c"),
    ("http://h/v1", "/../x", "http://h/v1/../x"),
    ("http://h", "//a", "http://h//a"), ("http://h", "/a%2Fb?x=%20", "http://h/a%2Fb?x=%20"),
  ])
  func `A path is joined to the base with one slash, and stays as written`(
    base: String, path: String, result: String
  ) throws {
    #expect(try url(Get(path), base: base) == result)
  }

  @Test(arguments: [
    ("1", "1"), ("a b", "a%20b"), ("a/b", "a%2Fb"), ("a?b#c", "a%3Fb%23c"), ("é", "%C3%A9"),
    ("%2e", "%252e"), ("a&b=c+d", "a%26b%3Dc%2Bd"), ("-._~", "-._~"), ("...", "..."),
    ("\r\n", "%0D%0A"), ("../x", "..%2Fx"), ("\u{0}", "%00"),
  ])
  func `A variable in a path stays one component`(value: String, encoded: String) throws {
    let bindings = ["v": BoundValue.text(value)]
    #expect(try url(Get("/a/\(Self.v)/b"), bindings: bindings) == "http://h/a/\(encoded)/b")
    #expect(try url(Get("/a?x=\(Self.v)"), bindings: bindings) == "http://h/a?x=\(encoded)")
  }

  @Test(arguments: ["", ".", ".."])
  func `A variable cannot make a segment that changes the target`(value: String) throws {
    let bindings = ["v": BoundValue.text(value)]
    #expect(try url(Get("/a/\(Self.v)"), bindings: bindings) == "dotSegment")
    #expect(try url(Get("/a/\(Self.v)/b"), bindings: bindings) == "dotSegment")
    #expect(try url(Get("\(Self.v)/b"), bindings: bindings) == "dotSegment")
    #expect(try url(Get("/\(Self.v)?q=1"), bindings: bindings) == "dotSegment")
    #expect(
      try url(Get("/\(Self.v)\(Self.v)"), bindings: bindings)
        == (value == ".." ? "http://h/...." : "dotSegment"))
    #expect(try url(Get("/a\(Self.v)/../b"), bindings: bindings) == "http://h/a\(value)/../b")
    #expect(try url(Get("/a?q=\(Self.v)/"), bindings: bindings) == "http://h/a?q=\(value)/")
  }

  @Test func `A literal and a variable cannot make such a segment together`() throws {
    #expect(try url(Get("/.\(Self.v)"), bindings: ["v": .text(".")]) == "dotSegment")
    #expect(try url(Get("/.\(Self.v)"), bindings: ["v": .text("well")]) == "http://h/.well")
  }

  @Test func `Query parameters are encoded and appended in their order`() throws {
    let step = Get("/a").query("q", "a b&c=d+é").query("x[]", "1").query("q", "/?:@")
    #expect(
      try url(step) == "http://h/a?q=a%20b%26c%3Dd%2B%C3%A9&x%5B%5D=1&q=/?:@")
    #expect(try url(Get("/a?x=1").query("y", "")) == "http://h/a?x=1&y=")
    #expect(
      try url(Get("/a").query("q", "\(Self.v)"), bindings: ["v": .text("&#")])
        == "http://h/a?q=%26%23")
  }

  @Test func `A link goes to its own origin or to one that is named`() throws {
    func sent(_ link: String, _ traits: [AccordContract.Trait] = []) throws -> String {
      try url(Get(Self.link), base: "http://h/v1", bindings: ["next": .link(link)], traits: traits)
    }
    #expect(try sent("http://h/other?p=2") == "http://h/other?p=2")
    #expect(try sent("HTTP://H:80/x") == "HTTP://H:80/x")
    #expect(try sent("http://h:81/x") == "foreignLink")
    #expect(try sent("https://h/x") == "foreignLink")
    #expect(try sent("http://h.evil/x") == "foreignLink")
    #expect(try sent("http://h@evil/x") == "foreignLink")
    #expect(try sent("http://evil/x", [.linkOrigins("http://evil")]) == "http://evil/x")
    #expect(try sent("http://evil:8/x", [.linkOrigins("http://evil")]) == "foreignLink")
    #expect(try sent("/relative") == "unusableLink")
    #expect(try sent("file:///etc/passwd") == "unusableLink")
    #expect(
      try url(
        Get(Self.link).query("p", "3"), bindings: ["next": .link("http://h/x?q=1")])
        == "http://h/x?q=1&p=3")
  }

  @Test(arguments: [
    ("http://h", "http://h", false), ("https://h:8443/v1//", "https://h:8443/v1", false),
    ("http://127.0.0.1:80", "http://127.0.0.1:80", true), ("http://[::1]/", "http://[::1]", true),
    ("http://localhost", "http://localhost", true),
    ("http://a.localhost", "http://a.localhost", true),
    ("http://127.evil.example", "http://127.evil.example", false),
  ])
  func `A base URL is read`(text: String, base: String, isLoopback: Bool) throws {
    let url = try BaseURL(parsing: text)
    #expect(url.text == base)
    #expect(url.isLoopback == isLoopback)
  }

  @Test(
    arguments: [
      ("h", .notAURL("h")), ("ftp://h", .scheme("ftp://h")), ("http://", .noHost("http://")),
      ("http://u:p@h", .credentials("http://u:p@h")),
      ("http://h?x", .queryOrFragment("http://h?x")),
      ("http://h#x", .queryOrFragment("http://h#x")), ("http://h a", .notAURL("http://h a")),
    ] as [(String, BaseURL.Problem)])
  func `What is no base URL is refused with its reason`(
    text: String, problem: BaseURL.Problem
  ) {
    #expect(throws: problem) { try BaseURL(parsing: text) }
  }
}
