extension StringProtocol {
  /// The octets that the text stands for (RFC 3986 section 2.1); a percent sign that two hexadecimal
  /// digits do not follow stands for itself.
  package var percentDecoded: [UInt8] {
    var octets: [UInt8] = []
    var rest = Array(utf8)[...]
    while let octet = rest.popFirst() {
      if octet == UInt8(ascii: "%"), let value = rest.prefix(2).hexadecimalValue {
        octets.append(value)
        rest = rest.dropFirst(2)
      } else {
        octets.append(octet)
      }
    }
    return octets
  }
}

extension ArraySlice<UInt8> {
  /// The octet that two hexadecimal digits stand for; nil for what is none.
  fileprivate var hexadecimalValue: UInt8? {
    guard count == 2, allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    return UInt8(String(decoding: self, as: UTF8.self), radix: 16)
  }
}
