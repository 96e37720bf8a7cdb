/// What a number must be.
package enum NumberPattern: Sendable {
  case any(isInteger: Bool)
  case exactly(NumberText)
  /// Bounds that are themselves allowed, unless `excludesMaximum`.
  case range(
    minimum: NumberText?, maximum: NumberText?, excludesMaximum: Bool, isInteger: Bool)
  case close(to: NumberText, within: NumberText)
}

extension JSONPattern {
  /// Any number without a fraction: `3`, and by value `3.0` and `3e0`.
  public static let integer = JSONPattern(.number(.any(isInteger: true)))
  /// This whole number, known where the contract is made.
  public static func integer(_ number: Int) -> JSONPattern {
    JSONPattern(.number(.exactly(NumberText(number))))
  }
  /// A whole number of the range.
  public static func integer(_ range: ClosedRange<Int>) -> JSONPattern {
    integers(from: range.lowerBound, through: range.upperBound)
  }
  /// A whole number of the range.
  public static func integer(_ range: PartialRangeFrom<Int>) -> JSONPattern {
    integers(from: range.lowerBound, through: nil)
  }
  /// A whole number of the range.
  public static func integer(_ range: PartialRangeThrough<Int>) -> JSONPattern {
    integers(from: nil, through: range.upperBound)
  }
  /// A whole number of the range.
  public static func integer(_ range: Range<Int>) -> JSONPattern {
    JSONPattern(
      .number(
        .range(
          minimum: NumberText(range.lowerBound), maximum: NumberText(range.upperBound),
          excludesMaximum: true, isInteger: true)))
  }

  /// Any number.
  public static let number = JSONPattern(.number(.any(isInteger: false)))
  /// This number in the words of RFC 8259 section 6, with all its digits.
  ///
  /// Text that is no number makes the contract unusable (exit code 64).
  public static func number(_ text: String) -> JSONPattern {
    JSONPattern(.number(.exactly(NumberText(text))))
  }
  /// This number, known where the contract is made.
  public static func number(_ number: Double) -> JSONPattern {
    JSONPattern(.number(.exactly(NumberText(number))))
  }
  /// A number of the range.
  public static func number(_ range: ClosedRange<Double>) -> JSONPattern {
    numbers(from: range.lowerBound, through: range.upperBound)
  }
  /// A number of the range.
  public static func number(_ range: PartialRangeFrom<Double>) -> JSONPattern {
    numbers(from: range.lowerBound, through: nil)
  }
  /// A number of the range.
  public static func number(_ range: PartialRangeThrough<Double>) -> JSONPattern {
    numbers(from: nil, through: range.upperBound)
  }
  /// A number of the range.
  public static func number(_ range: Range<Double>) -> JSONPattern {
    JSONPattern(
      .number(
        .range(
          minimum: NumberText(range.lowerBound), maximum: NumberText(range.upperBound),
          excludesMaximum: true, isInteger: false)))
  }
  /// A number no further from `target` than `distance`, reckoned exactly.
  public static func close(to target: Double, within distance: Double) -> JSONPattern {
    JSONPattern(.number(.close(to: NumberText(target), within: NumberText(distance))))
  }

  private static func integers(from minimum: Int?, through maximum: Int?) -> JSONPattern {
    JSONPattern(
      .number(
        .range(
          minimum: minimum.map(NumberText.init), maximum: maximum.map(NumberText.init),
          excludesMaximum: false, isInteger: true)))
  }

  private static func numbers(from minimum: Double?, through maximum: Double?) -> JSONPattern {
    JSONPattern(
      .number(
        .range(
          minimum: minimum.map(NumberText.init), maximum: maximum.map(NumberText.init),
          excludesMaximum: false, isInteger: false)))
  }
}
