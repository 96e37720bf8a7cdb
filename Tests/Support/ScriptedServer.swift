import Foundation
import Synchronization

/// A server on loopback that answers each request with scripted octets, one thread a connection.
///
///     let server = try ScriptedServer { _ in [.send("HTTP/1.1 204 No Content\r\n\r\n")] }
///     defer { server.stop() }
package final class ScriptedServer: Sendable {
  /// One thing that the server does after it received a request.
  package enum Action: Sendable {
    /// Sends octets.
    case octets([UInt8])
    /// Waits.
    case pause(Duration)
    /// Waits until the closure says so, at most 20 seconds.
    case waiting(@Sendable () -> Bool)
    /// Ends sending; the connection stays open for receiving.
    case finishSending
    /// Closes the connection.
    case close
    /// Resets the connection.
    case reset
    /// Leaves the connection open and answers nothing more.
    case hang

    /// Sends text.
    package static func send(_ text: String) -> Action { .octets(Array(text.utf8)) }

    /// Sends a response of HTTP/1.1 with its `Content-Length`.
    package static func respond(
      _ status: Int = 200, _ fields: [String] = [], _ body: String = ""
    ) -> Action {
      let lines = ["HTTP/1.1 \(status) Scripted"] + fields + ["Content-Length: \(body.utf8.count)"]
      return .send(lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
    }
  }

  private struct State {
    var requests: [ReceivedRequest] = []
    var octets: [[UInt8]] = []
    var open: [Int: Socket] = [:]
    var isStopped = false
    /// Whether the listening socket is closed.
    var isClosed = false
  }

  /// The port on 127.0.0.1, or the address that was asked for.
  package let port: Int

  private let listener: Socket
  private let state = Mutex(State())
  private let serve: @Sendable (ScriptedServer, Socket, Int) -> Void

  /// Starts a server that speaks HTTP/1.1 and takes from the closure what to do with a request.
  ///
  /// - Parameter interim: What is sent when a head, in small letters, is there without its content.
  package convenience init(
    port: Int = 0, interim: @escaping @Sendable (_ head: String) -> [UInt8] = { _ in [] },
    _ respond: @escaping @Sendable (ReceivedRequest) -> [Action]
  ) throws {
    try self.init(port: port) { server, socket, number in
      server.serve(socket, number, interim, respond)
    }
  }

  /// Starts a server that leaves each connection, with its number, to the closure.
  package init(
    port: Int = 0, address: String = "127.0.0.1",
    serving serve: @escaping @Sendable (ScriptedServer, Socket, Int) -> Void
  ) throws {
    (listener, self.port) = try Socket.listening(onPort: port, address: address)
    self.serve = serve
    Thread.detachNewThread { [self] in acceptAll() }
  }

  /// The URL of a path on this server.
  package func url(_ path: String = "/") -> String { "http://127.0.0.1:\(port)\(path)" }

  /// The requests so far, in the order received.
  package var requests: [ReceivedRequest] { state.withLock { $0.requests } }

  /// The octets received so far, by connection.
  package var octets: [[UInt8]] { state.withLock { $0.octets } }

  /// How many connections were accepted so far.
  package var connectionCount: Int { octets.count }

  /// Stops listening and ends all connections; a second time does nothing.
  package func stop() {
    state.withLock { state in
      guard !state.isStopped else { return }
      state.isStopped = true
      for socket in state.open.values { socket.stop() }
      // The number of one that is closed may by now be that of another server's.
      if !state.isClosed { listener.stop() }
    }
  }

  /// Waits until the server has closed every connection, at most 20 seconds.
  package func waitUntilAllClosed() {
    wait { self.state.withLock { $0.open.isEmpty } }
  }

  private func wait(until isOver: () -> Bool) {
    let deadline = ContinuousClock.now + .seconds(20)
    while !isOver(), ContinuousClock.now < deadline { Thread.sleep(forTimeInterval: 0.001) }
  }

  /// Notes octets received on a connection.
  package func note(_ octets: [UInt8], on connection: Int) {
    state.withLock { $0.octets[connection] += octets }
  }

  private func acceptAll() {
    while let socket = listener.accept() {
      let number = state.withLock { state -> Int? in
        guard !state.isStopped else { return nil }
        let number = state.octets.count
        state.octets.append([])
        state.open[number] = socket
        return number
      }
      guard let number else {
        socket.close()
        break
      }
      Thread.detachNewThread { [self] in
        serve(self, socket, number)
        state.withLock { state in
          state.open[number] = nil
          socket.close()
        }
      }
    }
    state.withLock { state in
      state.isClosed = true
      listener.close()
    }
  }

  private func serve(
    _ socket: Socket, _ number: Int, _ interim: @escaping (String) -> [UInt8],
    _ respond: (ReceivedRequest) -> [Action]
  ) {
    var reader = RequestReader(socket: socket, interim: interim) { self.note($0, on: number) }
    var index = 0
    while let (head, content) = reader.next() {
      let request = ReceivedRequest(
        connection: number, index: index, head: String(decoding: head, as: UTF8.self),
        content: content)
      state.withLock { $0.requests.append(request) }
      for action in respond(request) {
        guard perform(action, on: socket) else { return }
      }
      index += 1
    }
  }

  private func perform(_ action: Action, on socket: Socket) -> Bool {
    switch action {
    case .octets(let octets):
      return socket.send(octets)
    case .pause(let duration):
      let (seconds, attoseconds) = duration.components
      Thread.sleep(forTimeInterval: Double(seconds) + Double(attoseconds) / 1e18)
      return true
    case .waiting(let isOver):
      wait(until: isOver)
      return true
    case .finishSending:
      socket.finishSending()
      return true
    case .close:
      return false
    case .reset:
      socket.resetOnClose()
      return false
    case .hang:
      while socket.receive() != nil {}
      return false
    }
  }
}
