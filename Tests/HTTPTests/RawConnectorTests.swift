import AccordHTTP
import AccordTestSupport
import Foundation
import Synchronization
import Testing

@Suite("Octets as they are")
struct RawConnectorTests {
  private static func request(_ line: String, _ more: String = "") -> [UInt8] {
    Array("\(line) HTTP/1.1\r\nHost: 127.0.0.1\r\n\(more)\r\n".utf8)
  }

  private func connector(_ change: (inout ClientOptions) -> Void = { _ in }) throws -> RawConnector
  {
    var options = ClientOptions(userAgent: nil)
    change(&options)
    return try RawConnector(options: options)
  }

  @Test("They are sent unchanged, one part after the answer to the other")
  func parts() throws {
    let server = try ScriptedServer { request in
      [
        .send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n"), .pause(.milliseconds(20)),
        .send("\(request.index)!"),
      ]
    }
    defer { server.stop() }
    let parts = [Self.request("GET /a", "X :  y\r\n"), Self.request("HEAD /b")]
    let outcome = try connector().converse(RawDialogue(url: server.url("/c"), parts: parts))
    #expect(server.octets == [parts[0] + parts[1]])
    let head = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n"
    // The server answers HEAD with content, which comes after the answer.
    #expect(outcome.received.map { text($0) } == [head + "0!", head + "1!"])
    #expect(!outcome.isClosed)
    server.waitUntilAllClosed()
    #expect(server.connectionCount == 1)
  }

  /// What a server does after a request, and what is seen of it.
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var actions: [ScriptedServer.Action]
    var received: [String]
    var isClosed: Bool
    var patience = Duration.seconds(10)
  }

  private static let empty = "HTTP/1.1 204 No Content\r\n\r\n"
  private static let closing = "HTTP/1.1 400 Bad\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"

  static let rows: [Row] = [
    Row(
      testDescription: "a close", actions: [.send(empty), .close], received: [empty],
      isClosed: true),
    Row(
      testDescription: "the end of sending", actions: [.send(empty), .finishSending, .hang],
      received: [empty], isClosed: true),
    Row(
      testDescription: "a reset without an answer", actions: [.reset], received: [""],
      isClosed: true),
    Row(
      testDescription: "a close without an answer", actions: [.close], received: [""],
      isClosed: true),
    Row(
      testDescription: "the word that it ends", actions: [.send(closing), .hang],
      received: [closing], isClosed: false),
    Row(
      testDescription: "silence", actions: [.hang], received: [""], isClosed: false,
      patience: .milliseconds(60)),
    Row(
      testDescription: "half an answer", actions: [.send("HTTP/1.1 200 OK\r\n"), .hang],
      received: ["HTTP/1.1 200 OK\r\n"], isClosed: false, patience: .milliseconds(60)),
    Row(
      testDescription: "an answer that the close ends",
      actions: [.send("HTTP/1.1 200 OK\r\n\r\nhi"), .close],
      received: ["HTTP/1.1 200 OK\r\n\r\nhi"], isClosed: true),
  ]

  @Test("No further part is sent once there can be no answer", arguments: rows)
  func endings(_ row: Row) throws {
    let server = try ScriptedServer { _ in row.actions }
    defer { server.stop() }
    let outcome = try connector().converse(
      RawDialogue(
        url: server.url(), parts: [Self.request("GET /"), Self.request("GET /next")],
        lingering: .milliseconds(500), patience: row.patience))
    // Before the close is seen, the next part may be on its way already.
    #expect(outcome.received.prefix(1).map { text($0) } == row.received)
    #expect(outcome.received.dropFirst().allSatisfy { $0.isEmpty })
    #expect(row.isClosed || outcome.received.count == 1)
    #expect(outcome.isClosed == row.isClosed)
    #expect(server.requests.count == 1)
  }

  @Test("What comes during the lingering belongs to the last part")
  func lingering() throws {
    let server = try ScriptedServer { _ in
      [.send(Self.empty), .pause(.milliseconds(30)), .send("more"), .close]
    }
    defer { server.stop() }
    let outcome = try connector().converse(
      RawDialogue(url: server.url(), parts: [Self.request("GET /")], lingering: .seconds(10)))
    #expect(outcome.received.map { text($0) } == [Self.empty + "more"])
    #expect(outcome.isClosed)
  }

  @Test("A 100 is the answer to a head that waits for it, and to no other")
  func expectation() throws {
    let server = try ScriptedServer { request in
      [.send("HTTP/1.1 100 Continue\r\n\r\n")] + (request.index > 0 ? [.send(Self.empty)] : [])
    }
    defer { server.stop() }
    // The server takes a head for a whole request.
    let outcome = try connector().converse(
      RawDialogue(
        url: server.url(),
        parts: [Self.request("POST /", "Expect: 100-continue\r\n"), Self.request("POST /")]))
    let interim = "HTTP/1.1 100 Continue\r\n\r\n"
    #expect(outcome.received.map { text($0) } == [interim, interim + Self.empty])
  }

  /// What comes for a head whose content is kept back, and whether the content is sent.
  static let heldBack: [(before: String, hasContent: Bool, received: [String])] = [
    ("HTTP/1.1 100 Continue\r\n\r\n", true, ["HTTP/1.1 100 Continue\r\n\r\n", empty]),
    ("", true, ["", empty]),
    (closing, false, [closing]),
    (
      "HTTP/1.1 417 No\r\nContent-Length: 0\r\n\r\n", false,
      ["HTTP/1.1 417 No\r\nContent-Length: 0\r\n\r\n"]
    ),
    ("HTTP/1.1 100", false, ["HTTP/1.1 100"]),
    // The final answer comes right behind the 100, and the content is not needed any more.
    (
      "HTTP/1.1 100 Continue\r\n\r\n" + empty, false,
      ["HTTP/1.1 100 Continue\r\n\r\n", empty]
    ),
  ]

  @Test("Content is sent when it is asked for, or nothing has come", arguments: heldBack)
  func withheld(_ row: (before: String, hasContent: Bool, received: [String])) throws {
    let server = try ScriptedServer(interim: { _ in Array(row.before.utf8) }) { _ in
      [.send(Self.empty)]
    }
    defer { server.stop() }
    let outcome = try connector().converse(
      RawDialogue(
        url: server.url(),
        parts: [Self.request("POST /", "Content-Length: 5\r\nExpect: 100-continue\r\n")],
        withheld: RawDialogue.Withheld(Array("hello".utf8), for: .milliseconds(200)),
        lingering: .zero))
    #expect(outcome.received.map { text($0) } == row.received)
    #expect(outcome.waited.count == outcome.received.count)
    // Nothing, or half of something, was waited for as long as was asked for.
    let isWhole = row.before.hasSuffix("\r\n\r\n")
    #expect(isWhole || outcome.waited[0] >= .milliseconds(200))
    server.stop()
    server.waitUntilAllClosed()
    #expect(text(server.octets[0]).hasSuffix("\r\n\r\nhello") == row.hasContent)
  }

  @Test("Large parts and large answers go through a socket that takes little at once")
  func large() throws {
    let content = String(repeating: "0123456789abcdef", count: 200_000)
    let server = try ScriptedServer { request in
      [.respond(200, [], String(decoding: request.content, as: UTF8.self))]
    }
    defer { server.stop() }
    let part = Self.request("POST /", "Content-Length: \(content.utf8.count)\r\n") + content.utf8
    let outcome = try connector().converse(RawDialogue(url: server.url(), parts: [part]))
    #expect(outcome.received.first?.suffix(content.utf8.count).elementsEqual(content.utf8) == true)
  }

  @Test("More than is taken in is an error")
  func limit() throws {
    let server = try ScriptedServer { _ in [.respond(200, [], String(repeating: "x", count: 5_000))]
    }
    defer { server.stop() }
    let error = #expect(throws: RawConnectionError.self) {
      try connector().converse(
        RawDialogue(url: server.url(), parts: [Self.request("GET /")], sizeLimit: 4_096))
    }
    guard case .failed(let failure) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(failure.reason == .bodyTooLarge(limit: 4_096))
  }

  @Test("It ends when asked to, or at the deadline, and the connection with it")
  func interruption() throws {
    let server = try ScriptedServer { _ in [.hang] }
    defer { server.stop() }
    let connector = try connector()
    let dialogue = RawDialogue(
      url: server.url(), parts: [Self.request("GET /")], patience: .seconds(100))
    func isInterruption(_ error: any Error) -> Bool {
      if case .interrupted? = error as? RawConnectionError { true } else { false }
    }
    let count = Mutex(0)
    #expect {
      _ = try connector.converse(dialogue) {
        count.withLock {
          $0 += 1
          return $0 > 3
        }
      }
    } throws: {
      isInterruption($0)
    }
    #expect {
      _ = try connector.converse(dialogue, until: .now + .milliseconds(60))
    } throws: {
      isInterruption($0)
    }
    // The server closes once this side has.
    server.waitUntilAllClosed()
    #expect(server.connectionCount <= 2)
  }

  @Test("Where there is a proxy, or nothing but HTTP/2, octets cannot be sent as they are")
  func impossible() throws {
    let server = try ScriptedServer { _ in [.send(Self.empty)] }
    defer { server.stop() }
    var dialogue = RawDialogue(url: server.url(), parts: [Self.request("GET /")])
    let proxied = try connector { $0.proxies = ProxyOptions(http: "http://127.0.0.1:9") }
    #expect {
      _ = try proxied.converse(dialogue)
    } throws: {
      if case .throughProxy? = $0 as? RawConnectionError { true } else { false }
    }
    let excepted = try connector {
      $0.proxies = ProxyOptions(http: "http://127.0.0.1:9", exceptions: "a.test,127.0.0.0/8")
    }
    #expect(try excepted.converse(dialogue).received.map { text($0) } == [Self.empty])
    let other = try connector { $0.proxies = ProxyOptions(https: "http://127.0.0.1:9") }
    #expect(try other.converse(dialogue).received.count == 1)
    dialogue.version = .http2PriorKnowledge
    #expect {
      _ = try excepted.converse(dialogue)
    } throws: {
      if case .speaksHTTP2Only? = $0 as? RawConnectionError { true } else { false }
    }
    #expect(server.connectionCount == 2)
  }

  @Test(
    "What cannot be connected to is an error of its phase",
    arguments: [
      ("http://127.0.0.1:1/", TransportError.Phase.connect),
      ("http://nowhere.invalid/", .nameLookup),
    ])
  func unreachable(url: String, phase: TransportError.Phase) throws {
    let error = #expect(throws: RawConnectionError.self) {
      try connector { $0.resolve = ["-nowhere.invalid:80"] }.converse(
        RawDialogue(url: url, parts: [Self.request("GET /")]))
    }
    guard case .failed(let failure) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(failure.phase == phase && !failure.mayHaveBeenProcessed && !failure.message.isEmpty)
  }

  @Test("A server that never answers the handshake of TLS is an error of the time")
  func silentHandshake() throws {
    let server = try ScriptedServer(serving: { _, socket, _ in while socket.receive() != nil {} })
    defer { server.stop() }
    let error = #expect(throws: RawConnectionError.self) {
      try connector().converse(
        RawDialogue(
          url: "https://127.0.0.1:\(server.port)/", parts: [], connectLimit: .milliseconds(80)))
    }
    guard case .failed(let failure) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(failure.phase == .tls)
    #expect(failure.reason == .connectTimeout(.milliseconds(80)))
  }

  @Test(
    "A URL of no server, or with credentials, is refused",
    arguments: ["ftp://a.test/", "http://u:p@127.0.0.1/", "/a"])
  func unusable(url: String) throws {
    #expect {
      _ = try connector().converse(RawDialogue(url: url, parts: []))
    } throws: {
      if case .request? = $0 as? RawConnectionError { true } else { false }
    }
  }

  @Test("Addresses are those of the client's options")
  func addresses() throws {
    let server = try ScriptedServer { _ in [.send(Self.empty)] }
    defer { server.stop() }
    let resolved = try connector { $0.resolve = ["some.test:\(server.port):127.0.0.1"] }
    let connected = try connector { $0.connectTo = ["some.test:80:127.0.0.1:\(server.port)"] }
    let port = server.port
    for (connector, url) in [
      (resolved, "http://some.test:\(port)/"), (connected, "http://some.test/"),
    ] {
      let outcome = try connector.converse(
        RawDialogue(url: url, parts: [Self.request("GET /")], lingering: .zero))
      #expect(outcome.received.map { text($0) } == [Self.empty])
    }
    let six = try connector { $0.addressFamily = .ipv6 }
    #expect(throws: RawConnectionError.self) {
      try six.converse(RawDialogue(url: server.url(), parts: []))
    }
  }

  @Test("A Unix socket takes the place of the network, and of a proxy")
  func unixSocket() throws {
    let directory = FileManager.default.temporaryDirectory
    let path = directory.appending(path: "accord-\(UUID().uuidString.prefix(8))").path
    let listener = try Socket.listening(atPath: path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    Thread.detachNewThread {
      if let socket = listener.accept() {
        _ = socket.receive()
        _ = socket.send(Array(Self.empty.utf8))
        socket.close()
      }
      listener.close()
    }
    let outcome = try connector {
      $0.unixSocket = path
      $0.proxies = ProxyOptions(http: "http://127.0.0.1:9")
    }.converse(RawDialogue(url: "http://some.test/", parts: [Self.request("GET /")]))
    #expect(outcome.received.map { text($0) } == [Self.empty])
    #expect(outcome.isClosed)
  }

  @Test(
    "They go over TLS, which is that of the client's options",
    .enabled(if: TestCertificates.openssl != nil, "\(TestCertificates.absence)"))
  func tls() throws {
    let certificates = try TestCertificates()
    defer { certificates.remove() }
    try certificates.issue("server", names: "IP:127.0.0.1")
    try certificates.issue("client", names: "DNS:client.test")
    let server = try TLSServer(certificates, "server", "-alpn http/1.1")
    defer { server.stop() }
    let strict = try TLSServer(
      certificates, "server", "-Verify 1 -CAfile ca.pem -verify_return_error")
    defer { strict.stop() }
    let trusting = TLSOptions(authorities: certificates.path("ca.pem"))
    var known = trusting
    known.certificate = certificates.path("client.pem")
    known.key = certificates.path("client.key")
    for (url, options) in [
      (server.url(), trusting), (server.url(), TLSOptions(verifies: false)), (strict.url(), known),
    ] {
      // `openssl s_server` ends its page with the connection.
      let outcome = try connector { $0.tls = options }.converse(
        RawDialogue(url: url, parts: [Self.request("GET /")], lingering: .seconds(10)))
      #expect(text(outcome.received.first ?? []).hasPrefix("HTTP/1.0 200 ok\r\n"))
      #expect(outcome.isClosed)
    }
    // Of this server's protocols none is offered.
    let other = try TLSServer(certificates, "server", "-alpn h2")
    defer { other.stop() }
    for (url, options, fault) in [
      (server.url(), TLSOptions(), TLSFault.unknownAuthority), (other.url(), trusting, nil),
    ] {
      let error = #expect(throws: RawConnectionError.self) {
        try connector { $0.tls = options }.converse(RawDialogue(url: url, parts: []))
      }
      guard case .failed(let failure) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(failure.phase == .tls && (fault == nil || failure.tlsFault == fault))
    }
  }
}
