/// Host names: labels of letters, digits and hyphens (RFC 1123 section 2.1), of which those that
/// begin with `xn--` have to be A-labels (RFC 5890 section 2.3.2.1); and names in their Unicode form.
enum HostnameFormat {
  // In octets, without a dot at the end (RFC 1035 section 2.3.4).
  private static let longestName = 253
  private static let longestLabel = 63

  static func accepts(_ octets: ArraySlice<UInt8>) -> Bool {
    guard octets.count <= longestName, octets.allSatisfy({ $0 < 0x80 }) else { return false }
    return octets.parts(separatedBy: ".").allSatisfy { label in
      guard isPlain(label) else { return false }
      return !isEncoded(label) || decoded(label) != nil
    }
  }

  /// Whether this is a name whose labels may have characters beyond ASCII (RFC 5890 section
  /// 2.3.2.3), separated by any of the four dots of RFC 3490 section 3.1.
  static func acceptsInternational(_ octets: ArraySlice<UInt8>) -> Bool {
    let dots: [Unicode.Scalar] = [".", "\u{3002}", "\u{FF0E}", "\u{FF61}"]
    let scalars = Array(String(decoding: octets, as: UTF8.self).unicodeScalars)
    var labels: [InternationalLabel] = []
    var length = -1
    for part in scalars.split(omittingEmptySubsequences: false, whereSeparator: dots.contains) {
      guard let (label, encodedLength) = label(Array(part)) else { return false }
      labels.append(label)
      length += encodedLength + 1
    }
    guard length <= longestName else { return false }
    // One label from right to left brings all under the rule (RFC 5893 section 1.4).
    return !labels.contains(where: \.hasRightToLeft) || labels.allSatisfy(\.keepsBidiRule)
  }

  /// A label in its Unicode form, and the length of its other form.
  private static func label(_ scalars: [Unicode.Scalar]) -> (InternationalLabel, Int)? {
    if scalars.allSatisfy(\.isASCII) {
      let octets = scalars.map { UInt8($0.value) }[...]
      guard isPlain(octets) else { return nil }
      guard isEncoded(octets) else { return (InternationalLabel(scalars: scalars), octets.count) }
      return decoded(octets).map { ($0, octets.count) }
    }
    // Each character takes an octet at least; what is longer is not looked at.
    let label = InternationalLabel(scalars: scalars)
    guard scalars.count <= longestLabel, label.isAllowed,
      let encoded = Punycode.encode(scalars)
    else { return nil }
    let length = encoded.count + 4
    return length <= longestLabel ? (label, length) : nil
  }

  /// Letters, digits, and between them hyphens.
  private static func isPlain(_ label: ArraySlice<UInt8>) -> Bool {
    guard let first = label.first, let last = label.last else { return false }
    return label.count <= longestLabel && first.isFormatAlphanumeric && last.isFormatAlphanumeric
      && label.allSatisfy { $0.isFormatAlphanumeric || $0 == UInt8(ascii: "-") }
  }

  private static func isEncoded(_ label: ArraySlice<UInt8>) -> Bool {
    label.prefix(4).map { $0.isFormatLetter ? $0 | 0x20 : $0 } == Array("xn--".utf8)
  }

  /// What an A-label stands for; nil if it is none.
  private static func decoded(_ label: ArraySlice<UInt8>) -> InternationalLabel? {
    let encoded = label.dropFirst(4)
    guard let scalars = Punycode.decode(encoded), !scalars.allSatisfy(\.isASCII) else {
      return nil
    }
    let decoded = InternationalLabel(scalars: scalars)
    // What does not encode to the same is another label's (RFC 5891 section 5.4).
    let isSame = Punycode.encode(scalars).map { again in
      again.elementsEqual(encoded) { $0 == ($1.isFormatLetter ? $1 | 0x20 : $1) }
    }
    return isSame == true && decoded.isAllowed ? decoded : nil
  }
}
