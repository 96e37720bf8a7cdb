import AccordTestSupport
import Foundation

/// Stands between a client and a server of TLS, and does what it is told to each record of the server's.
struct TLSRelay: Sendable {
  /// What becomes of a record.
  enum Treatment { case pass, passAndClose, change, close }

  /// Says what becomes of a record of this type; the number counts those of the type from 1.
  typealias Fate = @Sendable (_ type: UInt8, _ number: Int) -> Treatment

  /// The types of records (RFC 8446 section 5.1).
  static let alert: UInt8 = 21
  static let content: UInt8 = 23

  private let client: Socket
  private let port: Int
  private let fate: Fate

  init(from client: Socket, toPort port: Int, fate: @escaping Fate) {
    self.client = client
    self.port = port
    self.fate = fate
  }

  /// Relays until one side ends.
  func run() {
    guard let server = try? Socket.connected(toPort: port) else { return }
    let isDone = DispatchSemaphore(value: 0)
    Thread.detachNewThread { [client] in
      while let octets = client.receive(), server.send(octets) {}
      server.stop()
      isDone.signal()
    }
    relayRecords(of: server)
    client.stop()
    isDone.wait()
    server.close()
  }

  private func relayRecords(of server: Socket) {
    var buffer: [UInt8] = []
    var counts: [UInt8: Int] = [:]
    while let octets = server.receive() {
      buffer += octets
      while buffer.count >= 5 {
        let size = 5 + (Int(buffer[3]) << 8 | Int(buffer[4]))
        guard buffer.count >= size else { break }
        var record = Array(buffer[..<size])
        buffer.removeFirst(size)
        counts[record[0], default: 0] += 1
        switch fate(record[0], counts[record[0], default: 0]) {
        case .pass: break
        case .passAndClose:
          _ = client.send(record)
          return
        case .change: record[size - 1] ^= 1
        case .close: return
        }
        guard client.send(record) else { return }
      }
    }
  }
}
