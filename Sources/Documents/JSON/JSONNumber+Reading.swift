extension JSONNumber {
  /// Takes a text that the scanner has accepted.
  ///
  /// - Parameters:
  ///   - utf8: The whole number.
  ///   - isPlain: Whether there is neither a fraction nor an exponent.
  init(grammatical utf8: UnsafeBufferPointer<UInt8>, isPlain: Bool) {
    text = String(decoding: utf8, as: UTF8.self)
    if isPlain, let integer = Self.shortInteger(utf8) {
      value = .integer(integer)
    } else {
      value = Self.value(of: utf8)
    }
  }

  /// Reads at most 18 digits, which always fit.
  private static func shortInteger(_ utf8: UnsafeBufferPointer<UInt8>) -> Int64? {
    guard let first = utf8.first, utf8.count <= 18 else { return nil }
    let isNegative = first == UInt8(ascii: "-")
    var value: Int64 = 0
    for byte in utf8[(isNegative ? 1 : 0)...] { value = value * 10 + Int64(byte & 0x0F) }
    return isNegative ? -value : value
  }

  private static func value(of utf8: UnsafeBufferPointer<UInt8>) -> Value {
    let isNegative = utf8.first == UInt8(ascii: "-")
    let significand = utf8.prefix { $0 | 0x20 != UInt8(ascii: "e") }
    var digits: [UInt8] = []
    digits.reserveCapacity(significand.count)
    var fractionDigits = 0
    var isFraction = false
    for byte in significand.dropFirst(isNegative ? 1 : 0) {
      if byte == UInt8(ascii: ".") {
        isFraction = true
        continue
      }
      if isFraction { fractionDigits += 1 }
      // Leading zeros are dropped here.
      if byte != UInt8(ascii: "0") || !digits.isEmpty { digits.append(byte & 0x0F) }
    }
    var trailingZeros = 0
    while digits.last == 0 {
      digits.removeLast()
      trailingZeros += 1
    }
    guard !digits.isEmpty else { return .integer(0) }
    let exponent = exponent(utf8.dropFirst(significand.count))
      .adding(trailingZeros - fractionDigits)
    if let integer = integer(isNegative, digits, exponent) { return .integer(integer) }
    return .decimal(Decimal(isNegative: isNegative, digits: digits, exponent: exponent))
  }

  /// Reads `e`, a sign and digits, or nothing.
  private static func exponent(_ ascii: Slice<UnsafeBufferPointer<UInt8>>) -> DecimalExponent {
    let signed = ascii.dropFirst()
    guard let sign = signed.first else { return .small(0) }
    let hasSign = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+")
    return DecimalExponent(
      isNegative: sign == UInt8(ascii: "-"), ascii: signed.dropFirst(hasSign ? 1 : 0))
  }

  private static func integer(
    _ isNegative: Bool, _ digits: [UInt8], _ exponent: DecimalExponent
  ) -> Int64? {
    guard case .small(let zeros) = exponent, zeros >= 0, digits.count + zeros <= 19 else {
      return nil
    }
    var magnitude: UInt64 = 0  // 19 digits fit
    for digit in digits { magnitude = magnitude * 10 + UInt64(digit) }
    for _ in 0..<zeros { magnitude *= 10 }
    if isNegative, magnitude == Int64.min.magnitude { return .min }
    return Int64(exactly: magnitude).map { isNegative ? -$0 : $0 }
  }
}
