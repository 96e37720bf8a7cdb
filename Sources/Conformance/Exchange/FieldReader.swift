/// Reads a field's value from left to right by the common rules of RFC 9110 section 5.6.
struct FieldReader {
  private(set) var rest: ArraySlice<UInt8>

  init(_ octets: ArraySlice<UInt8>) { rest = octets }

  var isAtEnd: Bool { rest.isEmpty }
  var next: UInt8? { rest.first }

  /// Takes an octet if it is the next one.
  mutating func take(_ octet: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: octet) else { return false }
    rest.removeFirst()
    return true
  }

  /// Skips SP and HTAB, and says whether there were any.
  @discardableResult
  mutating func skipBlanks() -> Bool {
    guard rest.first?.isBlank == true else { return false }
    rest = rest.drop(while: \.isBlank)
    return true
  }

  /// Skips blanks and commas: the empty elements that a list may have (section 5.6.1).
  mutating func skipToElement() {
    rest = rest.drop { $0.isBlank || $0 == UInt8(ascii: ",") }
  }

  /// Takes a token (section 5.6.2); `nil` where there is none.
  mutating func token() -> ArraySlice<UInt8>? {
    let token = rest.prefix(while: \.isTokenOctet)
    guard !token.isEmpty else { return nil }
    rest = rest[token.endIndex...]
    return token
  }

  /// Takes a quoted string (section 5.6.4) and gives what is between its quotes, escapes included;
  /// `nil` where there is none that is whole.
  mutating func quotedString() -> ArraySlice<UInt8>? {
    guard rest.first == UInt8(ascii: "\"") else { return nil }
    var index = rest.startIndex + 1
    while index < rest.endIndex {
      let octet = rest[index]
      if octet == UInt8(ascii: "\"") {
        defer { rest = rest[(index + 1)...] }
        return rest[(rest.startIndex + 1)..<index]
      }
      if octet == UInt8(ascii: "\\") {
        index += 1
        guard index < rest.endIndex else { return nil }
      }
      // Controls other than HTAB may not be quoted.
      guard rest[index] >= 0x20 && rest[index] != 0x7F || rest[index] == UInt8(ascii: "\t") else {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// Takes what stands before an octet, which must be there and is taken too.
  mutating func text(before octet: Unicode.Scalar) -> ArraySlice<UInt8>? {
    guard let end = rest.firstIndex(of: UInt8(ascii: octet)) else { return nil }
    defer { rest = rest[(end + 1)...] }
    return rest[..<end]
  }
}
