extension JSONScanner {
  /// Reads a number (RFC 8259 section 6), of which the text is kept and nothing computed.
  @inline(__always)
  mutating func scanNumber() throws(Refusal) {
    let start = position
    var flag: UInt32 = 0
    if base[position] == UInt8(ascii: "-") {
      position += 1
      guard position < count else { throw endOfText(in: .number) }
    }
    if base[position] == UInt8(ascii: "0") {
      position += 1
      if position < count, Self.isDigit(base[position]) {
        position -= 1
        throw refusal(.leadingZero)
      }
    } else {
      try scanDigits()
    }
    if position < count, base[position] == UInt8(ascii: ".") {
      flag = 1
      position += 1
      try scanDigits()
    }
    if position < count, base[position] | 0x20 == UInt8(ascii: "e") {
      flag = 1
      position += 1
      if position < count,
        base[position] == UInt8(ascii: "+") || base[position] == UInt8(ascii: "-")
      {
        position += 1
      }
      try scanDigits()
    }
    appendScalar(from: start, flag: flag)
  }

  @inline(__always)
  private mutating func scanDigits() throws(Refusal) {
    guard position < count else { throw endOfText(in: .number) }
    guard Self.isDigit(base[position]) else {
      throw refusal(.missingDigit(after: Unicode.Scalar(base[position - 1])))
    }
    repeat { position += 1 } while position < count && Self.isDigit(base[position])
  }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
