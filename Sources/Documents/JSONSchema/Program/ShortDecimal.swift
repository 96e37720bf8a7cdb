/// A number of at most 18 digits: enough for nearly all, and compared without any memory.
struct ShortDecimal: Sendable {
  /// All digits without the point.
  var digits: Int64
  /// How many of the digits stand after the point.
  var scale: Int

  private static let most = 18

  /// Reads a number in JSON's grammar; nil if it is longer or has an exponent.
  @inline(__always)
  init?(_ utf8: UnsafeBufferPointer<UInt8>) {
    var position = 0
    let isNegative = utf8[0] == UInt8(ascii: "-")
    if isNegative { position = 1 }
    guard utf8.count - position <= Self.most + 1 else { return nil }
    var digits: Int64 = 0
    var count = 0
    var point = -1
    while position < utf8.count {
      let byte = utf8[position]
      let digit = byte &- UInt8(ascii: "0")
      if digit <= 9 {
        digits = digits &* 10 &+ Int64(digit)
        count += 1
      } else if byte == UInt8(ascii: ".") {
        point = count
      } else {
        return nil
      }
      position += 1
    }
    guard count <= Self.most else { return nil }
    self.digits = isNegative ? -digits : digits
    scale = point < 0 ? 0 : count - point
  }

  /// -1, 0 or 1.
  @inline(__always)
  func compare(to other: ShortDecimal) -> Int {
    if scale == other.scale {
      return digits < other.digits ? -1 : digits == other.digits ? 0 : 1
    }
    let (left, right) = aligned(with: other)
    return left < right ? -1 : left == right ? 0 : 1
  }

  /// Whether the number is a whole multiple of another, which is not 0.
  @inline(__always)
  func isMultiple(of divisor: ShortDecimal) -> Bool {
    if scale == divisor.scale { return digits % divisor.digits == 0 }
    let (left, right) = aligned(with: divisor)
    return left % right == 0
  }

  /// Both with as many digits after the point: 18 digits and 18 zeros are below 2^127.
  private func aligned(with other: ShortDecimal) -> (Int128, Int128) {
    var left = Int128(digits)
    var right = Int128(other.digits)
    for _ in 0..<max(0, other.scale - scale) { left *= 10 }
    for _ in 0..<max(0, scale - other.scale) { right *= 10 }
    return (left, right)
  }
}
