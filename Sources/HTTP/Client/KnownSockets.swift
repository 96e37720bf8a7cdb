#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The sockets of connections that curl may have kept, by their ports.
///
/// When a request is about to be sent, curl tells the ports of the connection and not its socket.
///
/// A class, since all transfers of a client share it, on the client's thread.
final class KnownSockets {
  private var sockets: [Int: Int32] = [:]

  /// Notes the socket of a connection with this port on our side.
  func note(_ socket: Int32, localPort: Int) {
    // Of connections long closed something may be left; what is asked for is looked at anew.
    if sockets.count >= 10_000 { sockets.removeAll() }
    sockets[localPort] = socket
  }

  /// Whether octets wait on the connection with these ports, or its end or an error; false where that
  /// cannot be seen.
  func hasWaitingOctets(localPort: Int, remotePort: Int) -> Bool {
    guard let socket = sockets[localPort], Self.hasWaitingOctets(socket) else { return false }
    // The number may by now be that of another socket.
    return Self.port(of: socket, getsockname) == localPort
      && Self.port(of: socket, getpeername) == remotePort
  }

  private static func hasWaitingOctets(_ socket: Int32) -> Bool {
    var octet: UInt8 = 0
    let flags = Int32(MSG_PEEK) | Int32(MSG_DONTWAIT)
    while true {
      let count = recv(socket, &octet, 1, flags)
      if count >= 0 { return true }
      if errno != EINTR { return errno != EAGAIN && errno != EWOULDBLOCK }
    }
  }

  private typealias Naming = (
    Int32, UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>
  ) -> Int32

  /// The port at one end of a socket of TCP; nil for anything else.
  private static func port(of socket: Int32, _ name: Naming) -> Int? {
    var address = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    return withUnsafeMutablePointer(to: &address) { address in
      let isKnown = address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        name(socket, $0, &length) == 0
      }
      guard isKnown else { return nil }
      switch Int32(address.pointee.ss_family) {
      case AF_INET:
        return address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
          Int(UInt16(bigEndian: $0.pointee.sin_port))
        }
      case AF_INET6:
        return address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) {
          Int(UInt16(bigEndian: $0.pointee.sin6_port))
        }
      default: return nil
      }
    }
  }
}
