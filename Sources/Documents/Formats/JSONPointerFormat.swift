/// JSON Pointers (RFC 6901 section 5), and relative ones
/// (draft-bhutton-relative-json-pointer section 3).
enum JSONPointerFormat {
  static func accepts(_ octets: ArraySlice<UInt8>) -> Bool {
    guard octets.isEmpty || octets.first == UInt8(ascii: "/") else { return false }
    var rest = octets
    while let octet = rest.popFirst() {
      if octet == UInt8(ascii: "~"), !rest.take("0"), !rest.take("1") { return false }
    }
    return true
  }

  /// A number without leading zeros, and after it `#` or a pointer.
  static func acceptsRelative(_ octets: ArraySlice<UInt8>) -> Bool {
    let digits = octets.prefix(while: \.isFormatDigit)
    guard !digits.isEmpty, digits.count == 1 || digits.first != UInt8(ascii: "0") else {
      return false
    }
    let rest = octets.dropFirst(digits.count)
    return rest.elementsEqual([UInt8(ascii: "#")]) || accepts(rest)
  }
}
