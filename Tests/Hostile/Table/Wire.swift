import AccordTestSupport
import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// One request at the server, and what can be done to the connection that it came on.
///
/// A class, since the last thing done decides whether the connection goes on.
final class Wire: Sendable {
  /// The request's head.
  let head: String
  /// Where other servers of the run listen.
  let places: HostilePlaces
  private let socket: Socket
  private let ends = Atomic(false)
  private let closesNext = Atomic(false)

  init(head: String, socket: Socket, places: HostilePlaces) {
    self.head = head
    self.socket = socket
    self.places = places
  }

  /// Whether the connection ends here.
  var isOver: Bool { ends.load(ordering: .relaxed) }

  /// Whether the next request on the connection is to find it closed.
  var closesBeforeNextAnswer: Bool { closesNext.load(ordering: .relaxed) }

  /// Sends text.
  func send(_ text: String) { send(Array(text.utf8)) }

  /// Sends octets; a peer that is gone ends the connection.
  func send(_ octets: [UInt8]) {
    if !socket.send(octets) { close() }
  }

  /// Sends octets again and again, until the peer is gone.
  func sendEndlessly(_ octets: [UInt8], after delay: Double = 0) {
    #if os(Linux)
      // The rest of this thread makes way for the client, whose time is judged on the same machine.
      if delay == 0 { setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10) }
    #endif
    while socket.send(octets) { if delay > 0 { Thread.sleep(forTimeInterval: delay) } }
    close()
  }

  /// Sends text octet by octet, so many seconds apart.
  func trickle(_ text: String, every seconds: Double) {
    for octet in text.utf8 where !isOver {
      send([octet])
      Thread.sleep(forTimeInterval: seconds)
    }
  }

  /// A response of HTTP/1.1 that is as it should be.
  func respond(_ fields: String..., body: String = "hello", status: String = "200 OK") {
    let lines = ["HTTP/1.1 \(status)"] + fields + ["Content-Length: \(body.utf8.count)"]
    send(lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
  }

  /// A redirect.
  func redirect(to location: String) {
    send("HTTP/1.1 302 Found\r\nLocation: \(location)\r\nContent-Length: 0\r\n\r\n")
  }

  /// Waits.
  func pause(_ seconds: Double) { Thread.sleep(forTimeInterval: seconds) }

  /// Ends the connection.
  func close() { ends.store(true, ordering: .relaxed) }

  /// Resets the connection.
  func reset() {
    socket.resetOnClose()
    close()
  }

  /// Says nothing more until the peer is gone.
  func hang() {
    while socket.receive() != nil {}
    close()
  }

  /// Says and reads nothing more for some seconds, or until the peer is gone.
  func ignore(_ seconds: Double) {
    Thread.sleep(forTimeInterval: seconds)
    close()
  }

  /// Answers the next request on this connection by closing it.
  func closeBeforeNextAnswer() { closesNext.store(true, ordering: .relaxed) }
}
