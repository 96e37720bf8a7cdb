import AccordHTTP
import Testing

@testable import AccordEngine

@Suite("Gates of origins")
struct OriginGatesTests {
  private static let first = Origin(scheme: "http", host: "a.test", port: 80)
  private static let second = Origin(scheme: "http", host: "b.test", port: 80)
  private let now = ContinuousClock.now

  @Test("Requests that share a connection are no connections of their own")
  func multiplexing() {
    var gates = OriginGates(limit: 1, jobs: 8)
    gates.begin(Self.first)
    #expect(!gates.hasRoom(for: Self.first))
    #expect(gates.hasRoom(for: Self.second))
    // The connection was new: it is not known yet that it is shared.
    gates.end(Self.first, over: ConnectionFacts(isNew: true, version: .http2))
    gates.begin(Self.first)
    #expect(!gates.hasRoom(for: Self.first))
    gates.end(Self.first, over: ConnectionFacts(isNew: false, version: .http2))
    for _ in 0..<8 { gates.begin(Self.first) }
    #expect(gates.hasRoom(for: Self.first))
    // A server that begins to open others is counted again.
    gates.end(Self.first, over: ConnectionFacts(isNew: true, version: .http2))
    #expect(!gates.hasRoom(for: Self.first))
    for _ in 0..<7 { gates.end(Self.first, over: nil) }
    #expect(gates.hasRoom(for: Self.first))
  }

  @Test("A kept connection of HTTP/1.1 counts for each request")
  func keptConnection() {
    var gates = OriginGates(limit: 2, jobs: 8)
    gates.begin(Self.first)
    gates.end(Self.first, over: ConnectionFacts(isNew: false, version: .http1_1))
    gates.begin(Self.first)
    gates.begin(Self.first)
    #expect(!gates.hasRoom(for: Self.first))
  }

  @Test("What waits goes on when the time is over, as many as have room, in their order")
  func opening() {
    var gates = OriginGates(limit: 2, jobs: 8)
    gates.hold(Self.first, until: now + .seconds(5))
    gates.hold(Self.first, until: now + .seconds(3))
    for slot in 1...4 { gates.keep(slot, for: Self.first) }
    gates.keep(9, for: Self.second)
    #expect(gates.nearest == now + .seconds(5))
    #expect(gates.heldUntil(Self.first, at: now) == now + .seconds(5))
    #expect(gates.heldUntil(Self.second, at: now) == nil)
    #expect(gates.popOpen(at: now) == [9])
    #expect(gates.popOpen(at: now + .seconds(5)) == [1, 2])
    gates.begin(Self.first)
    gates.begin(Self.first)
    #expect(gates.popOpen(at: now + .seconds(5)) == [])
    gates.end(Self.first, over: nil)
    #expect(gates.popOpen(at: now + .seconds(5)) == [3])
    #expect(gates.popAll() == [4])
    #expect(gates.nearest == nil)
  }

  @Test("A limit that jobs never reach is not looked after")
  func open() {
    #expect(OriginGates(limit: 8, jobs: 8).areOpen)
    #expect(!OriginGates(limit: 7, jobs: 8).areOpen)
  }
}
