/// What all lines of one field name must be together: `Header(.setCookie, all: .each(.containsText("Secure")))`.
///
/// An array literal matches line by line, in their order.
public struct FieldLinesPattern: Sendable, ExpressibleByArrayLiteral {
  package enum Kind: Sendable {
    case lines([TextPattern])
    case each(TextPattern)
    case contains(TextPattern)
    case count(CountPattern)
  }

  package let kind: Kind

  private init(_ kind: Kind) { self.kind = kind }

  /// Exactly these lines, in this order.
  public init(arrayLiteral patterns: TextPattern...) { self.init(.lines(patterns)) }
  /// At least one line, and each fits.
  public static func each(_ pattern: TextPattern) -> FieldLinesPattern {
    FieldLinesPattern(.each(pattern))
  }
  /// Some line fits.
  public static func contains(_ pattern: TextPattern) -> FieldLinesPattern {
    FieldLinesPattern(.contains(pattern))
  }
  /// So many lines.
  public static func count(_ count: Int) -> FieldLinesPattern {
    FieldLinesPattern(.count(CountPattern(minimum: count, maximum: count)))
  }
  /// So many lines at least and at most.
  public static func count(_ range: ClosedRange<Int>) -> FieldLinesPattern {
    FieldLinesPattern(
      .count(CountPattern(minimum: range.lowerBound, maximum: range.upperBound)))
  }
}
