import AccordHTTP
import AccordTestSupport
import Foundation
import Testing

@Suite("Waiting for exchanges")
struct WaitingTests {
  @Test("A wait returns as soon as one exchange has ended")
  func oneAtATime() throws {
    let server = try ScriptedServer { request in
      request.target == "/slow" ? [.pause(.milliseconds(300)), .respond(200)] : [.respond(200)]
    }
    defer { server.stop() }
    let client = try makeClient()
    client.start(HTTPRequest(url: server.url("/slow")), id: 1)
    client.start(HTTPRequest(url: server.url("/quick")), id: 2)
    var completed: [CompletedExchange] = []
    client.wait(until: .now + .seconds(20), into: &completed)
    #expect(completed.map(\.id) == [2])
    #expect(client.inFlight == 1)
    client.wait(until: .now + .seconds(20), into: &completed)
    #expect(completed.map(\.id) == [2, 1])
  }

  @Test("A wait ends at its deadline, with nothing in flight as well")
  func deadline() throws {
    let server = try ScriptedServer { _ in [.hang] }
    defer { server.stop() }
    let client = try makeClient()
    var completed: [CompletedExchange] = []
    let start = ContinuousClock.now
    client.wait(until: start + .milliseconds(30), into: &completed)
    #expect(start.duration(to: .now) >= .milliseconds(30))
    client.start(HTTPRequest(url: server.url()), id: 1)
    client.wait(until: .now + .milliseconds(30), into: &completed)
    #expect(completed.isEmpty)
    #expect(client.inFlight == 1)
    client.wait(until: .now - .seconds(1), into: &completed)
    #expect(completed.isEmpty)
  }

  @Test("Another thread can end a wait, and a signal before the wait is not lost")
  func wakeup() throws {
    let client = try makeClient()
    var completed: [CompletedExchange] = []
    client.wakeup.signal()
    client.wakeup.signal()
    client.wait(until: nil, into: &completed)
    let wakeup = client.wakeup
    Thread.detachNewThread {
      Thread.sleep(forTimeInterval: 0.05)
      wakeup.signal()
    }
    client.wait(until: nil, into: &completed)
    #expect(completed.isEmpty)
    // Used up: the next wait lasts until its deadline.
    let start = ContinuousClock.now
    client.wait(until: start + .milliseconds(30), into: &completed)
    #expect(start.duration(to: .now) >= .milliseconds(30))
  }

  @Test("A signal to a client that is gone does nothing")
  func wakeupAfterwards() throws {
    var client: HTTPClient? = try makeClient()
    let wakeup = try #require(client?.wakeup)
    client = nil
    wakeup.signal()
  }

  @Test("A cancelled exchange is not reported, and its handle serves again")
  func cancel() throws {
    let server = try ScriptedServer { request in
      request.target == "/hang" ? [.hang] : [.respond(200)]
    }
    defer { server.stop() }
    let client = try makeClient()
    var completed: [CompletedExchange] = []
    client.start(HTTPRequest(url: server.url("/hang"), cookies: CookieJar()), id: 1)
    client.start(HTTPRequest(url: server.url("/hang")), id: 2)
    client.start(HTTPRequest(method: "", url: ""), id: 3)
    client.cancel(id: 3)
    client.wait(until: .now + .milliseconds(30), into: &completed)
    client.cancel(id: 1)
    client.cancel(id: 7)
    #expect(client.inFlight == 1)
    client.start(HTTPRequest(url: server.url()), id: 4)
    client.wait(until: .now + .seconds(20), into: &completed)
    #expect(completed.map(\.id) == [4])
    client.cancel(id: 2)
    #expect(client.inFlight == 0)
  }

  @Test("A client with exchanges in flight can be released")
  func release() throws {
    let server = try ScriptedServer { _ in [.hang] }
    defer { server.stop() }
    for _ in 0..<3 {
      let client = try makeClient()
      var completed: [CompletedExchange] = []
      client.start(HTTPRequest(url: server.url(), cookies: CookieJar()), id: 1)
      client.wait(until: .now + .milliseconds(10), into: &completed)
      client.start(HTTPRequest(url: server.url()), id: 2)
    }
  }
}
