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
    listener.pointee.ended = { owner, session in
      guard let owner, let session else { return }
      Unmanaged<TLSEnds>.fromOpaque(owner).takeUnretainedValue().ended.insert(session)
    }
  }

  deinit { listener.deallocate() }

  /// Listens to the connections that a handle opens.
  func listen(to easy: borrowing EasyHandle) -> CURLcode {
    Self.areKnown ? accord_curl_listen_to_tls(easy.raw, listener) : CURLE_OK
  }

  /// Whether the server has said that nothing more follows.
  func contains(_ session: UnsafeRawPointer) -> Bool { ended.contains(session) }

  /// Makes ready for a session that goes on: an earlier one may have been at the same place in memory.
  func forget(_ session: UnsafeRawPointer) {
    if !ended.isEmpty { ended.remove(session) }
  }
}
