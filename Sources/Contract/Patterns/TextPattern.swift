package import AccordDocuments

/// What a text must be: a header field's value, a body, a captured text.
///
///     Header(.contentType, .hasPrefix("application/json"))
///     Text(.containsText("order \(order)"))
///
/// A literal means this text, code point by code point.
public struct TextPattern: Sendable {
  package indirect enum Kind: Sendable {
    case any
    case equals(Template)
    case hasPrefix(Template)
    case hasSuffix(Template)
    case containsText(Template)
    case matches(String)
    case format(TextFormat)
    case integer
    case variable(Variable)
    case oneOf([TextPattern])
    case all([TextPattern])
    case not(TextPattern)
  }

  package let kind: Kind

  package init(_ kind: Kind) { self.kind = kind }

  /// Any text.
  public static let any = TextPattern(.any)
  /// Text that begins so.
  public static func hasPrefix(_ text: Template) -> TextPattern { TextPattern(.hasPrefix(text)) }
  /// Text that ends so.
  public static func hasSuffix(_ text: Template) -> TextPattern { TextPattern(.hasSuffix(text)) }
  /// Text in which this stands.
  public static func containsText(_ text: Template) -> TextPattern {
    TextPattern(.containsText(text))
  }
  /// Text in which the regular expression (ECMA-262 syntax) matches anywhere; `^` and `$` anchor it.
  public static func matches(_ expression: String) -> TextPattern {
    TextPattern(.matches(expression))
  }
  /// A UUID (RFC 9562 section 4), in either case.
  public static let uuid = TextPattern(.format(.uuid))
  /// A date (RFC 3339 section 5.6, `full-date`).
  public static let date = TextPattern(.format(.date))
  /// A date and time with an offset (RFC 3339 section 5.6, `date-time`).
  public static let dateTime = TextPattern(.format(.dateTime))
  /// An address for mail (RFC 5321 section 4.1.2, `Mailbox`).
  public static let email = TextPattern(.format(.email))
  /// A URI with a scheme (RFC 3986 section 3).
  public static let uri = TextPattern(.format(.uri))
  /// A date as header fields carry it (RFC 9110 section 5.6.7, `IMF-fixdate`).
  public static let httpDate = TextPattern(.format(.httpDate))
  /// A whole number in decimal digits, with a sign or without.
  public static let integer = TextPattern(.integer)
  /// A variable's value.
  public static func variable(_ variable: Variable) -> TextPattern {
    TextPattern(.variable(variable))
  }
  /// Text that is known where the contract is made.
  public static func equal(to text: String) -> TextPattern {
    TextPattern(.equals(Template(text)))
  }
  /// Text that at least one of these fits.
  public static func oneOf(_ patterns: TextPattern...) -> TextPattern {
    TextPattern(.oneOf(patterns))
  }
  /// Text that all of these fit.
  public static func all(_ patterns: TextPattern...) -> TextPattern { TextPattern(.all(patterns)) }
  /// Text that this does not fit.
  public static func not(_ pattern: TextPattern) -> TextPattern { TextPattern(.not(pattern)) }
}

extension TextPattern: ExpressibleByStringInterpolation {
  /// This text.
  public init(stringLiteral text: String) { self.init(.equals(Template(text))) }
  /// This text, with variables in it.
  public init(stringInterpolation: Template.StringInterpolation) {
    self.init(.equals(Template(stringInterpolation: stringInterpolation)))
  }
}
