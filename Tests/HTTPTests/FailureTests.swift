import AccordHTTP
import AccordTestSupport
import Synchronization
import Testing

@Suite("What goes wrong is told with its phase")
struct FailureTests {
  /// The error of an exchange with a server that does this.
  private func error(
    _ actions: [ScriptedServer.Action], _ change: (inout HTTPRequest) -> Void = { _ in }
  ) throws -> TransportError {
    let server = try ScriptedServer { _ in actions }
    defer { server.stop() }
    let client = try makeClient()
    var request = HTTPRequest(url: server.url())
    change(&request)
    return try #require(try client.perform(request).error)
  }

  @Test("A connection closed or reset before an answer", arguments: [false, true])
  func endBefore(resets: Bool) throws {
    let error = try error([resets ? .reset : .close])
    #expect(error.phase == .firstByte)
    #expect(error.reason == .curl)
    #expect(error.code == (resets ? 56 : 52))
    #expect(!error.message.isEmpty)
    #expect(error.mayHaveBeenProcessed)
    #expect(error.received == nil)
  }

  @Test(
    "A connection closed within a response",
    arguments: [
      "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
    ])
  func endWithin(octets: String) throws {
    let error = try error([.send(octets), .close])
    #expect(error.phase == .receive)
    #expect(error.code == 18)
    #expect(error.mayHaveBeenProcessed)
    #expect(error.received?.status == 200)
    #expect(text(error.received?.body ?? []) == "hello")
  }

  @Test("A connection reset after a response does not matter")
  func resetAfter() throws {
    let answered = Atomic(0)
    let server = try ScriptedServer { request in
      [
        .respond(200, [], "x"),
        .waiting { answered.load(ordering: .acquiring) > request.connection }, .reset,
      ]
    }
    defer { server.stop() }
    let client = try makeClient()
    for count in 1...2 {
      let exchange = try client.perform(HTTPRequest(method: "POST", url: server.url()))
      #expect(exchange.response?.status == 200)
      // Nothing was sent on the dead connection, so the second one, a POST too, was sent once.
      #expect(exchange.sendCount == 1)
      #expect(exchange.connection.isNew)
      answered.store(count, ordering: .releasing)
      server.waitUntilAllClosed()
    }
    #expect(server.connectionCount == 2)
  }

  @Test(
    "What is no response of HTTP",
    arguments: [
      "SSH-2.0-x\r\n", "{\"a\":1}", "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
      "HTTP/1.1 200 OK\r\n folded: into nothing\r\n\r\n", "HTTP/1.1 20",
    ])
  func noHTTP(octets: String) throws {
    let error = try error([.send(octets), .close])
    #expect(error.code != 0)
    #expect([.firstByte, .receive].contains(error.phase))
    #expect(error.received == nil)
  }

  @Test("A port where nobody listens")
  func refused() throws {
    let (socket, port) = try Socket.listening()
    socket.close()
    let client = try makeClient()
    let exchange = try client.perform(HTTPRequest(url: "http://127.0.0.1:\(port)/"))
    #expect(exchange.error?.phase == .connect)
    #expect(exchange.error?.code == 7)
    #expect(exchange.error?.mayHaveBeenProcessed == false)
    #expect(exchange.sendCount == 0)
    #expect(!exchange.connection.isNew)
    #expect(exchange.connection.local == nil)
    // On a handle that had a connection before, too.
    let server = try ScriptedServer { _ in [.respond(200)] }
    defer { server.stop() }
    #expect(try client.perform(HTTPRequest(url: server.url())).connection.local != nil)
    let again = try client.perform(HTTPRequest(url: "http://127.0.0.1:\(port)/"))
    #expect(again.error?.phase == .connect)
    #expect(again.connection == ConnectionFacts())
  }

  @Test("A name that nobody has")
  func unknownHost() throws {
    let client = try makeClient()
    let exchange = try client.perform(HTTPRequest(url: "http://nobody.invalid/"))
    #expect(exchange.error?.phase == .nameLookup)
    #expect(exchange.error?.code == 6)
    #expect(exchange.sendCount == 0)
  }

  @Test("A server that does not speak TLS")
  func noTLS() throws {
    let server = try ScriptedServer(serving: { server, socket, number in
      while let octets = socket.receive() {
        server.note(octets, on: number)
        guard socket.send(Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8)) else { return }
      }
    })
    defer { server.stop() }
    let client = try makeClient()
    let exchange = try client.perform(HTTPRequest(url: "https://127.0.0.1:\(server.port)/"))
    #expect(exchange.error?.phase == .tls)
    #expect(exchange.error?.code == 35)
    #expect(exchange.error?.mayHaveBeenProcessed == false)
    #expect(exchange.connection.remote?.port == server.port)
  }

  @Test("No answer within the limit of the whole exchange")
  func totalTimeout() throws {
    let error = try error([.hang]) { $0.limits.total = .milliseconds(50) }
    #expect(error.phase == .firstByte)
    #expect(error.reason == .totalTimeout(.milliseconds(50)))
    #expect(error.mayHaveBeenProcessed)
  }

  @Test("No end within the limit of the whole exchange")
  func totalTimeoutWithin() throws {
    let error = try error([.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"), .hang]) {
      $0.limits.total = .milliseconds(80)
    }
    #expect(error.phase == .receive)
    #expect(error.reason == .totalTimeout(.milliseconds(80)))
    #expect(text(error.received?.body ?? []) == "abc")
  }

  @Test("A server that does not read does not hold the exchange past its limit")
  func totalTimeoutSending() throws {
    let (socket, port) = try Socket.listening()
    defer { socket.close() }
    let client = try makeClient()
    var request = HTTPRequest(
      method: "POST", url: "http://127.0.0.1:\(port)/",
      content: .bytes([UInt8](repeating: 0, count: 32 << 20)))
    request.limits.total = .milliseconds(100)
    let exchange = try client.perform(request)
    #expect(exchange.error?.phase == .send)
    #expect(exchange.error?.reason == .totalTimeout(.milliseconds(100)))
  }

  @Test("TLS that does not answer within the limit of connecting")
  func connectTimeout() throws {
    let server = try ScriptedServer(serving: { _, socket, _ in
      while socket.receive() != nil {}
    })
    defer { server.stop() }
    let client = try makeClient()
    var request = HTTPRequest(url: "https://127.0.0.1:\(server.port)/")
    request.limits.connect = .milliseconds(50)
    let exchange = try client.perform(request)
    #expect(exchange.error?.phase == .tls)
    #expect(exchange.error?.reason == .connectTimeout(.milliseconds(50)))
    #expect(exchange.error?.mayHaveBeenProcessed == false)
  }

  @Test("A limit of one handle's request does not stay for the next")
  func limitsDoNotStay() throws {
    let server = try ScriptedServer { _ in [.pause(.milliseconds(120)), .respond(200)] }
    defer { server.stop() }
    let client = try makeClient()
    var request = HTTPRequest(url: server.url())
    request.limits.total = .milliseconds(20)
    #expect(try client.perform(request).error?.reason == .totalTimeout(.milliseconds(20)))
    request.limits.total = nil
    #expect(try client.perform(request).response?.status == 200)
  }

  @Test("A body larger than allowed, one of known length and one without end")
  func bodyLimit() throws {
    let endless = "HTTP/1.1 200 OK\r\n\r\n" + String(repeating: "x", count: 100_000)
    for action: ScriptedServer.Action in [.respond(200, [], "123456"), .send(endless)] {
      let error = try error([action]) { $0.limits.bodySize = 5 }
      #expect(error.reason == .bodyTooLarge(limit: 5))
      #expect(error.phase == .receive)
      #expect(error.received?.status == 200)
    }
    let server = try ScriptedServer { _ in [.respond(200, [], "12345")] }
    defer { server.stop() }
    var request = HTTPRequest(url: server.url())
    request.limits.bodySize = 5
    #expect(try makeClient().perform(request).response?.body.count == 5)
  }

  @Test("Heads larger than allowed, or with more lines")
  func headLimits() throws {
    let lines = (0..<50).map { "X-\($0): abcdefghij" }
    let tooLarge = try error([.respond(200, lines)]) { $0.limits.headSize = 500 }
    #expect(tooLarge.reason == .headTooLarge(limit: 500))
    let tooMany = try error([.respond(200, lines)]) { $0.limits.fieldCount = 20 }
    #expect(tooMany.reason == .tooManyFields(limit: 20))
    #expect(tooMany.phase == .receive)
    let endless = String(repeating: "HTTP/1.1 103 Early Hints\r\n\r\n", count: 100)
    let tooManyHeads = try error([.send(endless)]) { $0.limits.headSize = 1_000 }
    #expect(tooManyHeads.reason == .headTooLarge(limit: 1_000))
  }

  @Test("A coding that curl does not know leaves the head readable")
  func unknownCoding() throws {
    let error = try error([.respond(200, ["Content-Encoding: nonsense"], "abc")]) {
      $0.fields = [RequestField("Accept-Encoding", "nonsense")]
    }
    #expect(error.code == 61)
    #expect(error.phase == .receive)
  }
}
