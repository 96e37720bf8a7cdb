extension UInt8 {
  /// `DIGIT` (RFC 5234 appendix B.1).
  var isFormatDigit: Bool { 0x30...0x39 ~= self }

  /// `ALPHA` (RFC 5234 appendix B.1).
  var isFormatLetter: Bool { 0x41...0x5A ~= self || 0x61...0x7A ~= self }

  /// `ALPHA` or `DIGIT`.
  var isFormatAlphanumeric: Bool { isFormatDigit || isFormatLetter }

  /// `HEXDIG` (RFC 5234 appendix B.1), whose letters may have either case (section 2.3).
  var isFormatHexDigit: Bool { isFormatDigit || 0x41...0x46 ~= self || 0x61...0x66 ~= self }
}

extension ArraySlice<UInt8> {
  /// The number that these digits are; nil unless all are digits, as many as said.
  func decimal(digits count: Int) -> Int? {
    guard self.count == count, allSatisfy(\.isFormatDigit) else { return nil }
    return reduce(0) { $0 * 10 + Int($1 & 0x0F) }
  }

  /// Takes so many octets from the front; nil where there are not as many.
  mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard self.count >= count else { return nil }
    let taken = prefix(count)
    removeFirst(count)
    return taken
  }

  /// Takes digits from the front and returns their number; nil, and perhaps some taken, if there
  /// are not as many as said.
  mutating func takeDecimal(digits count: Int) -> Int? { take(count)?.decimal(digits: count) }

  /// Takes text from the front if it stands there.
  mutating func take(_ text: StaticString) -> Bool {
    let isThere = text.withUTF8Buffer { starts(with: $0) }
    if isThere { removeFirst(text.utf8CodeUnitCount) }
    return isThere
  }

  /// What stands between separators: one part more than there are separators.
  func parts(separatedBy separator: Unicode.Scalar) -> [ArraySlice<UInt8>] {
    split(separator: UInt8(ascii: separator), omittingEmptySubsequences: false)
  }
}
