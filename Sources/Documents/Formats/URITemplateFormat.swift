/// URI templates (RFC 6570 section 2): literals, and expressions in braces.
enum URITemplateFormat {
  static func accepts(_ octets: ArraySlice<UInt8>) -> Bool {
    var rest = octets
    while let octet = rest.first {
      if octet == UInt8(ascii: "{") {
        guard let end = rest.firstIndex(of: UInt8(ascii: "}")),
          isExpression(rest[(rest.startIndex + 1)..<end])
        else { return false }
        rest = rest[(end + 1)...]
      } else {
        guard takeLiteral(&rest) else { return false }
      }
    }
    return true
  }

  /// Section 2.1, and erratum 6937, by which an apostrophe is a literal.
  private static func takeLiteral(_ rest: inout ArraySlice<UInt8>) -> Bool {
    guard let octet = rest.popFirst() else { return false }
    switch octet {
    case UInt8(ascii: "%"): return rest.take(2)?.allSatisfy(\.isFormatHexDigit) == true
    case 0...0x20, 0x7F: return false
    default: return !"\"<>\\^`{|}".utf8.contains(octet)
    }
  }

  /// Section 2.2: perhaps an operator, and variables between commas.
  private static func isExpression(_ octets: ArraySlice<UInt8>) -> Bool {
    var rest = octets
    if let first = rest.first, "+#./;?&=,!@|".utf8.contains(first) { rest.removeFirst() }
    return rest.parts(separatedBy: ",").allSatisfy(isVariable)
  }

  /// A name, and perhaps a modifier (sections 2.3 and 2.4).
  private static func isVariable(_ octets: ArraySlice<UInt8>) -> Bool {
    if octets.last == UInt8(ascii: "*") { return isName(octets.dropLast()) }
    guard let colon = octets.firstIndex(of: UInt8(ascii: ":")) else { return isName(octets) }
    let length = octets[(colon + 1)...]
    return isName(octets[..<colon]) && 1...4 ~= length.count
      && length.allSatisfy(\.isFormatDigit) && length.first != UInt8(ascii: "0")
  }

  private static func isName(_ octets: ArraySlice<UInt8>) -> Bool {
    octets.parts(separatedBy: ".").allSatisfy { part in
      var rest = part
      guard !rest.isEmpty else { return false }
      while let octet = rest.popFirst() {
        if octet == UInt8(ascii: "%") {
          guard rest.take(2)?.allSatisfy(\.isFormatHexDigit) == true else { return false }
        } else if !octet.isFormatAlphanumeric, octet != UInt8(ascii: "_") {
          return false
        }
      }
      return true
    }
  }
}
