import AccordHTTP
import AccordTestSupport
import Testing

@Suite("A response comes as it was sent")
struct ResponseTests {
  /// The exchange with a server that answers with these octets.
  private func exchange(
    _ actions: [ScriptedServer.Action], _ change: (inout HTTPRequest) -> Void = { _ in }
  ) throws -> Exchange {
    let server = try ScriptedServer { _ in actions }
    defer { server.stop() }
    let client = try makeClient()
    var request = HTTPRequest(url: server.url())
    change(&request)
    return try client.perform(request)
  }

  private func response(
    _ octets: String, close: Bool = false, _ change: (inout HTTPRequest) -> Void = { _ in }
  ) throws -> HTTPResponse {
    try exchange([.send(octets)] + (close ? [.close] : []), change).result.get()
  }

  @Test("Version, status, reason, fields and body")
  func plain() throws {
    let response = try response(
      "HTTP/1.1 200 All is well\r\nA: 1\r\nb:2 \r\nContent-Length: 5\r\na:  three\t\r\n\r\nhello")
    #expect(response.version == .http1_1)
    #expect(response.status == 200)
    #expect(response.reason == "All is well")
    #expect(response.fields.map(\.name) == ["A", "b", "Content-Length", "a"])
    #expect(response.fields.map(\.value) == ["1", "2", "5", "three"])
    #expect(response.fields.names == ["A", "b", "Content-Length"])
    #expect(response.fields.first("B")?.value == "2")
    #expect(response.fields.all("a").map(\.value) == ["1", "three"])
    #expect(response.fields.combined("A") == "1, three")
    #expect(response.fields.contains("CONTENT-length"))
    #expect(!response.fields.contains("content-lengt"))
    #expect(response.fields.combined("z") == nil)
    #expect(text(response.body) == "hello")
    #expect(response.bodyAsReceived == nil)
    #expect(response.trailers.isEmpty)
    #expect(response.interim.isEmpty)
  }

  @Test(
    "Status lines are read as they are",
    arguments: [
      ("HTTP/1.1 200 ", 200, ""), ("HTTP/1.1 404 Not Found", 404, "Not Found"),
      ("HTTP/1.1 299", 299, ""), ("HTTP/1.1 599 a  b", 599, "a  b"),
    ])
  func statusLines(line: String, status: Int, reason: String) throws {
    let response = try response(line + "\r\nContent-Length: 0\r\n\r\n")
    #expect(response.status == status)
    #expect(response.reason == reason)
  }

  @Test("204 and 304 have no body, and the connection goes on", arguments: [204, 304])
  func noBody(status: Int) throws {
    let server = try ScriptedServer { _ in
      [.send("HTTP/1.1 \(status) X\r\nETag: \"a\"\r\n\r\n")]
    }
    defer { server.stop() }
    let client = try makeClient()
    for isNew in [true, false] {
      let exchange = try client.perform(HTTPRequest(url: server.url()))
      #expect(exchange.response?.status == status)
      #expect(exchange.response?.body == [])
      #expect(exchange.connection.isNew == isNew)
    }
  }

  @Test("Chunks are joined, trailers are kept apart, and the framing is recorded on request")
  func chunked() throws {
    let body = "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nX-Sum: 7\r\nx-sum: 8\r\n\r\n"
    let octets = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body
    let response = try response(octets) { $0.recordsWire = true }
    #expect(text(response.body) == "abcde")
    #expect(response.fields.map(\.name) == ["Transfer-Encoding"])
    #expect(response.trailers.map(\.name) == ["X-Sum", "x-sum"])
    #expect(response.trailers.all("X-SUM").map(\.value) == ["7", "8"])
    let received = try #require(response.bodyAsReceived)
    #expect(text(received).hasPrefix("3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n"))
  }

  @Test("Interim responses are kept apart from the final one")
  func interim() throws {
    let response = try response(
      """
      HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\nLink: </b>\r\n\r\n\
      HTTP/1.1 201 Created\r\nContent-Length: 1\r\nLink: </c>\r\n\r\nx
      """)
    #expect(response.status == 201)
    #expect(response.fields.all("link").map(\.value) == ["</c>"])
    #expect(response.interim.map(\.status) == [100, 103])
    #expect(response.interim.last?.fields.all("Link").map(\.value) == ["</a>", "</b>"])
    #expect(text(response.body) == "x")
  }

  @Test("Values that are not UTF-8 keep their octets and are shown escaped")
  func notUTF8() throws {
    let octets: [UInt8] = Array("HTTP/1.1 200 gr\u{fc}n\r\nX: a".utf8) + [0xfc, 0x80, 0x62]
    let rest = Array("\r\nY: gr\u{fc}n\r\nContent-Length: 0\r\n\r\n".utf8)
    let response = try exchange([.octets(octets + rest)]).result.get()
    let field = try #require(response.fields.first("x"))
    #expect(Array(field.valueOctets) == [0x61, 0xfc, 0x80, 0x62])
    #expect(field.value == "a\\xFC\\x80b")
    #expect(!field.isUTF8)
    #expect(response.fields.first("y")?.value == "gr\u{fc}n")
    #expect(response.fields.first("y")?.isUTF8 == true)
    #expect(response.reason == "gr\u{fc}n")
  }

  @Test("Folded lines are one value, and empty values and blanks before a colon are kept")
  func odd() throws {
    let response = try response(
      "HTTP/1.1 200 OK\r\nX: a\r\n  b\r\n\tc\r\nEmpty:\r\nY : z\r\nContent-Length: 0\r\n\r\n")
    #expect(response.fields.first("x")?.value == "a    b   c")
    #expect(response.fields.first("empty")?.value == "")
    #expect(response.fields.map(\.name) == ["X", "Empty", "Y ", "Content-Length"])
  }

  @Test("A body without a length ends with the connection")
  func untilClose() throws {
    let response = try response("HTTP/1.1 200 OK\r\n\r\nall of it", close: true)
    #expect(text(response.body) == "all of it")
  }

  /// `hello` in gzip.
  private static let gzip: [UInt8] = [
    0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xcb, 0x48, 0xcd, 0xc9, 0xc9, 0x07,
    0x00, 0x86, 0xa6, 0x10, 0x36, 0x05, 0x00, 0x00, 0x00,
  ]

  @Test("A coded body is decoded only if the request named codings", arguments: [true, false])
  func coding(accepts: Bool) throws {
    let head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 25\r\n\r\n"
    let server = try ScriptedServer { _ in [.octets(Array(head.utf8) + Self.gzip)] }
    defer { server.stop() }
    let client = try makeClient()
    // Before it the other case, so that the handle has to change.
    for accepts in [!accepts, accepts] {
      let fields = accepts ? [RequestField("Accept-Encoding", "gzip;q=0.5")] : []
      let exchange = try client.perform(
        HTTPRequest(url: server.url(), fields: fields, recordsWire: true))
      let response = try exchange.result.get()
      #expect(response.body == (accepts ? Array("hello".utf8) : Self.gzip))
      #expect(response.bodyAsReceived == Self.gzip)
      #expect(
        server.requests.last?.values("accept-encoding") == (accepts ? ["gzip;q=0.5"] : []))
    }
  }

  @Test("A large body comes whole")
  func large() throws {
    let body = String(repeating: "0123456789", count: 300_000)
    let exchange = try exchange([.respond(200, [], body)])
    #expect(text(exchange.response?.body ?? []) == body)
  }

  @Test("The octets sent are recorded on request, the head apart from the content")
  func wire() throws {
    let server = try ScriptedServer { _ in [.respond(200)] }
    defer { server.stop() }
    let client = try makeClient()
    for records in [true, false, true] {
      let exchange = try client.perform(
        HTTPRequest(
          method: "POST", url: server.url(), content: .bytes(Array("abc".utf8)),
          recordsWire: records))
      guard records else {
        #expect(exchange.sent == nil)
        continue
      }
      let sent = try #require(exchange.sent)
      #expect(text(sent.head) == server.requests.last?.head)
      #expect(text(sent.content) == "abc")
    }
  }

  @Test("Responses of one handle do not share what they hold")
  func independence() throws {
    let server = try ScriptedServer { request in
      [.respond(200, ["X-Number: \(request.index)"], "\(request.index)")]
    }
    defer { server.stop() }
    let client = try makeClient()
    let exchanges = try (0..<3).map { _ in try client.perform(HTTPRequest(url: server.url())) }
    for (index, exchange) in exchanges.enumerated() {
      #expect(exchange.response?.fields.first("x-number")?.value == "\(index)")
      #expect(text(exchange.response?.body ?? []) == "\(index)")
    }
  }

  @Test("Fields can be made from names and values, and equal those that came")
  func madeFields() throws {
    let response = try response("HTTP/1.1 200 OK\r\nA:1\r\nContent-Length: 0\r\n\r\n")
    #expect(response.fields == HTTPFields([("A", "1"), ("Content-Length", "0")]))
    #expect(response.fields != HTTPFields([("a", "1"), ("Content-Length", "0")]))
  }
}
