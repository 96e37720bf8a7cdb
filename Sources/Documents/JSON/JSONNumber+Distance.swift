extension JSONNumber {
  /// Whether the difference of two numbers is at most a distance, exactly.
  ///
  /// Nothing is within a negative distance. The work grows with how long the numbers are written,
  /// never with their exponents.
  package func isWithin(_ distance: JSONNumber, of target: JSONNumber) -> Bool {
    guard distance >= JSONNumber(0) else { return false }
    // What lies between the numbers, less the distance: above 0 if they are too far apart.
    let terms = [
      max(self, target).significand, min(self, target).significand?.negated,
      distance.significand?.negated,
    ]
    return Decimal.signOfSum(terms.compactMap(\.self)) <= 0
  }

  /// The number as digits and exponent; nil for 0.
  var significand: Decimal? {
    switch value {
    case .integer(let integer):
      Decimal(
        isNegative: integer < 0, trimming: String(integer.magnitude).utf8.map { $0 & 0x0F },
        exponent: .small(0))
    case .decimal(let decimal): decimal
    }
  }
}

extension JSONNumber.Decimal {
  /// -1, 0 or 1, for the sum of at most three terms.
  fileprivate static func signOfSum(_ terms: [JSONNumber.Decimal]) -> Int {
    let terms = terms.sorted { $1.magnitude < $0.magnitude }
    guard let first = terms.first else { return 0 }
    guard terms.count > 1, let sum = first.sum(withNear: terms[1]) else {
      // A term is at least a tenth of ten to its magnitude, and each of the others is below a
      // hundredth: two of them do not outweigh it.
      return first.isNegative ? -1 : 1
    }
    return signOfSum(sum + terms.dropFirst(2))
  }

  fileprivate var negated: JSONNumber.Decimal {
    JSONNumber.Decimal(isNegative: !isNegative, digits: digits, exponent: exponent)
  }

  /// A value without the zeros at either end of its digits; nil if it is 0.
  fileprivate init?(isNegative: Bool, trimming digits: [UInt8], exponent: DecimalExponent) {
    guard let first = digits.firstIndex(where: { $0 != 0 }),
      let last = digits.lastIndex(where: { $0 != 0 })
    else { return nil }
    self.init(
      isNegative: isNegative, digits: Array(digits[first...last]),
      exponent: exponent.adding(digits.count - 1 - last))
  }

  /// The sum with a value that is not larger in magnitude: one value, or none for 0.
  ///
  /// Nil if the other is smaller by so much that digits would have to be built between the two.
  private func sum(withNear other: JSONNumber.Decimal) -> [JSONNumber.Decimal]? {
    let gap: Int
    if magnitude == other.magnitude {
      gap = 0
    } else if magnitude == other.magnitude.adding(1) {
      gap = 1
    } else {
      return nil
    }
    // Of equal magnitude the other can be larger by its digits; its sign is the sum's then.
    if gap == 0, digits.lexicographicallyPrecedes(other.digits) {
      return other.sum(withNear: self)
    }
    let factor = isNegative == other.isNegative ? 1 : -1
    let width = max(digits.count, gap + other.digits.count)
    var sum = [UInt8](repeating: 0, count: width + 1)
    var carry = 0
    for column in (0..<width).reversed() {
      var digit = carry
      if column < digits.count { digit += Int(digits[column]) }
      if column >= gap, column - gap < other.digits.count {
        digit += factor * Int(other.digits[column - gap])
      }
      carry = digit < 0 ? -1 : digit / 10
      sum[column + 1] = UInt8(digit - 10 * carry)
    }
    sum[0] = UInt8(carry)
    let total = JSONNumber.Decimal(
      isNegative: isNegative, trimming: sum, exponent: magnitude.adding(-width))
    return total.map { [$0] } ?? []
  }
}
