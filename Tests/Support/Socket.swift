import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A TCP socket on loopback, for servers in tests.
package struct Socket: Sendable {
  /// Why a socket could not be had.
  package struct Failure: Error {
    /// The call that failed.
    package var call: String
    /// Its `errno`.
    package var code: Int32
  }

  private let descriptor: Int32

  private init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Listens on a port of an address of this machine; a free one for 0.
  ///
  /// - Parameter backlog: How many connections may wait to be accepted; 0 for the fewest.
  package static func listening(
    onPort port: Int = 0, address: String = "127.0.0.1", backlog: Int32 = 128
  ) throws -> (socket: Socket, port: Int) {
    let (socket, port) = try bound(onPort: port, address: address, isReused: true)
    guard listen(socket.descriptor, backlog) == 0 else {
      let failure = Failure(call: "listen", code: errno)
      socket.close()
      throw failure
    }
    return (socket, port)
  }

  /// Has a port of an address to itself, a free one for 0, and does not listen: connections are refused.
  ///
  /// - Parameter isReused: Whether what is left of earlier connections is overlooked.
  package static func bound(
    onPort port: Int = 0, address: String = "127.0.0.1", isReused: Bool = false
  ) throws -> (socket: Socket, port: Int) {
    let (descriptor, name) = try stream(to: address, port)
    var ownName = name
    var length = socklen_t(name.count)
    var reuses: Int32 = isReused ? 1 : 0
    setsockopt(
      descriptor, SOL_SOCKET, SO_REUSEADDR, &reuses, socklen_t(MemoryLayout<Int32>.size))
    let bound = ownName.withUnsafeMutableBytes { octets in
      guard let start = octets.baseAddress else { return false }
      let name = start.assumingMemoryBound(to: sockaddr.self)
      return bind(descriptor, name, length) == 0 && getsockname(descriptor, name, &length) == 0
    }
    guard bound else {
      let failure = Failure(call: "bind", code: errno)
      Socket(descriptor).close()
      throw failure
    }
    // The port stands at the same place in both families' addresses.
    return (Socket(descriptor), Int(ownName[2]) << 8 | Int(ownName[3]))
  }

  /// Connects to a port of an address.
  ///
  /// - Parameter waits: Whether the connection has to stand; else it may never do so.
  package static func connected(
    toPort port: Int, address: String = "127.0.0.1", waits: Bool = true
  ) throws -> Socket {
    let (descriptor, name) = try stream(to: address, port)
    if !waits { _ = fcntl(descriptor, F_SETFL, O_NONBLOCK) }
    let connected = name.withUnsafeBytes { octets in
      octets.baseAddress.map {
        connect(descriptor, $0.assumingMemoryBound(to: sockaddr.self), socklen_t(octets.count)) == 0
      } ?? false
    }
    guard connected || !waits else {
      let failure = Failure(call: "connect", code: errno)
      Socket(descriptor).close()
      throw failure
    }
    return Socket(descriptor)
  }

  /// A socket of the family of a numeric address, and that address as `sockaddr`.
  private static func stream(
    to address: String, _ port: Int
  ) throws -> (descriptor: Int32, name: [UInt8]) {
    var hints = addrinfo()
    hints.ai_flags = AI_NUMERICHOST
    #if canImport(Glibc)
      hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    #else
      hints.ai_socktype = SOCK_STREAM
    #endif
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(address, "\(port)", &hints, &found) == 0, let found else {
      throw Failure(call: "getaddrinfo", code: EINVAL)
    }
    defer { freeaddrinfo(found) }
    let descriptor = socket(found.pointee.ai_family, found.pointee.ai_socktype, 0)
    guard descriptor >= 0, let name = found.pointee.ai_addr else {
      throw Failure(call: "socket", code: errno)
    }
    return (
      descriptor,
      Array(UnsafeRawBufferPointer(start: name, count: Int(found.pointee.ai_addrlen)))
    )
  }

  /// Listens on a Unix socket that is made at a path of at most 100 octets.
  package static func listening(atPath path: String) throws -> Socket {
    #if canImport(Glibc)
      let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let descriptor = socket(AF_UNIX, SOCK_STREAM, 0)
    #endif
    guard descriptor >= 0 else { throw Failure(call: "socket", code: errno) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix(100)) }
    let bound = withUnsafePointer(to: &address) { address in
      address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(descriptor, address, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
      }
    }
    guard bound, listen(descriptor, 128) == 0 else {
      let failure = Failure(call: "bind", code: errno)
      Socket(descriptor).close()
      throw failure
    }
    return Socket(descriptor)
  }

  /// Waits for a connection; nil when the socket was stopped.
  package func accept() -> Socket? {
    while true {
      #if canImport(Glibc)
        let accepted = Glibc.accept(descriptor, nil, nil)
      #elseif canImport(Musl)
        let accepted = Musl.accept(descriptor, nil, nil)
      #else
        let accepted = Darwin.accept(descriptor, nil, nil)
      #endif
      if accepted >= 0 {
        var on: Int32 = 1
        setsockopt(
          accepted, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
        return Socket(accepted)
      }
      if errno != EINTR && errno != ECONNABORTED { return nil }
    }
  }

  /// Receives what is there, waiting for it; nil at the end or after an error.
  package func receive() -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count > 0 { return Array(buffer[..<count]) }
      if count == 0 || errno != EINTR { return nil }
    }
  }

  /// Sends all of it; false if the other side is gone.
  package func send(_ octets: [UInt8]) -> Bool {
    var sent = 0
    while sent < octets.count {
      let count = octets[sent...].withUnsafeBytes { octets in
        #if canImport(Glibc)
          Glibc.send(descriptor, octets.baseAddress, octets.count, Int32(MSG_NOSIGNAL))
        #elseif canImport(Musl)
          Musl.send(descriptor, octets.baseAddress, octets.count, MSG_NOSIGNAL)
        #else
          Darwin.send(descriptor, octets.baseAddress, octets.count, 0)
        #endif
      }
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      sent += count
    }
    return true
  }

  /// Ends sending, so that the other side reads the end.
  package func finishSending() {
    _ = shutdown(descriptor, Int32(SHUT_WR))
  }

  /// Ends both directions; a thread that waits in this socket returns.
  package func stop() {
    _ = shutdown(descriptor, Int32(SHUT_RDWR))
  }

  /// Lets the next close send a reset.
  package func resetOnClose() {
    var linger = linger(l_onoff: 1, l_linger: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_LINGER, &linger,
      socklen_t(MemoryLayout.size(ofValue: linger)))
  }

  /// Closes the socket.
  package func close() {
    #if canImport(Glibc)
      _ = Glibc.close(descriptor)
    #elseif canImport(Musl)
      _ = Musl.close(descriptor)
    #else
      _ = Darwin.close(descriptor)
    #endif
  }
}
