import AccordHTTP
import TestSupport
import Testing

@Suite("What goes over the wire is what the request says")
struct RequestOnTheWireTests {
  /// The octets that the server gets for a request.
  private func received(
    _ change: (inout HTTPRequest) -> Void = { _ in }
  ) throws -> (head: String, content: [UInt8], port: Int) {
    let server = try ScriptedServer { _ in [.respond(200)] }
    defer { server.stop() }
    let client = try makeClient()
    var request = HTTPRequest(url: server.url("/p"))
    change(&request)
    let exchange = try client.perform(request)
    #expect(exchange.error == nil)
    let first = try #require(server.requests.first)
    return (first.head, first.content, server.port)
  }

  @Test("A plain GET has three fields and no more")
  func plainGet() throws {
    let (head, content, port) = try received()
    #expect(
      head
        == "GET /p HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nUser-Agent: accord/test\r\nAccept: */*\r\n\r\n"
    )
    #expect(content.isEmpty)
  }
}
