#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Whether something accepts connections at an address of this machine.
enum Listener {
  /// Whether a connection to a port of the loopback interface is accepted, over IPv4 or IPv6.
  static func accepts(port: Int) -> Bool {
    var hints = addrinfo()
    hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV
    #if canImport(Darwin)
      hints.ai_socktype = SOCK_STREAM
    #else
      hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    #endif
    for host in ["127.0.0.1", "::1"] {
      var list: UnsafeMutablePointer<addrinfo>?
      guard getaddrinfo(host, String(port), &hints, &list) == 0, let address = list else {
        continue
      }
      defer { freeaddrinfo(list) }
      let descriptor = socket(address.pointee.ai_family, address.pointee.ai_socktype, 0)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      // A connection within the machine is accepted or refused at once, but where the listener's
      // queue is full: then somebody is there, and connect(2) would wait for minutes.
      var patience = timeval(tv_sec: 1, tv_usec: 0)
      setsockopt(
        descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
      if connect(descriptor, address.pointee.ai_addr, address.pointee.ai_addrlen) == 0
        || errno == EINPROGRESS || errno == EAGAIN
      {
        return true
      }
    }
    return false
  }
}
