/// `Mailbox` (RFC 5321 section 4.1.2): `ada@example.com`, `"a b"@example.com`, `ada@[127.0.0.1]`;
/// and its international form (RFC 6531 section 3.3), which may have characters beyond ASCII.
struct EmailFormat {
  /// Whether characters beyond ASCII are allowed.
  ///
  /// In a domain any of them is: whether its labels are registered in that form is not judged.
  let isInternational: Bool

  static let email = EmailFormat(isInternational: false)
  static let international = EmailFormat(isInternational: true)

  // In octets. A path has 256 with its angle brackets (RFC 5321 sections 4.5.3.1.1 to 4.5.3.1.3); a
  // label has 63 (RFC 1035 section 2.3.4).
  private static let longestMailbox = 254
  private static let longestLocalPart = 64
  private static let longestDomain = 255
  private static let longestLabel = 63

  func accepts(_ octets: ArraySlice<UInt8>) -> Bool {
    // Neither a domain nor an address literal can have an `@`, but a quoted string can.
    guard octets.count <= Self.longestMailbox,
      let at = octets.lastIndex(of: UInt8(ascii: "@"))
    else { return false }
    let localPart = octets[..<at]
    let domain = octets[(at + 1)...]
    return localPart.count <= Self.longestLocalPart && domain.count <= Self.longestDomain
      && (isDotString(localPart) || isQuotedString(localPart))
      && (isDomain(domain) || isAddressLiteral(domain))
  }

  private func isDotString(_ octets: ArraySlice<UInt8>) -> Bool {
    octets.parts(separatedBy: ".").allSatisfy { !$0.isEmpty && $0.allSatisfy(isAtomText) }
  }

  /// `atext` (RFC 5322 section 3.2.3).
  private func isAtomText(_ octet: UInt8) -> Bool {
    isLetterOrDigit(octet) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(octet)
  }

  private func isQuotedString(_ octets: ArraySlice<UInt8>) -> Bool {
    let quote = UInt8(ascii: "\"")
    guard octets.count >= 2, octets.first == quote, octets.last == quote else { return false }
    var isEscaped = false
    for octet in octets.dropFirst().dropLast() {
      guard 0x20...0x7E ~= octet || octet >= 0x80 && isInternational else { return false }
      if isEscaped {
        isEscaped = false
      } else if octet == UInt8(ascii: "\\") {
        isEscaped = true
      } else if octet == quote {
        return false
      }
    }
    return !isEscaped
  }

  private func isDomain(_ octets: ArraySlice<UInt8>) -> Bool {
    octets.parts(separatedBy: ".").allSatisfy { label in
      guard let first = label.first, let last = label.last else { return false }
      return label.count <= Self.longestLabel && isLetterOrDigit(first) && isLetterOrDigit(last)
        && label.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
    }
  }

  /// `Let-dig`, or part of a character beyond ASCII.
  private func isLetterOrDigit(_ octet: UInt8) -> Bool {
    octet.isFormatAlphanumeric || octet >= 0x80 && isInternational
  }

  /// Whether this is an address in brackets (RFC 5321 section 4.1.3).
  ///
  /// Of the tags that could stand before a colon only `IPv6` is registered, as the section demands;
  /// its letters may have either case (RFC 5234 section 2.3).
  private func isAddressLiteral(_ octets: ArraySlice<UInt8>) -> Bool {
    guard octets.count >= 2, octets.first == UInt8(ascii: "["), octets.last == UInt8(ascii: "]")
    else { return false }
    let address = octets.dropFirst().dropLast()
    guard address.count > 5, Self.isVersion6Tag(address.prefix(5)) else {
      return IPAddressFormat.email.acceptsVersion4(address)
    }
    return IPAddressFormat.email.acceptsVersion6(address.dropFirst(5))
  }

  private static func isVersion6Tag(_ octets: ArraySlice<UInt8>) -> Bool {
    octets.elementsEqual("ipv6:".utf8) { octet, letter in
      octet == letter || octet.isFormatLetter && octet | 0x20 == letter
    }
  }
}
