/// A value that is known when the contract runs: captured from a response, given on the command
/// line or in the environment, or generated.
///
///     let cart = Variable("cart")
///     let token = Variable("token", .secret)
///     let order = Variable("order", .uuid)
///
/// Interpolated into a path, a field or a body it stays a reference. A variable belongs to one run
/// of one scenario.
public struct Variable: Hashable, Sendable {
  /// The name by which the command line, the environment and reports speak of the variable.
  public let name: String
  package let traits: [VariableTrait]

  /// A variable; variables of one name are one variable and carry the same traits.
  public init(_ name: String, _ traits: VariableTrait...) {
    self.name = name
    self.traits = traits
  }

  /// Whether the value is redacted in every output.
  package var isSecret: Bool { traits.contains(.secret) }

  /// What the value is converted to when it is bound, if anything.
  package var conversion: VariableTrait.Conversion? {
    for case .conversion(let conversion) in traits.map(\.kind) { return conversion }
    return nil
  }

  /// What makes the value where nothing binds it.
  package var generator: VariableTrait.Generator? {
    for case .generator(let generator) in traits.map(\.kind) { return generator }
    return nil
  }

  /// Whether the value is a reference to a resource, resolved against the URL it came from.
  package var isLink: Bool { conversion == .link }
}

/// What is said of a variable besides its name.
public struct VariableTrait: Hashable, Sendable {
  /// What a bound text becomes.
  package enum Conversion: Hashable, Sendable {
    case integer, number, boolean, text, link
  }

  /// Where a value comes from that nothing else binds.
  package enum Generator: Hashable, Sendable {
    case uuid, timestamp, counter
    case random(ClosedRange<Int>)
    case constant(String)
  }

  package enum Kind: Hashable, Sendable {
    case secret
    case conversion(Conversion)
    case generator(Generator)
  }

  package let kind: Kind

  /// The value is redacted in every output: as sent, percent-encoded, JSON-escaped and base64.
  public static let secret = VariableTrait(kind: .secret)

  /// The value becomes a JSON number without a fraction; another value cannot be bound.
  public static let integer = VariableTrait(kind: .conversion(.integer))
  /// The value becomes a JSON number; another value cannot be bound.
  public static let number = VariableTrait(kind: .conversion(.number))
  /// The value becomes `true` or `false`; another value cannot be bound.
  public static let boolean = VariableTrait(kind: .conversion(.boolean))
  /// The value becomes text, whatever its JSON type was.
  public static let text = VariableTrait(kind: .conversion(.text))
  /// The value is a reference: it is resolved against the URL of the response that it was captured
  /// from (RFC 3986 section 5), and a step may send to it: `Get(next)`.
  public static let link = VariableTrait(kind: .conversion(.link))

  /// Where nothing binds the variable: a random UUID (RFC 9562 version 4), made from the run's seed.
  public static let uuid = VariableTrait(kind: .generator(.uuid))
  /// Where nothing binds the variable: the time, in whole seconds since 1970.
  public static let timestamp = VariableTrait(kind: .generator(.timestamp))
  /// Where nothing binds the variable: 1, 2, 3 and so on, another number for each scenario or step.
  public static let counter = VariableTrait(kind: .generator(.counter))
  /// Where nothing binds the variable: a whole number of the range, made from the run's seed, which
  /// the summary prints.
  public static func random(_ range: ClosedRange<Int>) -> VariableTrait {
    VariableTrait(kind: .generator(.random(range)))
  }
  /// Where nothing binds the variable: this value.
  public static func `default`(_ value: String) -> VariableTrait {
    VariableTrait(kind: .generator(.constant(value)))
  }
}

extension DefaultStringInterpolation {
  /// Warns: in a plain `String` a variable would lose its value, which is known at run time only.
  @available(
    *, deprecated,
    message: "a Variable has no value yet; interpolate it where a path, field or body is expected"
  )
  public mutating func appendInterpolation(_ variable: Variable) {
    appendLiteral(LostVariable.text(for: variable))
  }
}

/// A Variable in a plain `String`, where its value is lost.
package enum LostVariable {
  /// What stands before its name: of the private use area, so that nobody writes it.
  private static let mark: Character = "\u{F8FE}"

  /// What stands in a text instead of the value.
  package static func text(for variable: Variable) -> String { "\(mark){\(variable.name)}" }

  /// The name of the first one in a text.
  package static func name(in text: String) -> String? {
    guard text.utf8.contains(0xEF), let start = text.firstIndex(of: mark) else { return nil }
    return String(text[start...].dropFirst(2).prefix { $0 != "}" })
  }
}
