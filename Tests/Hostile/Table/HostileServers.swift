import AccordTestSupport
import Foundation

/// The servers that play the kinds' parts, until they are stopped.
package struct HostileServers {
  private let servers: [ScriptedServer]
  /// Sockets that are never accepted from, and those that wait there.
  private let swallowing: [Socket]
  private let tls: HostileTLS?
  private let places: HostilePlaces
  private let portOnIPv6: Int

  /// A second address of this machine.
  private static let second = "127.0.0.9"
  /// Another, where nobody listens.
  private static let third = "127.0.0.10"

  /// Starts them, each on a port of its own.
  package init() throws {
    var places = HostilePlaces()
    var servers: [ScriptedServer] = []
    func start(_ serve: @escaping @Sendable (Socket) -> Void) throws -> Int {
      let server = try ScriptedServer(serving: { _, socket, _ in serve(socket) })
      servers.append(server)
      return server.port
    }
    func answering(_ octets: [UInt8]) -> @Sendable (Socket) -> Void {
      { socket in
        guard socket.receive() != nil, socket.send(octets) else { return }
        while socket.receive() != nil {}
      }
    }
    places.silent = try start { socket in while socket.receive() != nil {} }
    places.closing = try start { _ in }
    places.closingLater = try start { socket in _ = socket.receive() }
    places.resetting = try start { $0.resetOnClose() }
    places.garbage = try start(answering(Array(repeating: 0xAA, count: 64)))
    places.old = try start(answering(Self.serverHello(minor: 0)))
    places.old1_0 = try start(answering(Self.serverHello(minor: 1)))
    // handshake_failure, fatal (RFC 8446 section 6).
    places.alerting = try start(answering([0x15, 3, 3, 0, 2, 2, 40]))
    let hello: @Sendable (Socket) -> Void = { socket in
      while socket.receive() != nil {
        guard socket.send(Array("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello".utf8)) else {
          return
        }
      }
    }
    places.other = try start(hello)
    let otherOnIPv6 = try ScriptedServer(address: "::1", serving: { _, socket, _ in hello(socket) })
    servers.append(otherOnIPv6)
    places.otherOnIPv6 = otherOnIPv6.port
    // One connection waits to be accepted, so that the packets that ask for more are dropped.
    let full = try Socket.listening(onPort: places.other, address: Self.second, backlog: 0).socket
    swallowing =
      try [full]
      + (0..<3).map { _ in
        try Socket.connected(toPort: places.other, address: Self.second, waits: false)
      }
    tls = TestCertificates.openssl == nil ? nil : try HostileTLS()
    places.secured = tls?.ports ?? [:]
    let dead = try ScriptedServer { _ in [] }
    dead.stop()
    places.dead = dead.port

    let known = places
    let main = try ScriptedServer(serving: { server, socket, _ in
      Self.serve(socket, places: known, port: server.port)
    })
    servers.append(main)
    places.main = main.port
    let mainOnIPv6 = try ScriptedServer(
      address: "::1",
      serving: { server, socket, _ in Self.serve(socket, places: known, port: server.port) })
    servers.append(mainOnIPv6)
    portOnIPv6 = mainOnIPv6.port
    self.servers = servers
    self.places = places
  }

  /// The URL that a run is given.
  package var url: String { "http://127.0.0.1:\(places.main)" }

  /// The same over IPv6.
  package var urlOnIPv6: String { "http://[::1]:\(portOnIPv6)" }

  /// What a run must be told of the names in the table, of each of which one address is dead or both
  /// are, and of the authority that it trusts.
  package var arguments: [String] {
    let other = places.other
    let names = [
      "two.test:\(other):\(Self.third),127.0.0.1", "slow.test:\(other):\(Self.second),127.0.0.1",
      "none.test:\(places.dead):\(Self.third),127.0.0.1", "six.test:\(other):[::1],127.0.0.1",
      "four.test:\(places.otherOnIPv6):127.0.0.1,[::1]",
    ]
    return names.flatMap { ["--resolve", $0] } + (tls.map { ["--cacert", $0.authority] } ?? [])
  }

  /// Stops all of them.
  package func stop() {
    for server in servers { server.stop() }
    for socket in swallowing { socket.close() }
    tls?.stop()
  }

  private static let kinds = Dictionary(
    uniqueKeysWithValues: HostileKind.all.map { ($0.path, $0) })

  /// Reads heads of requests and does to each what its path says.
  private static func serve(_ socket: Socket, places: HostilePlaces, port: Int) {
    var places = places
    places.main = port
    var buffer: [UInt8] = []
    var closesNext = false
    while true {
      guard let end = buffer.firstRange(of: Array("\r\n\r\n".utf8)) else {
        guard let octets = socket.receive() else { return }
        buffer += octets
        continue
      }
      let head = String(decoding: buffer[..<end.upperBound], as: UTF8.self)
      buffer.removeSubrange(..<end.upperBound)
      if closesNext { return }
      let target = head.split(separator: " ").dropFirst().first.map(String.init) ?? ""
      let wire = Wire(head: head, socket: socket, places: places)
      let path = String(target.prefix { $0 != "?" })
      if let kind = kinds[path] {
        kind.act(wire)
      } else {
        wire.respond()
      }
      closesNext = wire.closesBeforeNextAnswer
      if wire.isOver { return }
    }
  }

  /// A version before TLS 1.2 with TLS_RSA_WITH_RC4_128_SHA (RFC 5246 section 7.4.1.3), 0 for SSL 3.0.
  private static func serverHello(minor: UInt8) -> [UInt8] {
    [0x16, 3, minor, 0, 42, 2, 0, 0, 38, 3, minor] + [UInt8](repeating: 7, count: 32)
      + [0, 0x00, 0x05, 0]
  }
}
