import AccordHTTP
import AccordTestSupport
import Foundation
import Testing

/// Bodies that are too large for many of them to be held at once.
@Suite("Large bodies")
struct LargeBodyTests {
  private static func octets(_ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 10) }
  }

  private static func server(_ body: [UInt8]) throws -> ScriptedServer {
    let head = "HTTP/1.1 200 OK\r\nContent-Length: \(body.count)\r\n\r\n"
    return try ScriptedServer { _ in [.send(head), .octets(body)] }
  }

  @Test(
    "Every octet of a body is there, whichever size it has",
    arguments: [0, 1, (512 << 10) - 1, 512 << 10, (512 << 10) + 1, 5 << 20])
  func octets(count: Int) throws {
    let body = Self.octets(count)
    let server = try Self.server(body)
    defer { server.stop() }
    let client = try makeClient()
    client.start(HTTPRequest(url: server.url()), id: 1)
    let completed = try #require(client.waitForAll().first)
    #expect(completed.exchange.response?.body == body)
    #expect(completed.hasLargeBody == (count > HTTPClient.largestSmallBody))
  }

  @Test("Large bodies come one at a time, and others pass them")
  func turns() throws {
    let body = Self.octets(3 << 20)
    let large = try Self.server(body)
    let small = try Self.server([1])
    defer {
      large.stop()
      small.stop()
    }
    let client = try makeClient()
    for id in 1...3 { client.start(HTTPRequest(url: large.url()), id: id) }
    var completed: [CompletedExchange] = []
    let deadline = ContinuousClock.now + .seconds(20)
    while completed.isEmpty, ContinuousClock.now < deadline {
      client.wait(until: deadline, into: &completed)
    }
    #expect(completed.map(\.hasLargeBody) == [true])

    client.holdsLargeBodies = true
    client.start(HTTPRequest(url: small.url()), id: 4)
    client.wait(until: ContinuousClock.now + .milliseconds(500), into: &completed)
    #expect(completed.dropFirst().map(\.id) == [4])
    #expect(client.inFlight == 2)
    client.cancel(id: completed[0].id == 1 ? 2 : 1)
    client.holdsLargeBodies = false
    let rest = client.waitForAll()
    #expect(rest.count == 1)
    #expect(rest.first?.exchange.response?.body == body)
    #expect(client.inFlight == 0)
  }

  @Test("How long a large body took is told, not how long it waited to be taken")
  func ended() throws {
    let server = try Self.server(Self.octets(2 << 20))
    defer { server.stop() }
    let client = try makeClient()
    client.holdsLargeBodies = true
    client.start(HTTPRequest(url: server.url()), id: 1)
    var completed: [CompletedExchange] = []
    let limit = ContinuousClock.now + .seconds(1)
    client.wait(until: limit, into: &completed)
    #expect(completed.isEmpty)
    client.holdsLargeBodies = false
    let late = try #require(client.waitForAll().first)
    #expect(late.ended < limit)
  }

  @Test("Large content is sent whole", arguments: [1 << 20, (1 << 20) + 1, 3 << 20])
  func content(count: Int) throws {
    let content = Self.octets(count)
    let server = try ScriptedServer { _ in [.respond(200, [], "hello")] }
    defer { server.stop() }
    let client = try makeClient()
    for _ in 0..<2 {
      let exchange = try client.perform(
        HTTPRequest(method: "PUT", url: server.url(), content: .bytes(content)))
      #expect(text(exchange.response?.body ?? []) == "hello")
      #expect(server.requests.last?.content == content)
    }
  }
}
