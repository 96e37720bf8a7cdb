/// What a JSON value must be. A pattern looks like the JSON that it matches:
///
///     ["users": .each(["id": .integer(1...), "name": .string, "email": .optional(.email)])]
///
/// A literal means this value; numbers compare by value, exactly, and strings code point by code
/// point. Objects are open: members that the pattern does not name are allowed; `.exactly` closes
/// one. An array literal matches element by element.
public struct JSONPattern: Sendable {
  package indirect enum Kind: Sendable {
    case any
    case null
    case boolean(Bool?)
    case number(NumberPattern)
    case string(TextPattern)
    case object([Member], isClosed: Bool)
    case array([JSONPattern])
    case unordered([JSONPattern])
    case each(JSONPattern)
    case contains(JSONPattern)
    case count(CountPattern)
    case optional(JSONPattern)
    case nullable(JSONPattern)
    case absent
    case oneOf([JSONPattern])
    case all([JSONPattern])
    case not(JSONPattern)
    case variable(Variable)
    case schema(SchemaReference)
  }

  /// A member that a pattern names.
  package struct Member: Sendable {
    package let name: String
    package let pattern: JSONPattern
  }

  package let kind: Kind

  package init(_ kind: Kind) { self.kind = kind }
}

extension JSONPattern: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// This string.
  public init(stringLiteral text: String) { self.init(.string(TextPattern(stringLiteral: text))) }
  /// This string, with variables in it.
  public init(stringInterpolation: Template.StringInterpolation) {
    self.init(.string(TextPattern(stringInterpolation: stringInterpolation)))
  }
  /// This whole number, of any length.
  public init(integerLiteral number: StaticBigInt) {
    self.init(.number(.exactly(NumberText(number))))
  }
  /// This number: the shortest decimal that reads back as the literal's `Double`.
  public init(floatLiteral number: Double) { self.init(.number(.exactly(NumberText(number)))) }
  /// `true` or `false`.
  public init(booleanLiteral value: Bool) { self.init(.boolean(value)) }
  /// `null`.
  public init(nilLiteral: ()) { self.init(.null) }
  /// An array, element by element.
  public init(arrayLiteral elements: JSONPattern...) { self.init(.array(elements)) }
  /// An object with at least these members.
  ///
  /// A member named twice makes the contract unusable.
  public init(dictionaryLiteral members: (String, JSONPattern)...) {
    self.init(.object(members.map { Member(name: $0.0, pattern: $0.1) }, isClosed: false))
  }
}
