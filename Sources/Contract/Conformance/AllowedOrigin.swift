/// Reads an origin as browsers send it in `Origin` (RFC 6454 section 6.2): `https://app.example`.
package enum AllowedOrigin {
  /// Whether a text is scheme and host in small letters, and a port where it is not the scheme's own.
  package static func isOrigin(_ text: String) -> Bool {
    guard let separator = text.firstRange(of: "://") else { return false }
    let scheme = text[..<separator.lowerBound]
    guard scheme.first?.isLowercase == true, scheme.utf8.allSatisfy(isSmallLetterOrDigit) else {
      return false
    }
    var host = text[separator.upperBound...]
    // A port stands behind the last colon that is not inside the brackets of an IPv6 address.
    if let colon = host.lastIndex(of: ":"), !host[colon...].contains("]") {
      let port = host[host.index(after: colon)...]
      let ownPorts = ["http": "80", "https": "443"]
      guard !port.isEmpty, port.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), port.first != "0",
        ownPorts[String(scheme)] != String(port)
      else { return false }
      host = host[..<colon]
    }
    return !host.isEmpty
      && host.utf8.allSatisfy { isSmallLetterOrDigit($0) || "-._[]:".utf8.contains($0) }
  }

  private static func isSmallLetterOrDigit(_ octet: UInt8) -> Bool {
    0x61...0x7A ~= octet || 0x30...0x39 ~= octet
  }
}
