import AccordContract
import AccordEngine
import AccordHTTP
import Testing

struct RequestsFieldTests {
  private static let v = Variable("v")

  @Test func `Fields of traits come first, and the step's replace those of their name`() throws {
    let traits: [AccordContract.Trait] = [
      .header("A", "outer"), .header("B", "outer"), .header("a", "inner"), .header("C", nil),
    ]
    #expect(
      try request(Get("/a"), traits: traits).written == ["B: outer", "a: inner", "C: (none)"])
    #expect(
      try request(
        Get("/a").header("b", "1").header("X", "2").header("B", "3").header("C", "4"),
        traits: traits
      ).written == ["a: inner", "b: 1", "X: 2", "B: 3", "C: 4"])
    #expect(
      try request(Get("/a").header("A", nil).header(.accept, nil), traits: traits).written
        == ["B: outer", "C: (none)", "A: (none)", "Accept: (none)"])
  }

  @Test func `Who asks is said by the innermost word, and a field of the step wins`() throws {
    let traits: [AccordContract.Trait] = [.userAgent("outer/1"), .userAgent("inner/1")]
    #expect(try request(Get("/a"), traits: traits).written == ["User-Agent: inner/1"])
    #expect(
      try request(Get("/a").userAgent("own/1"), traits: traits).written == ["User-Agent: own/1"])
    #expect(
      try request(Get("/a").header("user-agent", "x y z").userAgent("own/1"), traits: traits)
        .written == ["user-agent: x y z"])
    #expect(try request(Get("/a")).written == [])
  }

  @Test func `The type of the content is said unless the step says another`() throws {
    #expect(try request(Post("/a").json(1)).written == ["Content-Type: application/json"])
    #expect(
      try request(Post("/a").json(1).header("content-type", "application/vnd.x+json")).written
        == ["content-type: application/vnd.x+json"])
    #expect(
      try request(Post("/a").header(.contentType, nil).json(1)).written
        == ["Content-Type: (none)"])
    #expect(try request(Get("/a")).written == [])
  }

  @Test func `Credentials are sent, the step's before those of a trait`() throws {
    #expect(
      try request(Get("/a").auth(.bearer("token"))).written == ["Authorization: Bearer token"])
    #expect(
      try request(Get("/a"), traits: [.auth(.basic(user: "Aladdin", password: "open sesame"))])
        .written == ["Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="])
    #expect(
      try request(Get("/a").auth(.basic(user: "é", password: "a:bc"))).written
        == ["Authorization: Basic w6k6YTpiYw=="])
    let traits: [AccordContract.Trait] = [.auth(.bearer("outer"))]
    #expect(try request(Get("/a").auth(.none), traits: traits).written == [])
    #expect(
      try request(
        Get("/a").auth(.bearer("\(Self.v)")), bindings: ["v": .text("xyzt")], traits: traits
      )
      .written == ["Authorization: Bearer xyzt"])
    #expect(
      try request(Get("/a").auth(.bearer("xyzt")).header("authorization", "Other y")).written
        == ["authorization: Other y"])
    #expect(try request(Get("/a").auth(.bearer("xyzt"))).fields.allSatisfy(\.isSensitive))
  }

  @Test func `Credentials of a step win over a field further out`() throws {
    let traits: [AccordContract.Trait] = [.header("Authorization", "Outer x")]
    #expect(
      try request(Get("/a").auth(.bearer("token")), traits: traits).written
        == ["Authorization: Bearer token"])
    #expect(try request(Get("/a").auth(.none), traits: traits).written == [])
    let inner: [AccordContract.Trait] = traits + [.auth(.bearer("inner"))]
    #expect(try request(Get("/a"), traits: inner).written == ["Authorization: Bearer inner"])
    #expect(
      try request(Get("/a"), traits: inner.reversed()).written == ["Authorization: Outer x"])
  }

  @Test func `A field whose value the step replaces needs no variable`() throws {
    #expect(
      try request(Get("/a").header("a", "1"), traits: [.header("A", "\(Self.v)")]).written
        == ["a: 1"])
    #expect(
      try request(Get("/a"), traits: [.header("A", "\(Self.v)"), .header("A", "2")]).written
        == ["A: 2"])
  }

  @Test func `A value that would break a field is an error`() throws {
    for value in ["a\r\nX: y", "abc\u{0}", "abc\u{7F}"] {
      let bindings = ["v": BoundValue.text(value)]
      #expect(
        try url(Get("/a").header("A", "\(Self.v)"), bindings: bindings) == "unusableFieldValue")
      #expect(
        try url(Get("/a").auth(.bearer(Self.v)), bindings: bindings) == "unusableFieldValue")
    }
    #expect(
      try url(
        Get("/a").auth(.basic(user: "\(Self.v)", password: "pass")), bindings: ["v": .text("a:b")])
        == "colonInUserName")
    #expect(
      try request(Get("/a").header("A", "\(Self.v)"), bindings: ["v": .text("é\t1")]).written
        == ["A: é\t1"])
  }

  @Test func `The value of a secret is marked`() throws {
    let secret = Variable("s", .secret)
    let request = try request(
      Get("/a").header("A", "x\(secret)").header("B", "\(Self.v)"),
      bindings: ["s": .text("1"), "v": .text("2")])
    #expect(request.fields.map(\.isSensitive) == [true, false])
  }

  @Test func `Limits of time are the step's, else those of traits`() throws {
    let traits: [AccordContract.Trait] = [.timeout(.seconds(7)), .connectTimeout(.seconds(2))]
    #expect(try request(Get("/a")).limits.total == .seconds(30))
    #expect(try request(Get("/a"), traits: traits).limits.total == .seconds(7))
    #expect(try request(Get("/a"), traits: traits).limits.connect == .seconds(2))
    #expect(
      try request(Get("/a").timeout(.seconds(1)), traits: traits).limits.total == .seconds(1))
  }
}
