extension JSONScanner {
  /// Reads a string from its opening to its closing quotation mark (RFC 8259 section 7).
  @inline(__always)
  mutating func scanString() throws(Refusal) {
    let start = position
    position += 1
    var flag: UInt32 = 0
    while true {
      skipPlainCharacters()
      guard position < count else { throw endOfText(in: .string) }
      let byte = base[position]
      if byte == UInt8(ascii: "\"") {
        position += 1
        appendScalar(from: start, flag: flag)
        return
      }
      if byte == UInt8(ascii: "\\") {
        flag = 1
        try scanEscape()
      } else if byte >= 0x80 {
        try scanSequence()
      } else {
        throw unexpected { .controlCharacter($0) }
      }
    }
  }

  /// Goes to the next byte that is a quotation mark, a backslash, a control character or not ASCII,
  /// eight bytes at a time.
  @inline(__always)
  private mutating func skipPlainCharacters() {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highBits: UInt64 = 0x8080_8080_8080_8080
    let raw = UnsafeRawPointer(base)
    while position + 8 <= count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      // In each term, the lowest byte with its high bit set is exact; higher ones may be borrows.
      let quotes = word ^ (ones &* 0x22)
      let backslashes = word ^ (ones &* 0x5C)
      let special =
        ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes)
        | ((word &- (ones &* 0x20)) & ~word) | word
      let marks = special & highBits
      if marks != 0 {
        position += marks.trailingZeroBitCount / 8
        return
      }
      position += 8
    }
    while position < count {
      let byte = base[position]
      if byte < 0x20 || byte >= 0x80 || byte == 0x22 || byte == 0x5C { return }
      position += 1
    }
  }

  /// Reads characters that are not ASCII, as many as follow each other.
  private mutating func scanSequence() throws(Refusal) {
    while position < count, base[position] >= 0x80 {
      let length = UTF8Validation.sequenceLength(at: position, in: base, count: count)
      guard length > 0 else { throw refusal(.notUTF8) }
      position += length
    }
  }

  private mutating func scanEscape() throws(Refusal) {
    guard position + 1 < count else { throw endOfText(in: .string) }
    switch base[position + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 2
    case UInt8(ascii: "u"):
      try scanUnicodeEscape()
    default:
      position += 1
      throw unexpected { .unknownEscape($0) }
    }
  }

  private mutating func scanUnicodeEscape() throws(Refusal) {
    let unit = try unicodeEscape()
    switch unit {
    case 0xD800...0xDBFF:
      guard position + 7 < count, base[position + 6] == UInt8(ascii: "\\"),
        base[position + 7] == UInt8(ascii: "u")
      else { throw refusal(.loneSurrogate(unit)) }
      let start = position
      position += 6
      let second = try unicodeEscape()
      guard 0xDC00...0xDFFF ~= second else {
        position = start
        throw refusal(.loneSurrogate(unit))
      }
      position += 6
    case 0xDC00...0xDFFF:
      throw refusal(.loneSurrogate(unit))
    default:
      position += 6
    }
  }

  /// The code unit of the `\uXXXX` at `position`, which stays.
  private func unicodeEscape() throws(Refusal) -> UInt16 {
    var unit: UInt16 = 0
    for offset in 2..<6 {
      guard position + offset < count else { throw endOfText(in: .string) }
      guard let digit = JSONText.hexadecimalValue(base[position + offset]) else {
        throw Refusal(reason: .unfinishedUnicodeEscape, offset: position + offset)
      }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}
