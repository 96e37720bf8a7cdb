import AccordHTTP
import AccordTestSupport
import Synchronization
import Testing

@Suite("A response whose end or meaning is in doubt is no answer")
struct MalformedTests {
  private func exchange(
    _ actions: [ScriptedServer.Action], _ change: (inout HTTPRequest) -> Void = { _ in }
  ) throws -> Exchange {
    let server = try ScriptedServer { _ in actions + [.close] }
    defer { server.stop() }
    var request = HTTPRequest(url: server.url())
    change(&request)
    return try makeClient().perform(request)
  }

  /// A message and what is wrong with it.
  struct Malformed: Sendable, CustomStringConvertible {
    var description: String
    var defect: MessageDefect

    init(_ octets: String, _ defect: MessageDefect) {
      description = octets
      self.defect = defect
    }
  }

  private static let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"

  private static let malformed = [
    Malformed("HTTP/1.1 200 OK\r\nContent-Length: +5\r\n\r\nhello", .unusableLength("+5")),
    Malformed("HTTP/1.1 200 OK\r\nContent-Length: 0x5\r\n\r\nhello", .unusableLength("0x5")),
    Malformed("HTTP/1.1 200 OK\r\nContent-Length: 5 5\r\n\r\nhello", .unusableLength("5 5")),
    Malformed("HTTP/1.1 200 OK\r\nContent-Length: 5,\r\n\r\nhello", .unusableLength("5,")),
    Malformed(
      "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\nhello",
      .unusableLength("99999999999999999999")),
    Malformed("HTTP/1.1 200 OK\r\nContent-Length: 5, 6\r\n\r\nhello", .lengthsDiffer(["5", "6"])),
    Malformed(
      "HTTP/1.1 200 OK\r\nCONTENT-LENGTH: 6\r\nContent-Length:5\r\n\r\nhello",
      .lengthsDiffer(["6", "5"])),
    Malformed(
      "HTTP/1.1 200 OK\r\nContent-Length : 5\r\n\r\nhello",
      .blankBeforeColon(name: "Content-Length")),
    Malformed(
      "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      .lengthBesideCoding),
    Malformed(
      "HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", .codingInHTTP1_0),
    Malformed(
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked, identity\r\n\r\n0\r\n\r\n",
      .misplacedChunked("Chunked, identity")),
    Malformed(
      chunked + "5\r\nhello\r\n0x6\r\n world\r\n0\r\n\r\n", .unusableChunkSize("0x6")),
    Malformed(chunked + "5 ?\r\nhello\r\n0\r\n\r\n", .unusableChunkSize("5 ?")),
    Malformed("HTTP/2 200\r\nContent-Length: 5\r\n\r\nhello", .versionNotSpoken(.http2)),
    Malformed("http/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", .noStatusLine),
    Malformed("HTTP/1.1 204 No Content\r\n", .headCutOff),
    Malformed("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX: y", .headCutOff),
    Malformed("HTTP/1.1 103 Early Hints\r\n\r\n", .noFinalResponse),
  ]

  @Test("What is wrong is named", arguments: malformed)
  func defect(_ message: Malformed) throws {
    let error = try #require(try exchange([.send(message.description)]).error)
    #expect(error.reason == .malformed(message.defect))
    #expect(error.phase == .receive)
    #expect(error.mayHaveBeenProcessed)
  }

  @Test("The same octet by octet", arguments: [malformed[11], malformed[12]])
  func octetByOctet(_ message: Malformed) throws {
    let actions = message.description.utf8.flatMap { octet in
      [ScriptedServer.Action.octets([octet]), .pause(.milliseconds(1))]
    }
    let error = try #require(try exchange(actions).error)
    guard case .malformed(.unusableChunkSize) = error.reason else {
      Issue.record("\(error.reason)")
      return
    }
  }

  @Test(
    "What the standard allows is an answer",
    arguments: [
      "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\nhello",
      "HTTP/1.1 200 OK\r\nContent-Length: 5 , 05\r\n\r\nhello",
      "HTTP/1.1 200 OK\r\ncontent-length:\t5 \r\n\r\nhello",
      "HTTP/1.1 200 OK\nContent-Length: 5\n\nhello",
      "HTTP/1.1 200 OK\r\nContent-Length-Of-Old: +5\r\nContent-Length: 5\r\n\r\nhello",
      "HTTP/1.0 200 OK\r\n\r\nhello",
      chunked + "5\r\nhello\r\n0\r\n\r\n",
      chunked + "0000000000000005;a=\"b;c\";d \r\nhello\r\n0;e\r\nX: y\r\n\r\n",
      chunked + "2 ; a\r\nhe\r\n3\t\r\nllo\r\n00\r\n\r\n",
      "HTTP/1.1 103 Early\r\nContent-Length: +1\r\n\r\n" + chunked + "5\r\nhello\r\n0\r\n\r\n",
    ])
  func allowed(octets: String) throws {
    let exchange = try exchange([.send(octets)])
    #expect(text(try #require(exchange.response).body) == "hello")
  }

  @Test("A length says nothing where there is no body", arguments: ["204 No", "304 Not"])
  func withoutBody(status: String) throws {
    let octets = "HTTP/1.1 \(status)\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n"
    #expect(try exchange([.send(octets)]).response != nil)
    let head = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n"
    #expect(try exchange([.send(head)]) { $0.method = "HEAD" }.response?.status == 200)
  }

  @Test("A change of protocol ends with its head")
  func switching() throws {
    let exchange = try exchange([
      .send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n"), .hang,
    ])
    #expect(exchange.response?.status == 101)
    #expect(exchange.response?.fields.first("upgrade")?.value == "x")
    #expect(exchange.response?.body.isEmpty == true)
  }

  @Test("Folds and bare CRs are spaces")
  func spaces() throws {
    let octets =
      "HTTP/1.1 200 OK\r\nA: b \r\n\t c\r\nD: e\rF: g\r\nContent-Length: 0\r\n\r\n"
    let fields = try #require(try exchange([.send(octets)]).response).fields
    #expect(fields.first("A")?.value == "b     c")
    #expect(fields.first("D")?.value == "e F: g")
    #expect(!fields.contains("F"))
  }

  @Test("A field line longer than curl takes is too long, not a lack of memory")
  func longLine() throws {
    let line = "X: " + String(repeating: "y", count: 200_000)
    let error = try #require(try exchange([.send("HTTP/1.1 200 OK\r\n\(line)\r\n\r\n")]).error)
    guard case .headTooLarge = error.reason else {
      Issue.record("\(error.reason)")
      return
    }
  }

  @Test(
    "White space before the first field does no harm to the exchanges after it",
    arguments: ["", "HTTP/1.1 100 Continue\r\n\r\n"], [false, true])
  func foldedFirstLine(interim: String, recordsWire: Bool) throws {
    let fold = " x: \(String(repeating: "y", count: 200))"
    let server = try ScriptedServer { request in
      request.target == "/folded"
        ? [
          .send(
            "\(interim)HTTP/1.1 200 OK\r\n\(fold)\r\n\(fold)\r\n\tz: 1\r\nContent-Length: 1\r\n\r\nx"
          ), .close,
        ]
        : [.respond(200, ["A: b"], "x")]
    }
    defer { server.stop() }
    let client = try makeClient()
    for _ in 0..<20 {
      #expect(try client.perform(HTTPRequest(url: server.url())).response?.status == 200)
      var request = HTTPRequest(url: server.url("/folded"))
      request.recordsWire = recordsWire
      let error = try #require(try client.perform(request).error)
      // Later versions of curl say so themselves.
      #expect(error.reason == .malformed(.blankBeforeFirstField) || error.reason == .curl)
      #expect(error.code == 43)
    }
  }

  @Test("A fold of the second field is none of the first")
  func foldedSecondField() throws {
    let octets = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nA: b\r\n c\r\n\r\n"
    #expect(try exchange([.send(octets)]).response?.fields.first("A")?.value == "b   c")
  }

  @Test("Octets after a response are no response to the next request", arguments: ["GET", "POST"])
  func leftOvers(method: String) throws {
    let octets = "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx"
    let forged = "HTTP/1.1 418 Forged\r\nContent-Length: 0\r\n\r\n"
    let answered = Atomic(0)
    let forgeries = Atomic(0)
    let server = try ScriptedServer { request in
      [
        .send(octets), .waiting { answered.load(ordering: .acquiring) > request.connection },
        .send(forged), .waiting { forgeries.add(1, ordering: .acquiringAndReleasing).newValue > 0 },
      ]
    }
    defer { server.stop() }
    let client = try makeClient()
    for count in 1...3 {
      let exchange = try client.perform(HTTPRequest(method: method, url: server.url()))
      #expect(exchange.response?.status == 200)
      #expect(exchange.sendCount == 1)
      #expect(exchange.connection.isNew)
      answered.store(count, ordering: .releasing)
      let deadline = ContinuousClock.now + .seconds(20)
      while forgeries.load(ordering: .acquiring) < count, ContinuousClock.now < deadline {}
    }
    #expect(server.connectionCount == 3)
  }

  @Test("A POST finds out that its kept connection has ended before it is sent")
  func endedConnection() throws {
    let server = try ScriptedServer { _ in [.respond(200, [], "x"), .close] }
    defer { server.stop() }
    let client = try makeClient()
    for _ in 0..<3 {
      let exchange = try client.perform(HTTPRequest(method: "POST", url: server.url()))
      #expect(exchange.response?.status == 200)
      #expect(exchange.sendCount == 1)
      server.waitUntilAllClosed()
    }
  }

  @Test("A large body comes whole, of known length, in chunks and up to the close")
  func largeBody() throws {
    let body = (0..<9_500_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
    let chunk = Array(String(body.count, radix: 16).utf8) + Array("\r\n".utf8)
    for head in ["Content-Length: \(body.count)", "Transfer-Encoding: chunked", "X: y"] {
      let isChunked = head.hasPrefix("T")
      let exchange = try exchange([
        .send("HTTP/1.1 200 OK\r\n\(head)\r\n\r\n"),
        .octets(isChunked ? chunk + body + Array("\r\n0\r\n\r\n".utf8) : body),
      ])
      #expect(exchange.response?.body == body, "\(head)")
    }
  }
}
