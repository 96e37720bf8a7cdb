/// Patterns for the types of RFC 8259 and for what strings often carry.
extension JSONPattern {
  /// Any value.
  public static let any = JSONPattern(.any)
  /// `null`.
  public static let null = JSONPattern(.null)
  /// `true` or `false`.
  public static let boolean = JSONPattern(.boolean(nil))
  /// This truth value, known where the contract is made.
  public static func boolean(_ value: Bool) -> JSONPattern { JSONPattern(.boolean(value)) }
  /// Any string.
  public static let string = JSONPattern(.string(.any))
  /// This string, known where the contract is made.
  public static func string(_ text: String) -> JSONPattern {
    JSONPattern(.string(.equal(to: text)))
  }
  /// A string that begins so.
  public static func hasPrefix(_ text: Template) -> JSONPattern {
    JSONPattern(.string(.hasPrefix(text)))
  }
  /// A string that ends so.
  public static func hasSuffix(_ text: Template) -> JSONPattern {
    JSONPattern(.string(.hasSuffix(text)))
  }
  /// A string in which this text stands.
  public static func containsText(_ text: Template) -> JSONPattern {
    JSONPattern(.string(.containsText(text)))
  }
  /// A string in which the regular expression (ECMA-262 syntax) matches anywhere.
  public static func matches(_ expression: String) -> JSONPattern {
    JSONPattern(.string(.matches(expression)))
  }
  /// A string that is a UUID (RFC 9562 section 4).
  public static let uuid = JSONPattern(.string(.uuid))
  /// A string that is a date (RFC 3339 section 5.6, `full-date`).
  public static let date = JSONPattern(.string(.date))
  /// A string that is a date and time with an offset (RFC 3339 section 5.6, `date-time`).
  public static let dateTime = JSONPattern(.string(.dateTime))
  /// A string that is an address for mail (RFC 5321 section 4.1.2, `Mailbox`).
  public static let email = JSONPattern(.string(.email))
  /// A string that is a URI with a scheme (RFC 3986 section 3).
  public static let uri = JSONPattern(.string(.uri))
  /// A variable's value: of the same type and equal.
  public static func variable(_ variable: Variable) -> JSONPattern {
    JSONPattern(.variable(variable))
  }
}
