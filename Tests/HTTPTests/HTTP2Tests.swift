import AccordHTTP
import AccordTestSupport
import Testing

@Suite("HTTP/2 over cleartext, known beforehand")
struct HTTP2Tests {
  @Test("Status, fields, trailers and body come as over HTTP/1.1")
  func response() throws {
    let server = try ScriptedServer.http2(
      [(":status", "200"), ("x-a", "1"), ("x-a", "2")], body: "hello", trailers: [("x-sum", "7")])
    defer { server.stop() }
    let client = try makeClient()
    let request = HTTPRequest(
      method: "PUT", url: server.url(), content: .bytes(Array("sent".utf8)),
      version: .http2PriorKnowledge)
    for _ in 0..<2 {
      let exchange = try client.perform(request)
      let response = try exchange.result.get()
      #expect(response.version == .http2)
      #expect(response.status == 200)
      #expect(response.reason == "")
      #expect(response.fields.map(\.name) == ["x-a", "x-a"])
      #expect(response.fields.combined("X-A") == "1, 2")
      #expect(response.trailers.map(\.value) == ["7"])
      #expect(text(response.body) == "hello")
      #expect(exchange.connection.version == .http2)
      #expect(exchange.sendCount == 1)
    }
    #expect(server.octets.map(text).joined() == "sentsent")
  }

  @Test("Several exchanges in flight end well, on kept connections or on new ones")
  func parallel() throws {
    let server = try ScriptedServer.http2([(":status", "204")], body: "")
    defer { server.stop() }
    let client = try makeClient()
    let request = HTTPRequest(url: server.url(), version: .http2PriorKnowledge)
    for round in 0..<3 {
      for id in 0..<5 { client.start(request, id: id) }
      let completed = client.waitForAll()
      #expect(completed.count == 5, "round \(round)")
      #expect(completed.allSatisfy { $0.exchange.response?.status == 204 })
    }
  }

  @Test("A server that speaks HTTP/1.1 only gives an error")
  func notSpoken() throws {
    let server = try ScriptedServer { _ in [.respond(200), .close] }
    defer { server.stop() }
    let client = try makeClient()
    let exchange = try client.perform(
      HTTPRequest(url: server.url(), version: .http2PriorKnowledge))
    #expect(exchange.response == nil)
  }

  @Test("Over cleartext HTTP/2 is asked for by an upgrade, and not by default")
  func upgrade() throws {
    let server = try ScriptedServer { _ in [.respond(200)] }
    defer { server.stop() }
    let client = try makeClient()
    for version: HTTPVersionPreference in [.automatic, .http2, .http1_1] {
      let exchange = try client.perform(HTTPRequest(url: server.url(), version: version))
      #expect(exchange.response?.version == .http1_1)
    }
    #expect(server.requests.map { $0.values("upgrade") } == [[], ["h2c"], []])
  }
}
