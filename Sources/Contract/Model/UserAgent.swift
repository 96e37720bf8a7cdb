/// Who asks, as `User-Agent` says it (RFC 9110 section 10.1.5).
package enum UserAgent {
  /// Whether a value keeps to the grammar: a product such as `shop-gate/1.2`, and after it more
  /// products and comments in parentheses.
  package static func isWellFormed(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    guard takeProduct(&rest) else { return false }
    while !rest.isEmpty {
      let blanks = rest.prefix { $0 == 0x20 || $0 == 0x09 }
      guard !blanks.isEmpty else { return false }
      rest = rest.dropFirst(blanks.count)
      guard rest.first == UInt8(ascii: "(") ? takeComment(&rest) : takeProduct(&rest) else {
        return false
      }
    }
    return true
  }

  /// Takes a token, or two with a slash between.
  private static func takeProduct(_ rest: inout ArraySlice<UInt8>) -> Bool {
    func takeToken(_ rest: inout ArraySlice<UInt8>) -> Bool {
      let token = rest.prefix(while: \.isTokenCharacter)
      rest = rest.dropFirst(token.count)
      return !token.isEmpty
    }
    guard takeToken(&rest) else { return false }
    guard rest.first == UInt8(ascii: "/") else { return true }
    rest.removeFirst()
    return takeToken(&rest)
  }

  /// Takes a comment with those in it (RFC 9110 section 5.6.5).
  private static func takeComment(_ rest: inout ArraySlice<UInt8>) -> Bool {
    var depth = 0
    while let octet = rest.popFirst() {
      switch octet {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return true }
      case UInt8(ascii: "\\"):
        guard let next = rest.popFirst(), next.mayStandInComment else { return false }
      case let octet where !octet.mayStandInComment: return false
      default: break
      }
    }
    return false
  }
}

extension UInt8 {
  fileprivate var mayStandInComment: Bool { self == 0x09 || self >= 0x20 && self != 0x7F }
}
