/// Text in which variables may stand: a path, a field's value, a part of a body.
///
///     Get("/cart/\(cart)").header("If-Match", "\(tag)")
///
/// What is interpolated besides a `Variable` becomes plain text where the contract is made. A
/// `Variable` stays a reference; in a path or a query its value is percent-encoded as one component.
public struct Template: Hashable, Sendable {
  /// A piece of the text.
  package enum Part: Hashable, Sendable {
    case literal(String)
    case variable(Variable)
  }

  package let parts: [Part]

  package init(parts: [Part]) { self.parts = parts }

  /// A template that is this text, for text that is not a literal.
  public init(_ text: String) { parts = text.isEmpty ? [] : [.literal(text)] }

  /// The variables in their order.
  package var variables: [Variable] {
    parts.compactMap { part in
      if case .variable(let variable) = part { variable } else { nil }
    }
  }

  /// The text where no variable stands in it.
  package var literal: String? {
    switch parts.count {
    case 0: ""
    case 1: if case .literal(let text) = parts[0] { text } else { nil }
    default: nil
    }
  }
}

extension Template: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral {
  /// Collects the pieces of an interpolated template.
  public struct StringInterpolation: StringInterpolationProtocol, Sendable {
    fileprivate var parts: [Part] = []

    /// Makes an empty collection.
    public init(literalCapacity: Int, interpolationCount: Int) {
      parts.reserveCapacity(interpolationCount == 0 ? 1 : 2 * interpolationCount + 1)
    }

    /// Adds text as it stands in the contract.
    public mutating func appendLiteral(_ literal: String) {
      guard !literal.isEmpty else { return }
      if case .literal(let text)? = parts.last {
        parts[parts.count - 1] = .literal(text + literal)
      } else {
        parts.append(.literal(literal))
      }
    }

    /// Adds a reference to a variable.
    public mutating func appendInterpolation(_ variable: Variable) {
      parts.append(.variable(variable))
    }

    /// Adds another template with its variables.
    public mutating func appendInterpolation(_ template: Template) {
      for part in template.parts {
        switch part {
        case .literal(let text): appendLiteral(text)
        case .variable(let variable): appendInterpolation(variable)
        }
      }
    }

    /// Adds the description of a value that is known where the contract is made.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      appendLiteral(value.description)
    }
  }

  /// A template with interpolated variables or values.
  public init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

  /// A template that is this text.
  public init(stringLiteral text: String) { self.init(text) }

  /// A template that is this number: `.query("limit", 10)`.
  public init(integerLiteral number: Int) { self.init(String(number)) }
}

extension Template: CustomStringConvertible {
  /// The template as reports and ids show it: `/cart/{cart}`.
  public var description: String {
    if let literal { return literal }
    var text = ""
    for part in parts {
      switch part {
      case .literal(let literal): text += literal
      case .variable(let variable): text += "{\(variable.name)}"
      }
    }
    return text
  }
}
