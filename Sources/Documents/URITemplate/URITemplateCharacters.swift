/// The characters of URI templates (RFC 6570 section 1.5 and 2.1).
enum URITemplateCharacters {
  static func isUnreserved(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~": true
    default: false
    }
  }

  static func isReserved(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ":", "/", "?", "#", "[", "]", "@", "!", "$", "&", "'", "(", ")", "*", "+", ",", ";", "=":
      true
    default: false
    }
  }

  static func isHexadecimal(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."f", "A"..."F", "0"..."9": true
    default: false
    }
  }

  /// Whether a character may stand outside of expressions, but for `%`.
  ///
  /// The apostrophe may, by the erratum of the RFC that allows what RFC 3986 does. Characters
  /// beyond ASCII may but for controls, surrogates, private ones outside of their planes and
  /// noncharacters.
  static func isLiteral(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x7F: isUnreserved(scalar) || isReserved(scalar)
    case 0xA0...0xFDCF, 0xFDF0...0xFFEF: true
    case 0x10000...: scalar.value & 0xFFFF < 0xFFFE
    default: false
    }
  }

  /// Adds the encoded octets of a character.
  static func encode(_ scalar: Unicode.Scalar, into text: inout String) {
    for byte in String(Character(scalar)).utf8 {
      let digits = String(byte, radix: 16, uppercase: true)
      text += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
    }
  }
}
