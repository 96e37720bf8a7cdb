import AccordContract
import AccordDocuments
import AccordEngine
import AccordHTTP
import Testing

struct RequestsContentTests {
  private static let v = Variable("v")

  @Test func `JSON is written as it stands in the contract`() throws {
    let object = try JSONDocument(parsing: #"{"b":[1.50,"é"]}"#)
    let step = Post("/a").json([
      "z": 1, "a": [true, false, nil, 1.5, 12_345_678_901_234_567_890, .number("1.000")],
      "s": "q\"\\\n\u{1}é/", "t": "x \(Self.v)", "n": .variable(Variable("n")),
      "v": .variable(Self.v), "e": [:], "f": [],
    ])
    let sent = try request(step, bindings: ["v": .text("a\"b"), "n": .json(object.root)])
    #expect(
      sent.text
        == #"{"z":1,"a":[true,false,null,1.5,12345678901234567890,1.000],"#
        + #""s":"q\"\\\n\u0001é/","t":"x a\"b","n":{"b":[1.50,"é"]},"v":"a\"b","e":{},"f":[]}"#)
    #expect(try request(Post("/a").json("x")).text == #""x""#)
    #expect(sent.method == "POST")
  }

  @Test func `XML is sent as written, with variables as character data`() throws {
    let sent = try request(
      Post("/a").xml("<a b=\"\(Self.v)\">é\(Self.v)</a>"), bindings: ["v": .text("<&>\"'")])
    #expect(
      sent.text
        == "<a b=\"&lt;&amp;&gt;&quot;&apos;\">é&lt;&amp;&gt;&quot;&apos;</a>")
    #expect(sent.written == ["Content-Type: application/xml"])
  }

  @Test func `A form is encoded as browsers do`() throws {
    let sent = try request(
      Post("/a").form(["a b": "1+1=2 & é", "z": "*-._~", "a b": "\(Self.v)", "e": ""]),
      bindings: ["v": .text("x&y=\r\n")])
    #expect(
      sent.text == "a+b=1%2B1%3D2+%26+%C3%A9&z=*-._%7E&a+b=x%26y%3D%0D%0A&e=")
    #expect(sent.written == ["Content-Type: application/x-www-form-urlencoded"])
  }

  @Test func `The parts of a multipart body are handed over in their order`() throws {
    let file = #filePath
    let sent = try request(
      Post("/a").multipart(
        .field("subject", "hello \(Self.v)"), .field("j", "{}", type: "application/json"),
        .file("f", file), .file("g", file, fileName: "x.swift", type: "text/plain"),
        .file("b", bytes: [0, 255], fileName: "b.bin")),
      bindings: ["v": .text("you")])
    #expect(sent.written == [], "the transport says the boundary")
    #expect(
      sent.content
        == .multipart([
          MultipartPart(name: "subject", source: .bytes(Array("hello you".utf8))),
          MultipartPart(
            name: "j", source: .bytes(Array("{}".utf8)), contentType: "application/json"),
          MultipartPart(
            name: "f", source: .file(path: file), filename: "RequestsContentTests.swift",
            contentType: "application/octet-stream"),
          MultipartPart(
            name: "g", source: .file(path: file), filename: "x.swift",
            contentType: "text/plain"),
          MultipartPart(
            name: "b", source: .bytes([0, 255]), filename: "b.bin",
            contentType: "application/octet-stream"),
        ]))
  }

  @Test func `Text, octets and files are sent as they are`() throws {
    let text = try request(Post("/a").body(.text("é \(Self.v)")), bindings: ["v": .text("<1>")])
    #expect(text.text == "é <1>")
    #expect(text.written == ["Content-Type: text/plain; charset=utf-8"])
    let octets = try request(Post("/a").body(.bytes([0, 255]), type: "image/png"))
    #expect(octets.content == .bytes([0, 255]))
    #expect(octets.written == ["Content-Type: image/png"])
    #expect(
      try request(Post("/a").body(.bytes([]))).written
        == ["Content-Type: application/octet-stream"])
    let file = try request(Post("/a").body(.file(#filePath)))
    #expect(file.content == .file(path: #filePath))
    #expect(file.written == ["Content-Type: application/octet-stream"])
    #expect(try url(Post("/a").body(.file("no such file"))) == "unreadableFile")
    #expect(try request(Get("/a")).content == .none)
  }

  @Test func `A file is looked for beside the contract's own`() throws {
    var step = Post("/a").body(.file("RequestsContentTests.swift"))
    step.location = AccordContract.SourceLocation(
      fileID: "", filePath: #filePath, line: 1, column: 1)
    #expect(try request(step).content == .file(path: #filePath))
  }
}
