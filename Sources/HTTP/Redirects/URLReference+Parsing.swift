extension URLReference {
  /// Why a text is no URI reference.
  package enum ParsingError: Error, Sendable, Hashable {
    /// What stands before the first colon is no scheme; a relative path must not have a colon in
    /// its first segment (RFC 3986 section 4.2).
    case scheme(String)
    /// The user information has an octet that is not allowed there.
    case userInformation
    /// The host has an octet that is not allowed there, or is no IPv6 address.
    case host(String)
    /// The port is no number up to 65535.
    case port(String)
    /// The path has an octet that is not allowed there, or a `%` without two hexadecimal digits.
    case path(String)
    /// The query has one.
    case query(String)
    /// The fragment has one.
    case fragment(String)
  }

  /// Reads a reference.
  package init(parsing text: String) throws(ParsingError) {
    var rest = text[...]
    if let hash = rest.firstIndex(of: "#") {
      let fragment = rest[rest.index(after: hash)...]
      guard fragment.isURIText({ $0.isQueryOctet }) else { throw .fragment(String(fragment)) }
      self.fragment = String(fragment)
      rest = rest[..<hash]
    }
    if let mark = rest.firstIndex(of: "?") {
      let query = rest[rest.index(after: mark)...]
      guard query.isURIText({ $0.isQueryOctet }) else { throw .query(String(query)) }
      self.query = String(query)
      rest = rest[..<mark]
    }
    if let stop = rest.firstIndex(where: { $0 == ":" || $0 == "/" }), rest[stop] == ":" {
      let scheme = rest[..<stop]
      guard scheme.isScheme else { throw .scheme(String(scheme)) }
      self.scheme = String(scheme)
      rest = rest[rest.index(after: stop)...]
    }
    if rest.utf8.starts(with: "//".utf8) {
      rest = rest.dropFirst(2)
      let end = rest.firstIndex(of: "/") ?? rest.endIndex
      authority = try Authority(parsing: rest[..<end])
      rest = rest[end...]
    }
    guard rest.isURIText({ $0.isPathOctet || $0 == UInt8(ascii: "/") }) else {
      throw .path(String(rest))
    }
    path = String(rest)
  }
}

extension URLReference.Authority {
  fileprivate init(parsing text: Substring) throws(URLReference.ParsingError) {
    var rest = text
    if let at = rest.firstIndex(of: "@") {
      let user = rest[..<at]
      guard user.isURIText({ $0.isNameOctet || $0 == UInt8(ascii: ":") }) else {
        throw .userInformation
      }
      userInformation = String(user)
      rest = rest[rest.index(after: at)...]
    }
    let host: Substring
    if rest.first == "[" {
      guard let end = rest.firstIndex(of: "]"), rest[..<end].dropFirst().isIPv6Address else {
        throw .host(String(rest))
      }
      host = rest[...end]
    } else {
      host = rest[..<(rest.firstIndex(of: ":") ?? rest.endIndex)]
      guard host.isURIText(\.isNameOctet) else { throw .host(String(host)) }
    }
    self.host = String(host)
    rest = rest[host.endIndex...]
    if rest.isEmpty { return }
    let port = rest.dropFirst()
    guard rest.first == ":", port.utf8.allSatisfy({ $0.digitValue != nil }),
      port.isEmpty || (Int(port) ?? .max) <= 65_535
    else { throw .port(String(port)) }
    self.port = String(port)
  }
}

extension Substring {
  /// Whether each octet is one of those or part of a percent-encoded one (RFC 3986 section 2.1).
  fileprivate func isURIText(_ isAllowed: (UInt8) -> Bool) -> Bool {
    var hexDigits = 0
    for octet in utf8 {
      if hexDigits > 0 {
        guard octet.isHexDigit else { return false }
        hexDigits -= 1
      } else if octet == UInt8(ascii: "%") {
        hexDigits = 2
      } else if !isAllowed(octet) {
        return false
      }
    }
    return hexDigits == 0
  }

  /// Whether it is a scheme (RFC 3986 section 3.1).
  fileprivate var isScheme: Bool {
    guard utf8.first?.isLetter == true else { return false }
    return utf8.allSatisfy { octet in
      octet.isLetter || octet.digitValue != nil || octet == UInt8(ascii: "+")
        || octet == UInt8(ascii: "-") || octet == UInt8(ascii: ".")
    }
  }

  /// Whether it is an IPv6 address (RFC 3986 section 3.2.2); future versions are not known.
  fileprivate var isIPv6Address: Bool {
    let halves = self.separated(by: "::")
    guard halves.count <= 2 else { return false }
    var groups = 0
    for (index, half) in halves.enumerated() where !half.isEmpty {
      let parts = half.split(separator: ":", omittingEmptySubsequences: false)
      for (place, part) in parts.enumerated() {
        if part.contains(".") {
          guard index == halves.count - 1, place == parts.count - 1, part.isIPv4Address else {
            return false
          }
          groups += 2
        } else {
          guard 1...4 ~= part.utf8.count, part.utf8.allSatisfy(\.isHexDigit) else { return false }
          groups += 1
        }
      }
    }
    return halves.count == 2 ? groups <= 7 : groups == 8
  }

  private var isIPv4Address: Bool {
    let parts = split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        1...3 ~= part.utf8.count && part.utf8.allSatisfy { $0.digitValue != nil }
          && (Int(part) ?? 256) < 256 && (part.utf8.count == 1 || part.first != "0")
      }
  }

  private func separated(by separator: String) -> [Substring] {
    guard let range = firstRange(of: separator) else { return [self] }
    return [self[..<range.lowerBound]] + self[range.upperBound...].separated(by: separator)
  }
}

extension UInt8 {
  /// Whether it is unreserved or a sub-delimiter (RFC 3986 section 2).
  fileprivate var isNameOctet: Bool {
    if isLetter || digitValue != nil { return true }
    switch self {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"),
      UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "'"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"),
      UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="):
      return true
    default:
      return false
    }
  }

  /// Whether it may stand in a segment of a path.
  fileprivate var isPathOctet: Bool {
    isNameOctet || self == UInt8(ascii: ":") || self == UInt8(ascii: "@")
  }

  /// Whether it may stand in a query or a fragment.
  fileprivate var isQueryOctet: Bool {
    isPathOctet || self == UInt8(ascii: "/") || self == UInt8(ascii: "?")
  }
}
