extension JSONPathParser {
  /// Reads an integer that I-JSON can hold exactly (section 2.1): no `-0`, no leading zeros.
  mutating func integer() throws(JSONPathSyntaxError) -> Int {
    let start = position
    let isNegative = take("-")
    let digits = try digits()
    guard digits.count == 1 || bytes[digits.lowerBound] != UInt8(ascii: "0"),
      !isNegative || bytes[digits.lowerBound] != UInt8(ascii: "0")
    else { throw error(.superfluousZero, at: start) }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let value = Int(text), value.magnitude < 1 << 53 else {
      throw error(.integerOutOfRange(text), at: start)
    }
    return value
  }

  /// Reads a number (section 2.3.5.1): an integer of any size, `-0` too, with or without fraction
  /// and exponent.
  mutating func numberLiteral() throws(JSONPathSyntaxError) -> JSONNumber {
    let start = position
    _ = take("-")
    let digits = try digits()
    guard digits.count == 1 || bytes[digits.lowerBound] != UInt8(ascii: "0") else {
      throw error(.superfluousZero, at: start)
    }
    if take(".") { _ = try self.digits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      _ = try self.digits()
    }
    guard let number = JSONNumber(String(decoding: bytes[start..<position], as: UTF8.self)) else {
      throw unexpected(.digit)
    }
    return number
  }

  private mutating func digits() throws(JSONPathSyntaxError) -> Range<Int> {
    let start = position
    while let byte = peek(), Self.isDigit(byte) { position += 1 }
    guard position > start else { throw unexpected(.digit) }
    return start..<position
  }

  /// Reads a string in single or double quotes (section 2.3.1.1).
  mutating func stringLiteral() throws(JSONPathSyntaxError) -> String {
    let quote = bytes[position]
    position += 1
    var result: [UInt8] = []
    while let byte = peek(), byte != quote {
      if byte == UInt8(ascii: "\\") {
        result.append(contentsOf: String(Character(try escape(in: quote))).utf8)
      } else if byte < 0x20 {
        throw error(.controlCharacter(Unicode.Scalar(byte)))
      } else {
        result.append(byte)
        position += 1
      }
    }
    guard peek() == quote else { throw unexpected(.closingQuote) }
    position += 1
    return String(decoding: result, as: UTF8.self)
  }

  private mutating func escape(in quote: UInt8) throws(JSONPathSyntaxError) -> Unicode.Scalar {
    let start = position
    position += 1
    guard let byte = peek() else { throw unexpected(.closingQuote) }
    let scalar: Unicode.Scalar
    switch byte {
    case UInt8(ascii: "b"): scalar = "\u{8}"
    case UInt8(ascii: "f"): scalar = "\u{C}"
    case UInt8(ascii: "n"): scalar = "\n"
    case UInt8(ascii: "r"): scalar = "\r"
    case UInt8(ascii: "t"): scalar = "\t"
    case UInt8(ascii: "/"), UInt8(ascii: "\\"), quote: scalar = Unicode.Scalar(byte)
    case UInt8(ascii: "u"): return try unicodeEscape(from: start)
    default:
      guard let found = self.scalar() else { throw unexpected(.closingQuote) }
      throw error(.unknownEscape(found))
    }
    position += 1
    return scalar
  }

  /// Reads `uXXXX`, or two of them that are a surrogate pair.
  private mutating func unicodeEscape(
    from start: Int
  ) throws(JSONPathSyntaxError) -> Unicode.Scalar {
    let first = try codeUnit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, take("\\"), isAhead("u") else { throw error(.loneSurrogate, at: start) }
    let second = try codeUnit()
    guard 0xDC00...0xDFFF ~= second,
      let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    else { throw error(.loneSurrogate, at: start) }
    return scalar
  }

  private mutating func codeUnit() throws(JSONPathSyntaxError) -> UInt32 {
    position += 1
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = peek().flatMap({ JSONText.hexadecimalValue($0) }) else {
        throw unexpected(.hexadecimalDigit)
      }
      unit = unit << 4 | UInt32(digit)
      position += 1
    }
    return unit
  }
}
