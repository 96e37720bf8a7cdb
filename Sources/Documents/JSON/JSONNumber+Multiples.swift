extension JSONNumber {
  /// Whether the number is a whole multiple of another, exactly; of 0 only 0 is.
  ///
  /// The work grows with how long the numbers are written, never with their exponents.
  package func isMultiple(of divisor: JSONNumber) -> Bool {
    if case .integer(let integer) = value, case .integer(let other) = divisor.value {
      // The one quotient that does not fit is of Int64.min by -1.
      return other == 0 ? integer == 0 : other == -1 || integer.isMultiple(of: other)
    }
    guard let dividend = significand else { return true }
    guard let divisor = divisor.significand else { return false }
    return dividend.isMultiple(of: divisor)
  }
}

extension JSONNumber.Decimal {
  fileprivate func isMultiple(of divisor: JSONNumber.Decimal) -> Bool {
    // Digits end in something else than 0, and so are no multiple of 10: the dividend's power of
    // ten has to be the larger one.
    guard divisor.exponent <= exponent else { return false }
    // Of the zeros to add, those count that can match a factor 2 or 5 of the divisor, of which a
    // decimal digit has less than four.
    let most = 4 * divisor.digits.count
    var zeros = 0
    while zeros < most, divisor.exponent.adding(zeros) < exponent { zeros += 1 }
    let digits = self.digits + repeatElement(0, count: zeros)
    return divisor.digits.count <= 18
      ? Self.isMultiple(digits, ofShort: divisor.digits)
      : Self.isMultiple(digits, ofLong: divisor.digits)
  }

  /// For a divisor below 10^18: ten times a remainder and a digit fit.
  private static func isMultiple(_ digits: [UInt8], ofShort divisor: [UInt8]) -> Bool {
    let divisor = divisor.reduce(0 as UInt64) { $0 * 10 + UInt64($1) }
    return digits.reduce(0 as UInt64) { ($0 * 10 + UInt64($1)) % divisor } == 0
  }

  /// Long division as on paper, of which only the remainder is kept.
  private static func isMultiple(_ digits: [UInt8], ofLong divisor: [UInt8]) -> Bool {
    // The least significant digit comes first here, and a remainder has one digit more.
    let divisor = Array(divisor.reversed()) + [0]
    var remainder = [UInt8](repeating: 0, count: divisor.count)
    for digit in digits {
      remainder.removeLast()
      remainder.insert(digit, at: 0)
      while !isBelow(remainder, divisor) { subtract(divisor, from: &remainder) }
    }
    return remainder.allSatisfy { $0 == 0 }
  }

  private static func isBelow(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.reversed().lexicographicallyPrecedes(right.reversed())
  }

  private static func subtract(_ right: [UInt8], from left: inout [UInt8]) {
    var borrow = 0
    for position in left.indices {
      let difference = Int(left[position]) - Int(right[position]) - borrow
      borrow = difference < 0 ? 1 : 0
      left[position] = UInt8(difference + 10 * borrow)
    }
  }
}
