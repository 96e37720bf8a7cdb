import Foundation
import Synchronization

/// A small proxy on loopback: tunnels by CONNECT (RFC 9110 section 9.3.6) and SOCKS5 (RFC 1928),
/// with credentials or without.
package final class TunnelProxy: Sendable {
  package let port: Int
  private let server: ScriptedServer
  private let log: Log

  /// What was asked of the proxy.
  private final class Log: Sendable {
    let lines = Mutex<[String]>([])
    func note(_ line: String) { lines.withLock { $0.append(line) } }
  }

  /// Starts a proxy.
  ///
  /// - Parameter login: What must be given, `NAME:PASSWORD`; nil for nothing.
  package init(login: String? = nil) throws {
    let log = Log()
    self.log = log
    server = try ScriptedServer(serving: { _, socket, _ in
      guard var octets = socket.receive() else { return }
      if octets.first == 5 { return Self.serveSOCKS(socket, octets, login, log) }
      while octets.suffix(4) != Array("\r\n\r\n".utf8) {
        guard let more = socket.receive() else { return }
        octets += more
      }
      Self.serveConnect(socket, String(decoding: octets, as: UTF8.self), login, log)
    })
    port = server.port
  }

  /// What was asked for, such as `CONNECT 127.0.0.1:443` or `SOCKS some.test:80`.
  package var asked: [String] { log.lines.withLock { $0 } }

  package func stop() { server.stop() }

  private static func serveConnect(_ socket: Socket, _ head: String, _ login: String?, _ log: Log) {
    let lines = head.split(separator: "\r\n")
    let target = lines[0].split(separator: " ")[1]
    log.note("CONNECT \(target)")
    if head.lowercased().contains("\r\nauthorization:") { log.note("the server's credentials") }
    let given = lines.first { $0.lowercased().hasPrefix("proxy-authorization: basic ") }?.dropFirst(
      27)
    if let login, given.map(String.init) != Data(login.utf8).base64EncodedString() {
      _ = socket.send(
        Array("HTTP/1.1 407 No\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n".utf8))
      return
    }
    guard let port = target.split(separator: ":").last.flatMap({ Int($0) }),
      let far = try? Socket.connected(toPort: port)
    else {
      _ = socket.send(Array("HTTP/1.1 502 No\r\nContent-Length: 0\r\n\r\n".utf8))
      return
    }
    _ = socket.send(Array("HTTP/1.1 200 Connected\r\nX-Of-Proxy: yes\r\n\r\n".utf8))
    join(socket, far)
  }

  /// Greeting, login and request come one by one, since each waits for its answer.
  private static func serveSOCKS(
    _ socket: Socket, _ greeting: [UInt8], _ login: String?, _ log: Log
  ) {
    let methods = greeting.dropFirst(2)
    let method: UInt8 = login == nil ? 0 : 2
    guard methods.contains(method) else {
      _ = socket.send([5, 0xFF])
      return
    }
    _ = socket.send([5, method])
    if let login {
      guard let octets = socket.receive(), octets.count > 2 else { return }
      let user = octets[2..<(2 + Int(octets[1]))]
      let password = octets[(3 + user.count)...]
      let given =
        String(decoding: user, as: UTF8.self) + ":"
        + String(decoding: password, as: UTF8.self)
      _ = socket.send([1, given == login ? 0 : 1])
      guard given == login else { return }
    }
    guard let request = socket.receive(), request.count > 6 else { return }
    let host =
      request[3] == 3
      ? String(decoding: request[5..<(5 + Int(request[4]))], as: UTF8.self)
      : request[4..<8].map(String.init).joined(separator: ".")
    let port = Int(request[request.count - 2]) << 8 | Int(request[request.count - 1])
    log.note("SOCKS \(host):\(port)")
    guard let far = try? Socket.connected(toPort: port) else {
      _ = socket.send([5, 5, 0, 1, 0, 0, 0, 0, 0, 0])
      return
    }
    _ = socket.send([5, 0, 0, 1, 127, 0, 0, 1, 0, 0])
    join(socket, far)
  }

  /// Passes octets on in both directions until one side ends.
  private static func join(_ near: Socket, _ far: Socket) {
    let ended = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      while let octets = far.receive(), near.send(octets) {}
      near.stop()
      ended.signal()
    }
    while let octets = near.receive(), far.send(octets) {}
    far.stop()
    ended.wait()
    far.close()
  }
}
