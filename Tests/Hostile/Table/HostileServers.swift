import AccordTestSupport
import Foundation

/// The servers that play the kinds' parts, until they are stopped.
package struct HostileServers: Sendable {
  private let servers: [ScriptedServer]
  private let places: HostilePlaces

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
    places.resetting = try start { $0.resetOnClose() }
    places.garbage = try start(answering(Array(repeating: 0xAA, count: 64)))
    places.old = try start(answering(Self.oldServerHello))
    // handshake_failure, fatal (RFC 8446 section 6).
    places.alerting = try start(answering([0x15, 3, 3, 0, 2, 2, 40]))
    places.other = try start { socket in
      while socket.receive() != nil {
        guard socket.send(Array("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello".utf8)) else {
          return
        }
      }
    }
    let dead = try ScriptedServer { _ in [] }
    dead.stop()
    places.dead = dead.port

    let known = places
    let main = try ScriptedServer(serving: { server, socket, _ in
      Self.serve(socket, places: known, port: server.port)
    })
    servers.append(main)
    places.main = main.port
    self.servers = servers
    self.places = places
  }

  /// The URL that a run is given.
  package var url: String { "http://127.0.0.1:\(places.main)" }

  /// What a run must be told of the names in the table: the first address of each is dead.
  package var arguments: [String] {
    [
      "--resolve", "two.test:\(places.other):127.0.0.9,127.0.0.1",
      "--resolve", "six.test:\(places.other):[::1],127.0.0.1",
    ]
  }

  /// Stops all of them.
  package func stop() {
    for server in servers { server.stop() }
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

  /// SSL 3.0 with SSL_RSA_WITH_RC4_128_SHA (RFC 6101 section 5.6.1.3).
  private static let oldServerHello: [UInt8] =
    [0x16, 3, 0, 0, 42, 2, 0, 0, 38, 3, 0] + [UInt8](repeating: 7, count: 32)
    + [0, 0x00, 0x05, 0]
}
