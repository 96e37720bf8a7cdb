#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Finds a port that nothing listens on.
enum FreePort {
  /// Below the ports that systems give to outgoing connections (RFC 6335 section 6 has them from 49152
  /// on, Linux from 32768): one of those may be taken before the server that is started listens.
  private static let ports: ClosedRange<UInt16> = 10_240...32_767

  /// A free port of the loopback interface, or `nil` where the system has none.
  static func find() -> UInt16? {
    for _ in 0..<64 {
      if let port = bound(to: .random(in: ports)) { return port }
    }
    // Any that the system has.
    return bound(to: 0)
  }

  /// The port that a socket can be bound to; `nil` where this one is taken.
  private static func bound(to port: UInt16) -> UInt16? {
    #if canImport(Darwin)
      let type = SOCK_STREAM
    #else
      let type = Int32(SOCK_STREAM.rawValue)
    #endif
    let socket = socket(AF_INET, type, 0)
    guard socket >= 0 else { return nil }
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(socket, address, length) == 0 && getsockname(socket, address, &length) == 0
      }
    }
    return isBound ? UInt16(bigEndian: address.sin_port) : nil
  }
}
