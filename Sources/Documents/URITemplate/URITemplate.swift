/// A URI template (RFC 6570, all four levels), parsed.
///
/// ```swift
/// let template = try URITemplate("/users{/id}{?page,fields*}")
/// try template.expand(["id": "7", "fields": ["name", "email"]])  // /users/7?fields=name&fields=email
/// ```
package struct URITemplate: Sendable, Hashable, CustomStringConvertible {
  /// The template as it was written.
  package let text: String
  /// The names of the variables, in the order in which they first come, each once.
  package let variables: [String]

  /// What the template is made of, in order.
  package let parts: [URITemplatePart]

  /// Parses a template.
  ///
  /// - Throws: The first place where it is not one.
  package init(_ text: String) throws(URITemplateSyntaxError) {
    var parser = URITemplateParser(text)
    parts = try parser.parse()
    self.text = text
    var names: [String] = []
    var seen: Set<String> = []
    for case .expression(_, let variables) in parts {
      for variable in variables where seen.insert(variable.name).inserted {
        names.append(variable.name)
      }
    }
    variables = names
  }

  /// The template as it was written.
  package var description: String { text }

  /// Puts values in the places of the variables (section 3).
  ///
  /// - Parameter values: The variables' values. A variable without a value is left out, and so is
  ///   one whose list or association is empty (section 2.3).
  /// - Returns: A URI or a part of one, in ASCII.
  /// - Throws: That a variable of which only a prefix is wanted has a list or an association.
  package func expand(
    _ values: [String: URITemplateValue]
  ) throws(URITemplateExpansionError) -> String {
    try pieces(values).reduce(into: "") { $0 += $1.text }
  }

  /// What `expand` gives, in pieces that tell what came from a value.
  ///
  /// - Throws: As `expand` does.
  package func pieces(
    _ values: [String: URITemplateValue]
  ) throws(URITemplateExpansionError) -> [URITemplatePiece] {
    var expansion = URITemplateExpansion(values: values)
    for part in parts { try expansion.add(part) }
    return expansion.pieces
  }
}

/// What a template is made of (section 2).
package enum URITemplatePart: Sendable, Hashable {
  /// Text, with all encoded that cannot stand in a URI.
  case literal(String)
  /// Variables and what is to be made of them.
  case expression(URITemplateOperator, [URITemplateVariable])
}

/// A variable in an expression (section 2.3) and how it is to be expanded (section 2.4).
package struct URITemplateVariable: Sendable, Hashable {
  /// The name, encoded octets in it as they were written.
  package let name: String
  /// How many characters of the value are wanted, 1 to 9999; nil for all.
  package let prefixLength: Int?
  /// Whether the parts of a composite value are variables of their own.
  package let isExploded: Bool
}

/// A piece of what a template was expanded to.
package struct URITemplatePiece: Sendable, Hashable {
  /// The piece as it stands in the URI.
  package let text: String
  /// The variable whose value the piece is; nil for what the template and its operators say.
  package let variable: String?
}
