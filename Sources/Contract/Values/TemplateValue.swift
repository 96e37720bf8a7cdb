internal import AccordDocuments

/// The value of a variable of a URI template (RFC 6570 section 2.3): a text, a list or an
/// association of names with texts, written as Swift literals.
///
///     let user = Variable("user")
///     Get("/users/{id}/posts{?page,tags*}", ["id": "\(user)", "page": 2, "tags": ["new", "open"]])
///     Get("/files{/path*}{?range*}", ["path": ["a", "b.txt"], "range": ["from": 1, "to": 9]])
///
/// A list or an association without a member is no value: the variable is left out.
public struct TemplateValue: Sendable {
  package enum Kind: Sendable {
    case text(Template)
    case list([Template])
    case associations([(name: String, value: Template)])
  }

  package let kind: Kind

  package init(_ kind: Kind) { self.kind = kind }

  /// A text that is known where the contract is made.
  public static func string(_ text: String) -> TemplateValue {
    TemplateValue(.text(Template(text)))
  }
  /// A variable's value as text: the same as `"\(variable)"`.
  public static func variable(_ variable: Variable) -> TemplateValue {
    TemplateValue(.text(Template(parts: [.variable(variable)])))
  }
  /// A list that is known where the contract is made.
  public static func list(_ items: [String]) -> TemplateValue {
    TemplateValue(.list(items.map { Template($0) }))
  }

  /// The variables in their order.
  package var variables: [Variable] {
    switch kind {
    case .text(let text): text.variables
    case .list(let items): items.flatMap(\.variables)
    case .associations(let pairs): pairs.flatMap(\.value.variables)
    }
  }

  /// Whether RFC 6570 section 2.3 calls the value undefined: there is nothing in it.
  package var isUndefined: Bool {
    switch kind {
    case .text: false
    case .list(let items): items.isEmpty
    case .associations(let pairs): pairs.isEmpty
    }
  }
}

extension TemplateValue: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  /// A text: `"Ada"`.
  public init(stringLiteral text: String) { self.init(.text(Template(text))) }
  /// A text with variables in it: `"\(user)"`.
  public init(stringInterpolation: Template.StringInterpolation) {
    self.init(.text(Template(stringInterpolation: stringInterpolation)))
  }
  /// A whole number of any length.
  public init(integerLiteral number: StaticBigInt) {
    self.init(.text(Template(NumberText(number).text)))
  }
  /// A number: the shortest decimal that reads back as the literal's `Double`.
  public init(floatLiteral number: Double) {
    self.init(.text(Template(NumberText(number).text)))
  }
  /// `true` or `false`.
  public init(booleanLiteral value: Bool) { self.init(.text(Template("\(value)"))) }
  /// A list.
  public init(arrayLiteral items: Template...) { self.init(.list(items)) }
  /// An association of names with texts, in the order in which they are written.
  public init(dictionaryLiteral pairs: (String, Template)...) {
    self.init(.associations(pairs.map { ($0.0, $0.1) }))
  }
}

extension TemplateValue: CustomStringConvertible {
  /// The value on one line, variables in braces: `new,open`.
  public var description: String {
    switch kind {
    case .text(let text): text.description
    case .list(let items): items.map(\.description).joined(separator: ",")
    case .associations(let pairs):
      pairs.map { "\($0.name)=\($0.value)" }.joined(separator: ",")
    }
  }
}

extension TemplateValue {
  /// The value with the texts that a closure gives for its parts.
  func filled(_ text: (Template) -> String) -> URITemplateValue {
    switch kind {
    case .text(let template): .string(text(template))
    case .list(let items): .list(items.map(text))
    case .associations(let pairs):
      .associations(pairs.map { URITemplateValue.Association($0.name, text($0.value)) })
    }
  }
}
