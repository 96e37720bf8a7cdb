import AccordHTTP
import AccordTestSupport
import Foundation
import Testing

@Suite("Content from files and in parts")
struct ContentTests {
  /// What the server gets, and the exchange.
  private func send(
    _ content: RequestContent, fields: [RequestField] = []
  ) throws -> (received: ReceivedRequest?, exchange: Exchange) {
    let server = try ScriptedServer { _ in [.respond(200)] }
    defer { server.stop() }
    let client = try makeClient()
    let exchange = try client.perform(
      HTTPRequest(method: "POST", url: server.url(), fields: fields, content: content))
    return (server.requests.first, exchange)
  }

  private func withFile<R>(_ octets: [UInt8], _ body: (String) throws -> R) throws -> R {
    let url = FileManager.default.temporaryDirectory.appending(path: "accord-\(UUID()).txt")
    try Data(octets).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return try body(url.path)
  }

  @Test(
    "A file is streamed with its length and without a guessed type", arguments: [0, 5, 2_000_000])
  func file(size: Int) throws {
    let octets = (0..<size).map { UInt8(truncatingIfNeeded: $0) }
    let (received, exchange) = try withFile(octets) { try send(.file(path: $0)) }
    #expect(exchange.response?.status == 200)
    #expect(received?.content == octets)
    #expect(received?.values("content-length") == ["\(size)"])
    #expect(received?.fieldLines.count == 4)
  }

  @Test("A file is sent whole again where the request is repeated")
  func repeatedFile() throws {
    let server = try ScriptedServer { request in
      request.connection == 0 && request.index == 1 ? [.close] : [.respond(200)]
    }
    defer { server.stop() }
    let client = try makeClient()
    _ = try client.perform(HTTPRequest(url: server.url()))
    let exchange = try withFile(Array("abc".utf8)) { path in
      try client.perform(
        HTTPRequest(method: "PUT", url: server.url(), content: .file(path: path)))
    }
    #expect(exchange.response?.status == 200)
    #expect(exchange.sendCount == 2)
    #expect(server.requests.suffix(2).map { text($0.content) } == ["abc", "abc"])
  }

  @Test("A file that cannot be read is an error before anything is sent")
  func unreadable() throws {
    let path = "/nowhere/at/all"
    let part = MultipartPart(name: "f", source: .file(path: path))
    for content: RequestContent in [.file(path: path), .multipart([part])] {
      let (received, exchange) = try send(content)
      #expect(received == nil)
      let expected = RequestProblem.fileIsUnreadable(
        path: path, reason: "No such file or directory")
      #expect(exchange.error?.reason == .request(expected))
    }
    let directory = FileManager.default.temporaryDirectory.path
    let (_, exchange) = try send(.file(path: directory))
    #expect(exchange.error?.reason == .request(.fileIsNotRegular(path: directory)))
  }

  @Test("Parts have what they say: name, file name, type, octets")
  func multipart() throws {
    let (received, exchange) = try withFile(Array("from a file".utf8)) { path in
      try send(
        .multipart([
          MultipartPart(name: "plain", source: .bytes(Array("a\0b".utf8))),
          MultipartPart(
            name: "typed", source: .bytes([]), filename: "x \"y\".json",
            contentType: "application/json"),
          MultipartPart(name: "file", source: .file(path: path)),
          MultipartPart(name: "named", source: .file(path: path), filename: "n.html"),
        ]))
    }
    #expect(exchange.response?.status == 200)
    let type = try #require(received?.values("content-type").first)
    #expect(type.hasPrefix("multipart/form-data; boundary="))
    #expect(received?.values("content-type").count == 1)
    #expect(received?.values("expect") == [])
    let boundary = try #require(type.split(separator: "=").last)
    let content = text(received?.content ?? []).replacing("\0", with: "NUL")
    let expected = [
      "Content-Disposition: form-data; name=\"plain\"\r\n\r\naNULb",
      "Content-Type: application/json\r\n"
        + "Content-Disposition: form-data; name=\"typed\"; filename=\"x %22y%22.json\"\r\n\r\n",
      "Content-Disposition: form-data; name=\"file\"\r\n\r\nfrom a file",
      "Content-Disposition: form-data; name=\"named\"; filename=\"n.html\"\r\n\r\nfrom a file",
    ]
    let whole =
      expected.map { "--\(boundary)\r\n\($0)\r\n" }.joined() + "--\(boundary)--\r\n"
    #expect(content == whole)
  }

  @Test("Another multipart type gets the boundary too")
  func otherMultipart() throws {
    let part = MultipartPart(name: "n", source: .bytes([65]))
    let (received, _) = try send(
      .multipart([part]), fields: [RequestField("Content-Type", "multipart/mixed")])
    let types = try #require(received?.values("content-type"))
    #expect(types.count == 1)
    #expect(types.first?.hasPrefix("multipart/mixed; boundary=") == true)
  }

  @Test("A name cannot end its line, and a type that would is refused")
  func brokenPart() throws {
    let named = MultipartPart(name: "a\r\nX: y\0", source: .bytes([65]))
    let (received, _) = try send(.multipart([named]))
    let content = text(received?.content ?? [])
    #expect(content.contains("name=\"a%0D%0AX: y%00\"\r\n\r\nA"))
    let typed = MultipartPart(name: "a", source: .bytes([65]), contentType: "a/b\nX: y")
    let (nothing, exchange) = try send(.multipart([typed]))
    #expect(nothing == nil)
    #expect(
      exchange.error?.reason == .request(.fieldValueBreaksLine(name: "Content-Type")))
  }
}
