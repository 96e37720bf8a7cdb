import AccordContract
import AccordHTTP
import Testing

@testable import AccordEngine

@Suite("Credentials of a request")
struct RequestsCredentialTests {
  private static let key = Variable("key")

  @Test("An API key stands in the field or the query that it is meant for, and is sensitive")
  func apiKey() throws {
    let field = try request(
      Get("/a").auth(.apiKey("\(Self.key)", in: .header("X-API-Key"))),
      bindings: ["key": .text("key-1")])
    #expect(field.written == ["X-API-Key: key-1"])
    #expect(field.fields.map(\.isSensitive) == [true])
    let query = AccordContract.Trait.auth(.apiKey("\(Self.key)", in: .query("api key")))
    let bindings = ["key": BoundValue.text("a&b=c")]
    #expect(
      try url(Get("/a"), bindings: bindings, traits: [query]) == "http://h/a?api%20key=a%26b%3Dc")
    #expect(
      try url(Get("/a").query("q", "1"), bindings: bindings, traits: [query])
        == "http://h/a?q=1&api%20key=a%26b%3Dc")
    #expect(try url(Get("/a").auth(.none), bindings: bindings, traits: [query]) == "http://h/a")
  }

  @Test("A field of its own takes the place of an API key in it")
  func replaced() throws {
    let step = Get("/a").auth(.apiKey("first", in: .header("X-Key"))).header("x-key", "two")
    #expect(try request(step).written == ["x-key: two"])
  }

  @Test("Digest and signatures wait until the request is sent")
  func dynamic() throws {
    #expect(try request(Get("/a").auth(.digest(user: "u", password: "pass"))).written == [])
    let signed = Get("/a").auth(
      .awsSignature(accessKey: "a", secretKey: "secret", region: "r", service: "s3"))
    #expect(try request(signed).written == [])
  }

  @Test("A line break ends no field of an API key")
  func lineBreak() throws {
    let step = Get("/a").auth(.apiKey("\(Self.key)", in: .header("X-Key")))
    #expect(try url(step, bindings: ["key": .text("a\r\nb: c")]) == "unusableFieldValue")
  }

  @Test("A link to another origin gets the credentials of its own step alone")
  func link() throws {
    let next = Variable("next", .link)
    let traits: [AccordContract.Trait] = [
      .auth(.bearer("outer")), .linkOrigins("http://other.test"),
    ]
    let bindings = ["next": BoundValue.text("http://other.test/x")]
    #expect(try request(Get(next), bindings: bindings, traits: traits).written == [])
    #expect(
      try request(Get(next).auth(.bearer("inner")), bindings: bindings, traits: traits).written
        == ["Authorization: Bearer inner"])
    let here = ["next": BoundValue.text("http://h/x")]
    #expect(
      try request(Get(next), bindings: here, traits: traits).written
        == ["Authorization: Bearer outer"])
  }

  @Test("A netrc file has the credentials of hosts that nothing else speaks of")
  func netrc() throws {
    func written(_ step: Step, traits: [AccordContract.Trait] = [], host: String = "h") throws
      -> [String]
    {
      var options = RunOptions(baseURL: try BaseURL(parsing: "http://\(host)"), seed: 1)
      options.netrc = Netrc(parsing: "machine h login ada password lovelace")
      var scope = Scope()
      for trait in traits { scope.apply(trait) }
      return try RequestBuilder(options: options).request(
        for: step, in: scope, bindings: Bindings([:]), cookies: nil
      ).request.written
    }
    #expect(try written(Get("/a")) == ["Authorization: Basic YWRhOmxvdmVsYWNl"])
    #expect(try written(Get("/a"), host: "other") == [])
    #expect(try written(Get("/a").auth(.none)) == [])
    #expect(try written(Get("/a"), traits: [.auth(.none)]) == [])
    #expect(
      try written(Get("/a"), traits: [.auth(.bearer("token"))]) == ["Authorization: Bearer token"])
    #expect(try written(Get("/a").header("authorization", "x")) == ["authorization: x"])
    #expect(
      try written(Get("/a"), traits: [.header("authorization", "x")]) == ["authorization: x"])
  }

  @Test(
    "The parts of a URL are what is sent",
    arguments: [
      ("http://h", "h", "/", "/"), ("http://h:80/a", "h", "/a", "/a"),
      ("https://h:443?q", "h", "/", "/?q"), ("https://h:80/a?b?c#d", "h:80", "/a", "/a?b?c"),
      ("http://[::1]:8080/%2F/", "[::1]:8080", "/%2F/", "/%2F/"),
    ])
  func parts(url: String, host: String, path: String, target: String) {
    let parts = RequestParts(url)
    #expect(parts.host == host)
    #expect(parts.path == path)
    #expect(parts.target == target)
  }
}
