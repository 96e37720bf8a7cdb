/// The version of HTTP that a request asks for, with curl's meanings.
package enum HTTPVersionPreference: Sendable, Hashable {
  /// HTTP/2 where TLS negotiates it, else HTTP/1.1.
  case automatic

  /// HTTP/1.1 only.
  case http1_1

  /// HTTP/2 where TLS negotiates it; over cleartext HTTP/1.1 with an offer to upgrade.
  case http2

  /// HTTP/2 at once, over cleartext too (RFC 9113 section 3.3).
  case http2PriorKnowledge
}
