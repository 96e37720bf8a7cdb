extension UInt8 {
  /// The octet, or its small letter if it is one of A to Z.
  var asciiLowercased: UInt8 {
    self &- UInt8(ascii: "A") < 26 ? self | 0x20 : self
  }

  /// Whether it is SP or HTAB.
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

  /// The value of a decimal digit.
  var digitValue: Int? {
    let value = self &- UInt8(ascii: "0")
    return value < 10 ? Int(value) : nil
  }

  /// Whether it is a hexadecimal digit.
  var isHexDigit: Bool {
    digitValue != nil || asciiLowercased &- UInt8(ascii: "a") < 6
  }

  /// Whether it is a letter of ASCII.
  var isLetter: Bool { asciiLowercased &- UInt8(ascii: "a") < 26 }

  /// Whether it ends a line or a C string.
  var breaksLine: Bool { self == UInt8(ascii: "\r") || self == UInt8(ascii: "\n") || self == 0 }

  /// Whether it may stand in a token (RFC 9110 section 5.6.2).
  var isTokenOctet: Bool {
    if isLetter || digitValue != nil { return true }
    switch self {
    case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"),
      UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"),
      UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "^"), UInt8(ascii: "_"),
      UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"):
      return true
    default:
      return false
    }
  }
}

extension String {
  /// The text of the octets; if they are not UTF-8, each that is not ASCII is written as `\xNN`.
  init(escapingOctets octets: some Collection<UInt8>) {
    // Nearly all text of a head is ASCII, and this is the shorter way.
    if octets.allSatisfy({ $0 < 0x80 }) {
      self = String(decoding: octets, as: UTF8.self)
      return
    }
    if let text = String(validating: octets, as: UTF8.self) {
      self = text
      return
    }
    var text = ""
    for octet in octets {
      if octet < 0x80 {
        text.unicodeScalars.append(Unicode.Scalar(octet))
      } else {
        text += "\\x" + String(octet, radix: 16, uppercase: true)
      }
    }
    self = text
  }

  /// Whether it is a token (RFC 9110 section 5.6.2).
  var isToken: Bool { !isEmpty && utf8.allSatisfy(\.isTokenOctet) }

  /// Whether it holds what ends a line or a C string.
  var breaksLine: Bool { containsOctet(where: \.breaksLine) }

  /// Whether an octet of its UTF-8 is of some kind.
  func containsOctet(where isOfKind: (UInt8) -> Bool) -> Bool {
    // Several times as fast as going through the view.
    utf8.withContiguousStorageIfAvailable { $0.contains(where: isOfKind) }
      ?? utf8.contains(where: isOfKind)
  }
}

extension StringProtocol {
  /// Whether both are equal, letters of ASCII in any case.
  func equalsIgnoringCase(_ other: String) -> Bool {
    utf8.elementsEqual(other.utf8) { $0.asciiLowercased == $1.asciiLowercased }
  }
}
