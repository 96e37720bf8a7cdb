internal import AccordDocuments

/// JSON to send (RFC 8259), written as Swift literals, with variables where a value is known only
/// when the contract runs.
///
///     ["product": 7, "quantity": 2, "note": "for \(name)", "cart": .variable(cart)]
///
/// Members keep their order. Integer literals are exact at any length; a decimal literal is sent as
/// the shortest decimal that reads back as its `Double`.
public struct JSONValue: Sendable {
  package indirect enum Kind: Sendable {
    case null
    case boolean(Bool)
    case number(NumberText)
    case string(Template)
    case array([JSONValue])
    case object([(name: Template, value: JSONValue)])
    case variable(Variable)
  }

  package let kind: Kind

  package init(_ kind: Kind) { self.kind = kind }

  /// A string that is known where the contract is made.
  public static func string(_ text: String) -> JSONValue { JSONValue(.string(Template(text))) }
  /// A whole number that is known where the contract is made.
  public static func integer(_ number: Int) -> JSONValue {
    JSONValue(.number(NumberText(number)))
  }
  /// A number that is known where the contract is made.
  ///
  /// One that JSON cannot say, such as infinity, makes the contract unusable (exit code 64).
  public static func number(_ number: Double) -> JSONValue {
    JSONValue(.number(NumberText(number)))
  }
  /// A number in the words of RFC 8259 section 6, with all its digits: `.number("1.000")`.
  ///
  /// Text that is no number makes the contract unusable (exit code 64).
  public static func number(_ text: String) -> JSONValue { JSONValue(.number(NumberText(text))) }
  /// `true` or `false`, known where the contract is made.
  public static func boolean(_ value: Bool) -> JSONValue { JSONValue(.boolean(value)) }
  /// `null`.
  public static let null = JSONValue(.null)
  /// An array that is known where the contract is made.
  public static func array(_ elements: [JSONValue]) -> JSONValue { JSONValue(.array(elements)) }
  /// An object that is known where the contract is made; its members keep their order.
  public static func object(_ members: [(String, JSONValue)]) -> JSONValue {
    JSONValue(.object(members.map { (Template($0.0), $0.1) }))
  }
  /// A variable's value, with the JSON type with which it was bound.
  public static func variable(_ variable: Variable) -> JSONValue { JSONValue(.variable(variable)) }
}

extension JSONValue: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// A string: `"Ada"`.
  public init(stringLiteral text: String) { self.init(.string(Template(text))) }
  /// A string with variables in it: `"for \(name)"`.
  public init(stringInterpolation: Template.StringInterpolation) {
    self.init(.string(Template(stringInterpolation: stringInterpolation)))
  }
  /// A whole number of any length.
  public init(integerLiteral number: StaticBigInt) { self.init(.number(NumberText(number))) }
  /// A number: the shortest decimal that reads back as the literal's `Double`.
  public init(floatLiteral number: Double) { self.init(.number(NumberText(number))) }
  /// `true` or `false`.
  public init(booleanLiteral value: Bool) { self.init(.boolean(value)) }
  /// `null`.
  public init(nilLiteral: ()) { self.init(.null) }
  /// An array.
  public init(arrayLiteral elements: JSONValue...) { self.init(.array(elements)) }
  /// An object, its members in the order in which they are written.
  public init(dictionaryLiteral members: (String, JSONValue)...) {
    self.init(.object(members.map { (Template($0.0), $0.1) }))
  }
}
