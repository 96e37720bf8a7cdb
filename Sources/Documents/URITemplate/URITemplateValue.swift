/// The value of a variable of a URI template (RFC 6570 section 2.3).
package enum URITemplateValue: Sendable, Hashable {
  case string(String)
  case list([String])
  /// Names and values, in the order in which they are to come.
  case associations([Association])

  /// A name and its value.
  package struct Association: Sendable, Hashable {
    package let name: String
    package let value: String

    /// Takes both.
    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }
}

extension URITemplateValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// A string.
  package init(stringLiteral value: String) { self = .string(value) }

  /// An integer's decimal digits.
  package init(integerLiteral value: Int) { self = .string(String(value)) }

  /// A list of strings.
  package init(arrayLiteral elements: String...) { self = .list(elements) }

  /// An association of names with values, in the order of the literal.
  package init(dictionaryLiteral elements: (String, String)...) {
    self = .associations(elements.map { Association($0.0, $0.1) })
  }
}
