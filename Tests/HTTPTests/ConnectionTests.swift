import AccordHTTP
import AccordTestSupport
import Foundation
import Synchronization
import Testing

@Suite("Connections")
struct ConnectionTests {
  @Test("A connection is kept, and the facts say so")
  func reuse() throws {
    let server = try ScriptedServer { _ in [.respond(200)] }
    defer { server.stop() }
    let client = try makeClient()
    let first = try client.perform(HTTPRequest(url: server.url())).connection
    let second = try client.perform(HTTPRequest(url: server.url())).connection
    #expect(first.isNew)
    #expect(!second.isNew)
    #expect(first.remote == ConnectionFacts.Endpoint(address: "127.0.0.1", port: server.port))
    #expect(first.local?.address == "127.0.0.1")
    #expect(first.local == second.local)
    #expect(first.remote == second.remote)
    #expect(first.version == .http1_1)
    #expect(server.connectionCount == 1)
  }

  @Test("A fresh connection is opened and closed for one exchange alone")
  func fresh() throws {
    let server = try ScriptedServer { _ in [.respond(200)] }
    defer { server.stop() }
    let client = try makeClient()
    let needs = [false, true, false]
    let exchanges = try needs.map { needsFreshConnection in
      try client.perform(
        HTTPRequest(url: server.url(), needsFreshConnection: needsFreshConnection))
    }
    #expect(exchanges.map(\.connection.isNew) == [true, true, false])
    #expect(server.requests.map(\.connection) == [0, 1, 0])
  }

  @Test("A connection that the server closed meanwhile is replaced")
  func closedMeanwhile() throws {
    let server = try ScriptedServer { _ in [.respond(200), .close] }
    defer { server.stop() }
    let client = try makeClient()
    for _ in 0..<2 {
      let exchange = try client.perform(HTTPRequest(method: "POST", url: server.url()))
      #expect(exchange.response?.status == 200)
      #expect(exchange.connection.isNew)
      server.waitUntilAllClosed()
    }
  }

  @Test("Exchanges in flight share no connection of HTTP/1.1")
  func parallel() throws {
    let server = try ScriptedServer { _ in [.pause(.milliseconds(50)), .respond(200)] }
    defer { server.stop() }
    let client = try makeClient()
    for id in 0..<8 { client.start(HTTPRequest(url: server.url("/\(id)")), id: id) }
    #expect(client.inFlight == 8)
    let completed = client.waitForAll()
    #expect(client.inFlight == 0)
    #expect(Set(completed.map(\.id)) == Set(0..<8))
    #expect(server.connectionCount == 8)
    for exchange in completed {
      #expect(exchange.exchange.request.url == server.url("/\(exchange.id)"))
    }
  }

  @Test("Nor do they after a server wrote HTTP/2 into a status line of HTTP/1.1")
  func parallelAfterTextualHTTP2() throws {
    let wasAsked = Atomic(false)
    let server = try ScriptedServer { request in
      switch request.target {
      case "/two":
        return [.send("HTTP/2 200\r\nContent-Length: 0\r\n\r\n")]
      case "/slow":
        return [.waiting { wasAsked.load(ordering: .relaxed) }, .respond(200, [], "slow")]
      default:
        wasAsked.store(true, ordering: .relaxed)
        return [.respond(200, [], "quick")]
      }
    }
    defer { server.stop() }
    let client = try makeClient()
    client.start(HTTPRequest(url: server.url("/slow")), id: 0)
    client.start(HTTPRequest(url: server.url("/two")), id: 1)
    var completed: [CompletedExchange] = []
    client.wait(until: .now + .seconds(20), into: &completed)
    #expect(completed.first?.exchange.error?.reason == .malformed(.versionNotSpoken(.http2)))
    client.start(HTTPRequest(url: server.url("/quick")), id: 2)
    let bodies = client.waitForAll().map { text($0.exchange.response?.body ?? []) }
    #expect(bodies.sorted() == ["quick", "slow"])
    #expect(server.connectionCount == 3)
  }

  @Test("Names are resolved as said")
  func resolve() throws {
    let server = try ScriptedServer { _ in [.respond(200)] }
    defer { server.stop() }
    let client = try makeClient { $0.resolve = ["some.test:\(server.port):127.0.0.1"] }
    let exchange = try client.perform(HTTPRequest(url: "http://some.test:\(server.port)/"))
    #expect(exchange.response?.status == 200)
    #expect(server.requests.first?.values("host") == ["some.test:\(server.port)"])
  }

  @Test("Hosts are connected to as said")
  func connectTo() throws {
    let server = try ScriptedServer { _ in [.respond(200)] }
    defer { server.stop() }
    let client = try makeClient { $0.connectTo = ["some.test:80:127.0.0.1:\(server.port)"] }
    let exchange = try client.perform(HTTPRequest(url: "http://some.test/"))
    #expect(exchange.response?.status == 200)
    #expect(exchange.connection.remote?.port == server.port)
    #expect(server.requests.first?.values("host") == ["some.test"])
  }

  @Test("A family of addresses that the host does not have is an error of the connection")
  func family() throws {
    let server = try ScriptedServer { _ in [.respond(200)] }
    defer { server.stop() }
    let four = try makeClient { $0.addressFamily = .ipv4 }
    let six = try makeClient { $0.addressFamily = .ipv6 }
    #expect(try four.perform(HTTPRequest(url: server.url())).response?.status == 200)
    let error = try #require(try six.perform(HTTPRequest(url: server.url())).error)
    #expect([.nameLookup, .connect].contains(error.phase))
    #expect(server.connectionCount == 1)
  }

  @Test("A Unix socket takes the place of the network")
  func unixSocketThere() throws {
    let directory = FileManager.default.temporaryDirectory
    let path = directory.appending(path: "accord-\(UUID().uuidString.prefix(8))").path
    let listener = try Socket.listening(atPath: path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    Thread.detachNewThread {
      if let socket = listener.accept() {
        _ = socket.receive()
        _ = socket.send(Array("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi".utf8))
        socket.close()
      }
      listener.close()
    }
    let client = try makeClient { $0.unixSocket = path }
    let exchange = try client.perform(HTTPRequest(url: "http://some.test/"))
    #expect(text(exchange.response?.body ?? []) == "hi")
    #expect(exchange.connection == ConnectionFacts(isNew: true, version: .http1_1))
  }

  @Test("A Unix socket that is not there is an error of the connection")
  func unixSocket() throws {
    let client = try makeClient { $0.unixSocket = "/nowhere/at/all" }
    let exchange = try client.perform(HTTPRequest(url: "http://some.test/"))
    #expect(exchange.error?.phase == .connect)
  }

  @Test("Timings are in order, and a kept connection costs none to open")
  func timings() throws {
    let server = try ScriptedServer { _ in
      [
        .pause(.milliseconds(60)), .send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\na"),
        .pause(.milliseconds(40)), .send("b"),
      ]
    }
    defer { server.stop() }
    let client = try makeClient()
    for (content, isNew): (RequestContent, Bool) in [(.none, true), (.bytes([65]), false)] {
      let start = ContinuousClock.now
      let timings = try client.perform(
        HTTPRequest(method: "PUT", url: server.url(), content: content)
      ).timings
      let elapsed = start.duration(to: .now)
      #expect(timings.wait >= .milliseconds(55))
      #expect(timings.receive >= .milliseconds(35))
      #expect(timings.firstByte >= timings.wait)
      #expect(timings.total >= timings.firstByte + timings.receive)
      #expect(timings.total <= elapsed)
      #expect(timings.tls == nil)
      #expect((timings.connect > .zero) == isNew)
      #expect(isNew || timings.nameLookup == .zero)
    }
  }
}
