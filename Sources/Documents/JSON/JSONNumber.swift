/// A number of any length and any exponent, exactly (RFC 8259 section 6), and as it was written.
///
/// Numbers are equal, and ordered, by value: `1`, `1.0` and `1e0` are equal, `0` and `-0` too, and
/// `9007199254740993` and `9007199254740992` are not. No digits are built for an exponent, so that
/// `1e1000000000` costs no more than `1`.
package struct JSONNumber: Sendable {
  /// The number as it was written.
  package let text: String
  let value: Value

  /// What a number is worth.
  ///
  /// Each value has one form: an integer that fits is always `integer`.
  enum Value: Sendable, Hashable {
    case integer(Int64)
    case decimal(Decimal)
  }

  /// A number that is not an `Int64`: its digits times a power of ten.
  struct Decimal: Sendable, Hashable {
    var isNegative: Bool
    /// From 0 to 9, the most significant first; neither the first nor the last is 0.
    var digits: [UInt8]
    /// The power of ten of the last digit.
    var exponent: DecimalExponent

    /// The power of ten before the first digit: the number is below 10 to this power, in magnitude,
    /// and not below a tenth of that.
    var magnitude: DecimalExponent { exponent.adding(digits.count) }
  }

  /// Reads a number in JSON's grammar, without white space around it; nil for any other text.
  package init?(_ text: String) {
    // Most numbers of a contract are short and plain: they need no document.
    if let integer = Int64(text), String(integer) == text {
      self.text = text
      value = .integer(integer)
      return
    }
    guard let document = try? JSONDocument(parsing: text), document.root.kind == .number,
      document.root.byteRange == 0..<document.bytes.count, let number = document.root.number
    else { return nil }
    self = number
  }

  /// Makes an integer.
  package init(_ value: Int) {
    text = String(value)
    self.value = .integer(Int64(value))
  }

  /// Takes the shortest decimal that reads back as the same `Double`; nil for an infinity and for
  /// what is not a number.
  package init?(_ value: Double) {
    guard value.isFinite else { return nil }
    let description = value.description
    self.init(description.hasSuffix(".0") ? String(description.dropLast(2)) : description)
  }

  /// Whether the number is a whole one, however it was written: `1.0` and `1e400` are.
  package var isInteger: Bool {
    switch value {
    case .integer: true
    case .decimal(let decimal): decimal.exponent.isNonnegative
    }
  }

  /// The number as an `Int`; nil if it is not whole or does not fit.
  package var intValue: Int? {
    switch value {
    case .integer(let integer): Int(exactly: integer)
    case .decimal: nil
    }
  }

  /// The nearest `Double`: an infinity beyond its range, and 0 where the number is too small.
  package var doubleValue: Double {
    if case .integer(let integer) = value, integer != 0 { return Double(integer) }
    return Double(text) ?? .nan
  }
}

extension JSONNumber: Hashable {
  /// Whether both have the same value, however they are written.
  package static func == (left: JSONNumber, right: JSONNumber) -> Bool {
    left.value == right.value
  }

  /// Hashes the value, so that `1` and `1.0` hash alike.
  package func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

extension JSONNumber: Comparable {
  /// Whether the first is smaller by value.
  package static func < (left: JSONNumber, right: JSONNumber) -> Bool {
    if case .integer(let a) = left.value, case .integer(let b) = right.value { return a < b }
    if left.sign != right.sign { return left.sign < right.sign }
    let (smaller, larger) =
      left.sign < 0 ? (right.decimal, left.decimal) : (left.decimal, right.decimal)
    let smallerMagnitude = smaller.magnitude
    let largerMagnitude = larger.magnitude
    guard smallerMagnitude == largerMagnitude else { return smallerMagnitude < largerMagnitude }
    return smaller.digits.lexicographicallyPrecedes(larger.digits)
  }

  /// -1, 0 or 1.
  private var sign: Int {
    switch value {
    case .integer(let integer): Int(integer.signum())
    case .decimal(let decimal): decimal.isNegative ? -1 : 1
    }
  }

  /// The number as digits and exponent.
  ///
  /// Not for 0, which has none: signs tell it from the others.
  private var decimal: Decimal {
    switch value {
    case .decimal(let decimal):
      return decimal
    case .integer(let integer):
      var digits = String(integer.magnitude).utf8.map { $0 - UInt8(ascii: "0") }
      var zeros = 0
      while digits.last == 0 {
        digits.removeLast()
        zeros += 1
      }
      return Decimal(isNegative: integer < 0, digits: digits, exponent: .small(zeros))
    }
  }
}

extension JSONNumber: CustomStringConvertible {
  /// The number as it was written.
  package var description: String { text }
}
