package import AccordHTTP

/// The URL below which a contract's paths stand.
package struct BaseURL: Sendable {
  /// Why a text is no base URL.
  package enum Problem: Error, Sendable, Equatable {
    case notAURL(String)
    case scheme(String)
    case noHost(String)
    case credentials(String)
    case queryOrFragment(String)
  }

  /// The URL, without the slash at its end.
  package let text: String
  /// Scheme, host and port.
  package let origin: Origin
  /// Whether the host is this machine itself: 127.0.0.0/8, ::1 or `localhost` (RFC 6761 section 6.3).
  package let isLoopback: Bool

  /// Reads a base URL: `http` or `https`, a host, and at most a path.
  package init(parsing text: String) throws(Problem) {
    guard let reference = try? URLReference(parsing: text) else { throw .notAURL(text) }
    guard let scheme = reference.scheme?.lowercased() else { throw .notAURL(text) }
    guard scheme == "http" || scheme == "https" else { throw .scheme(text) }
    guard reference.authority?.userInformation == nil else { throw .credentials(text) }
    guard let origin = reference.origin else { throw .noHost(text) }
    guard reference.query == nil, reference.fragment == nil else { throw .queryOrFragment(text) }
    var end = text[...]
    while end.hasSuffix("/") { end.removeLast() }
    self.text = String(end)
    self.origin = origin
    isLoopback = origin.isLoopback
  }

  /// A path below this URL, joined with one slash; dot segments stay as written.
  package func url(path: String) -> String {
    path.utf8.first == UInt8(ascii: "/") ? text + path : "\(text)/\(path)"
  }
}

extension Origin {
  /// Whether the host is this machine itself: 127.0.0.0/8, ::1 or `localhost` (RFC 6761 section 6.3).
  var isLoopback: Bool {
    host == "localhost" || host.hasSuffix(".localhost") || host == "[::1]"
      || Self.isIPv4Loopback(host)
  }

  private static func isIPv4Loopback(_ host: String) -> Bool {
    let octets = host.split(separator: ".", omittingEmptySubsequences: false)
    return octets.count == 4 && octets[0] == "127" && octets.allSatisfy { UInt8($0) != nil }
  }
}
