/// `URI` (RFC 3986 section 3): a scheme, a hierarchical part, perhaps a query and a fragment; and
/// `IRI` (RFC 3987 section 2.2), which may have characters beyond ASCII.
///
/// Nothing is decoded or normalized, and no scheme's own rules are applied.
struct URIFormat {
  /// Whether characters beyond ASCII are allowed.
  let isInternational: Bool

  static let uri = URIFormat(isInternational: false)
  static let iri = URIFormat(isInternational: true)

  /// Whether this begins with a scheme.
  func accepts(_ octets: ArraySlice<UInt8>) -> Bool {
    guard hasAllowedCharacters(octets), let colon = octets.firstIndex(of: UInt8(ascii: ":")),
      isScheme(octets[..<colon])
    else { return false }
    return isHierarchy(octets[(colon + 1)...])
  }

  /// Whether this is a reference, which may be relative (section 4.1).
  func acceptsReference(_ octets: ArraySlice<UInt8>) -> Bool {
    if accepts(octets) { return true }
    // A colon in the first segment of a relative path would end a scheme (section 4.2).
    let first = octets.prefix { !"/?#".utf8.contains($0) }
    return hasAllowedCharacters(octets) && !first.contains(UInt8(ascii: ":"))
      && isHierarchy(octets)
  }

  /// What may follow a scheme and its colon.
  private func isHierarchy(_ octets: ArraySlice<UInt8>) -> Bool {
    var rest = octets
    if let mark = rest.firstIndex(of: UInt8(ascii: "#")) {
      guard consists(rest[(mark + 1)...], of: isQueryOctet) else { return false }
      rest = rest[..<mark]
    }
    if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
      guard consists(rest[(mark + 1)...], of: isQueryOctet) else { return false }
      rest = rest[..<mark]
    }
    if rest.take("//") {
      let authority = rest.prefix { $0 != UInt8(ascii: "/") }
      guard isAuthority(authority) else { return false }
      rest = rest.dropFirst(authority.count)
    }
    // With an authority the path is empty or begins with a slash; without one it cannot begin with
    // two: both are so by now (section 3.3).
    return consists(rest) { isPathOctet($0) || $0 == UInt8(ascii: "/") }
  }

  /// Whether no character is one that no part may have: `ucschar`, and in a query `iprivate`
  /// (RFC 3987 section 2.2).
  private func hasAllowedCharacters(_ octets: ArraySlice<UInt8>) -> Bool {
    guard isInternational else { return true }
    var isQuery = false
    for scalar in String(decoding: octets, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x3F: isQuery = true
      case 0x23: isQuery = false
      case 0..<0x80, 0xA0...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFEF: continue
      case 0xE000...0xF8FF, 0xF0000...0x10FFFF:
        guard isQuery, scalar.value & 0xFFFF < 0xFFFE else { return false }
      case 0x10000...0xDFFFF, 0xE1000...0xEFFFF:
        guard scalar.value & 0xFFFF < 0xFFFE else { return false }
      default: return false
      }
    }
    return true
  }

  /// Section 3.1.
  private func isScheme(_ octets: ArraySlice<UInt8>) -> Bool {
    octets.first?.isFormatLetter == true
      && octets.allSatisfy { $0.isFormatAlphanumeric || "+-.".utf8.contains($0) }
  }

  /// Section 3.2.
  private func isAuthority(_ octets: ArraySlice<UInt8>) -> Bool {
    var rest = octets
    if let at = rest.firstIndex(of: UInt8(ascii: "@")) {
      guard consists(rest[..<at], of: { isHostOctet($0) || $0 == UInt8(ascii: ":") }) else {
        return false
      }
      rest = rest[(at + 1)...]
    }
    var host = rest
    if rest.first == UInt8(ascii: "[") {
      guard let bracket = rest.firstIndex(of: UInt8(ascii: "]")) else { return false }
      guard isAddressLiteral(rest[(rest.startIndex + 1)..<bracket]) else { return false }
      host = []
      rest = rest[(bracket + 1)...]
    } else {
      host = rest.prefix { $0 != UInt8(ascii: ":") }
      rest = rest.dropFirst(host.count)
    }
    // An IPv4 address is a name by its grammar, and one out of range is a name too (section 3.2.2).
    guard consists(host, of: isHostOctet) else { return false }
    // A port may be empty (section 3.2.3).
    return rest.isEmpty || rest.take(":") && rest.allSatisfy(\.isFormatDigit)
  }

  /// What stands between brackets: `IPv6address` or `IPvFuture` (section 3.2.2).
  private func isAddressLiteral(_ octets: ArraySlice<UInt8>) -> Bool {
    var rest = octets
    guard rest.take("v") || rest.take("V") else {
      return IPAddressFormat.uri.acceptsVersion6(octets)
    }
    let version = rest.prefix(while: \.isFormatHexDigit)
    rest = rest.dropFirst(version.count)
    return !version.isEmpty && rest.take(".") && !rest.isEmpty
      && rest.allSatisfy { isHostOctet($0) || $0 == UInt8(ascii: ":") }
  }

  /// Whether all octets are allowed or belong to a percent-encoding (section 2.1).
  private func consists(
    _ octets: ArraySlice<UInt8>, of isAllowed: (UInt8) -> Bool
  ) -> Bool {
    var rest = octets
    while let octet = rest.popFirst() {
      if octet == UInt8(ascii: "%") {
        guard let digits = rest.take(2), digits.allSatisfy(\.isFormatHexDigit) else {
          return false
        }
      } else if !isAllowed(octet) {
        return false
      }
    }
    return true
  }

  /// `unreserved` and `sub-delims` (sections 2.2 and 2.3).
  private func isHostOctet(_ octet: UInt8) -> Bool {
    octet.isFormatAlphanumeric || octet >= 0x80 && isInternational
      || "-._~!$&'()*+,;=".utf8.contains(octet)
  }

  /// `pchar` without percent-encodings (section 3.3).
  private func isPathOctet(_ octet: UInt8) -> Bool {
    isHostOctet(octet) || octet == UInt8(ascii: ":") || octet == UInt8(ascii: "@")
  }

  /// What a query and a fragment may have (sections 3.4 and 3.5).
  private func isQueryOctet(_ octet: UInt8) -> Bool {
    isPathOctet(octet) || octet == UInt8(ascii: "/") || octet == UInt8(ascii: "?")
  }
}
