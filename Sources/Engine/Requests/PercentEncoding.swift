/// Percent-encoding (RFC 3986 section 2.1) of the parts of a request's target.
enum PercentEncoding {
  /// A value that must stay one component, whatever is in it: everything but unreserved characters
  /// (RFC 3986 section 2.3) is encoded.
  static func component(_ text: String) -> String {
    encode(text) { $0.isUnreserved }
  }

  /// A name or a value of a query: what would end it, or would be read as a space, is encoded.
  static func queryPart(_ text: String) -> String {
    encode(text) { byte in
      byte.isUnreserved || "!$'()*,:@/?".utf8.contains(byte)
    }
  }

  /// A name or value of a form (URL Standard, `application/x-www-form-urlencoded` serializing).
  static func formPart(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: " "): encoded += "+"
      case UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default: append(byte, to: &encoded, asIs: byte.isAlphanumeric)
      }
    }
    return encoded
  }

  private static func encode(_ text: String, _ mayStand: (UInt8) -> Bool) -> String {
    if text.utf8.allSatisfy(mayStand) { return text }
    var encoded = ""
    for byte in text.utf8 { append(byte, to: &encoded, asIs: mayStand(byte)) }
    return encoded
  }

  private static func append(_ byte: UInt8, to text: inout String, asIs: Bool) {
    if asIs {
      text.unicodeScalars.append(Unicode.Scalar(byte))
    } else {
      let digits = String(byte, radix: 16, uppercase: true)
      text += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
    }
  }
}

extension UInt8 {
  fileprivate var isAlphanumeric: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  fileprivate var isUnreserved: Bool { isAlphanumeric || "-._~".utf8.contains(self) }
}
