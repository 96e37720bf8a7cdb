/// A power of ten, however large: JSON bounds neither an exponent nor its number of digits.
enum DecimalExponent: Sendable, Hashable {
  /// Below 10^18 in magnitude.
  case small(Int)
  /// 10^18 and more in magnitude: decimal digits from 0 to 9, the most significant first.
  case large(isNegative: Bool, digits: [UInt8])

  private static let smallDigits = 18

  /// Reads decimal digits in ASCII, of which there may be leading zeros.
  init(isNegative: Bool, ascii: some Sequence<UInt8>) {
    let digits = ascii.map { $0 - UInt8(ascii: "0") }
    self.init(isNegative: isNegative, digits: digits)
  }

  private init(isNegative: Bool, digits: [UInt8]) {
    let digits = Array(digits.drop { $0 == 0 })
    if digits.count <= Self.smallDigits {
      let magnitude = digits.reduce(0) { $0 * 10 + Int($1) }
      self = .small(isNegative ? -magnitude : magnitude)
    } else {
      self = .large(isNegative: isNegative, digits: digits)
    }
  }

  /// Adds a number below 10^18 in magnitude, such as a count of digits.
  func adding(_ amount: Int) -> DecimalExponent {
    switch self {
    case .small(let value):
      let sum = value + amount
      return DecimalExponent(
        isNegative: sum < 0, ascii: String(sum.magnitude).utf8, unlessSmall: sum)
    case .large(let isNegative, let digits):
      // The amount is smaller in magnitude, so that the sign stays.
      let isGrowing = (amount < 0) == isNegative
      var result = digits
      var rest = Int(amount.magnitude)
      var position = result.count - 1
      while rest > 0, position >= 0 {
        let digit = Int(result[position]) + (isGrowing ? rest % 10 : -(rest % 10))
        rest /= 10
        if digit > 9 { rest += 1 }
        if digit < 0 { rest += 1 }
        result[position] = UInt8((digit + 10) % 10)
        position -= 1
      }
      if rest > 0 { result.insert(UInt8(rest), at: 0) }
      return DecimalExponent(isNegative: isNegative, digits: result)
    }
  }

  private init(isNegative: Bool, ascii: String.UTF8View, unlessSmall value: Int) {
    if ascii.count <= Self.smallDigits {
      self = .small(value)
    } else {
      self.init(isNegative: isNegative, ascii: ascii)
    }
  }
}

extension DecimalExponent: Comparable {
  static func < (left: DecimalExponent, right: DecimalExponent) -> Bool {
    switch (left, right) {
    case (.small(let a), .small(let b)):
      return a < b
    case (.small, .large(let isNegative, _)):
      return !isNegative
    case (.large(let isNegative, _), .small):
      return isNegative
    case (.large(let isLeftNegative, let a), .large(let isRightNegative, let b)):
      guard isLeftNegative == isRightNegative else { return isLeftNegative }
      let (smaller, larger) = isLeftNegative ? (b, a) : (a, b)
      guard smaller.count == larger.count else { return smaller.count < larger.count }
      return smaller.lexicographicallyPrecedes(larger)
    }
  }

  /// Whether the power is 0 or above.
  var isNonnegative: Bool {
    switch self {
    case .small(let value): value >= 0
    case .large(let isNegative, _): !isNegative
    }
  }
}
