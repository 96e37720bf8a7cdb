import AccordHTTP
import AccordTestSupport
import Testing

@Suite("No request is sent twice in silence")
struct RepeatTests {
  /// Two requests, the second arriving on a kept connection that the server closes at that moment.
  private func second(_ method: String, content: RequestContent = .none) throws
    -> (exchange: Exchange, received: Int)
  {
    let server = try ScriptedServer { request in
      request.connection == 0 && request.index == 1 ? [.close] : [.respond(200)]
    }
    defer { server.stop() }
    let client = try makeClient()
    #expect(try client.perform(HTTPRequest(url: server.url())).sendCount == 1)
    let request = HTTPRequest(
      method: method, url: server.url(), content: content, recordsWire: true)
    let exchange = try client.perform(request)
    return (exchange, server.requests.count - 1)
  }

  @Test(
    "An idempotent one is sent again once, and the exchange says so",
    arguments: ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"])
  func idempotent(method: String) throws {
    let (exchange, received) = try second(method)
    #expect(exchange.response?.status == 200)
    #expect(exchange.sendCount == 2)
    #expect(exchange.connection.isNew)
    #expect(received == 2)
    let head = text(exchange.sent?.head ?? [])
    #expect(head.hasPrefix("\(method) / HTTP/1.1\r\n"))
    #expect(head.split(separator: "HTTP/1.1").count == 2)
  }

  @Test(
    "Another is not, and the error says what may have happened", arguments: ["POST", "PATCH", "X"])
  func notIdempotent(method: String) throws {
    let (exchange, received) = try second(method, content: .bytes([65]))
    let error = try #require(exchange.error)
    #expect(error.reason == .notSentAgain)
    #expect(error.phase == .firstByte)
    #expect(error.mayHaveBeenProcessed)
    #expect(exchange.sendCount == 1)
    #expect(received == 1)
  }

  @Test("A repeated request goes to its own URL, whatever its handle did before")
  func url() throws {
    let server = try ScriptedServer { request in
      request.connection == 0 && request.index == 2 ? [.close] : [.respond(200)]
    }
    defer { server.stop() }
    let client = try makeClient()
    let paths = ["/1", "/2", "/3/../x?y", "/4"]
    for path in paths { _ = try client.perform(HTTPRequest(url: server.url(path))) }
    #expect(server.requests.map(\.target) == ["/1", "/2", "/3/../x?y", "/3/../x?y", "/4"])
  }

  @Test("The content of a repeated request is sent whole again")
  func content() throws {
    let (exchange, received) = try second("PUT", content: .bytes(Array("abc".utf8)))
    #expect(exchange.sendCount == 2)
    #expect(text(exchange.sent?.content ?? []) == "abc")
    #expect(received == 2)
  }

  @Test("A handle that sent again often may do so once more")
  func often() throws {
    let server = try ScriptedServer { request in
      request.index == 1 ? [.close] : [.respond(200)]
    }
    defer { server.stop() }
    let client = try makeClient()
    #expect(try client.perform(HTTPRequest(url: server.url())).sendCount == 1)
    for _ in 0..<12 {
      let exchange = try client.perform(HTTPRequest(url: server.url()))
      #expect(exchange.response?.status == 200)
      #expect(exchange.sendCount == 2)
    }
  }

  @Test("A server that closes every kept connection gets no request a third time")
  func neverThree() throws {
    // Three connections that have each answered once; each then closes when it is used again.
    let server = try ScriptedServer { request in
      request.index == 0 ? [.pause(.milliseconds(100)), .respond(200)] : [.close]
    }
    defer { server.stop() }
    let client = try makeClient()
    for id in 0..<3 { client.start(HTTPRequest(url: server.url()), id: id) }
    #expect(client.waitForAll().count == 3)
    #expect(server.connectionCount == 3)
    let exchange = try client.perform(HTTPRequest(url: server.url()))
    #expect(exchange.sendCount <= 2)
    #expect(server.requests.count - 3 == exchange.sendCount)
    if exchange.response == nil {
      #expect(exchange.error?.reason == .notSentAgain)
      #expect(exchange.error?.mayHaveBeenProcessed == true)
    }
  }
}
