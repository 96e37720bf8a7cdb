import CAccordCurl

/// Which sessions of TLS the server has ended by `close_notify` (RFC 8446 section 6.1).
///
/// A class, since libcurl and its TLS library keep its address for as long as there are connections. It
/// stays on the client's thread.
final class TLSEnds {
  private let listener: UnsafeMutablePointer<accord_tls_listener>
  private var ended: Set<UnsafeRawPointer> = []

  /// Whether the TLS library can be asked at all.
  static let areKnown = accord_tls_is_audible() != 0

  init() {
    listener = .allocate(capacity: 1)
    listener.initialize(to: accord_tls_listener())
    listener.pointee.owner = Unmanaged.passUnretained(self).toOpaque()
    listener.pointee.received = { owner, session, type, octets, count in
      guard let owner, let session, let octets else { return }
      Unmanaged<TLSEnds>.fromOpaque(owner).takeUnretainedValue().take(
        UnsafeBufferPointer(start: octets, count: count), ofType: type, in: session)
    }
  }

  deinit { listener.deallocate() }

  /// Listens to the connections that a handle opens.
  func listen(to easy: borrowing EasyHandle) -> CURLcode {
    Self.areKnown ? accord_curl_listen_to_tls(easy.raw, listener) : CURLE_OK
  }

  /// Whether the server has said that nothing more follows.
  func contains(_ session: UnsafeRawPointer) -> Bool { ended.contains(session) }

  private func take(
    _ octets: UnsafeBufferPointer<UInt8>, ofType type: Int32, in session: UnsafeRawPointer
  ) {
    if type == 21 {
      // Level and description, which is 0 for close_notify.
      if octets.count == 2, octets[1] == 0 { ended.insert(session) }
    } else if !ended.isEmpty {
      // Another session at the same place in memory.
      ended.remove(session)
    }
  }
}
