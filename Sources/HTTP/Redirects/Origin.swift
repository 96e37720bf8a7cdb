/// What two URLs have in common that speak to the same server (RFC 9110 section 4.3.1).
package struct Origin: Sendable, Hashable {
  /// The scheme in small letters.
  package var scheme: String

  /// The host in small letters.
  package var host: String

  /// The port, the scheme's own where none was written.
  package var port: Int

  /// Creates an origin; scheme and host are given in small letters.
  package init(scheme: String, host: String, port: Int) {
    self.scheme = scheme
    self.host = host
    self.port = port
  }
}

extension URLReference {
  /// The origin of an absolute `http` or `https` URL with a host; nil for any other.
  package var origin: Origin? {
    guard let scheme = scheme?.lowercased(), let authority, !authority.host.isEmpty else {
      return nil
    }
    let standardPort: Int
    switch scheme {
    case "http": standardPort = 80
    case "https": standardPort = 443
    default: return nil
    }
    let port = authority.port.flatMap { Int($0) } ?? standardPort
    return Origin(scheme: scheme, host: authority.host.lowercased(), port: port)
  }
}
