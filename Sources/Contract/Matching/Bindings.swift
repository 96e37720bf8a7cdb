package import AccordDocuments

/// The values of the variables of one run of one scenario.
package struct Bindings: Sendable {
  private var values: [String: BoundValue]

  package init(_ values: [String: BoundValue] = [:]) { self.values = values }

  /// The value of a variable, or `nil` where nothing has bound it.
  package subscript(variable: Variable) -> BoundValue? {
    get { values[variable.name] }
    set { values[variable.name] = newValue }
  }

  /// The template with the values of its variables, or `nil` where one is not bound.
  package func text(_ template: Template) -> String? {
    if let literal = template.literal { return literal }
    var text = ""
    for part in template.parts {
      switch part {
      case .literal(let literal): text += literal
      case .variable(let variable):
        guard let value = self[variable] else { return nil }
        text += value.text
      }
    }
    return text
  }
}

/// A value that a variable was bound to.
///
/// Captured values keep their JSON type.
package enum BoundValue: Sendable {
  case text(String)
  case json(JSONNode)
  /// A URL that a `.link` variable was resolved to.
  case link(String)

  /// The value as it stands in a path, a field or a text: a string's characters, else JSON.
  package var text: String {
    switch self {
    case .text(let text), .link(let text): text
    case .json(let node): node.string ?? node.compactText
    }
  }
}
