internal import AccordDocuments

/// A path that is a URI template (RFC 6570), with the values of its variables.
///
/// A `Variable` interpolated into the path itself stands for an expression of its own: `/\(tenant)`
/// is `/{tenant}` with the value `"\(tenant)"`.
package struct TemplatedPath: Sendable {
  /// The template as written, interpolated variables in braces.
  package let text: String
  /// The template with its values expanded, as reports show it: variables in braces.
  package let written: String
  /// What makes the path unusable; with any problem it cannot be expanded.
  package let problems: [TemplateProblem]

  let template: URITemplate?
  let values: [String: TemplateValue]

  /// The path with values for the variables of its template.
  ///
  /// - Parameter given: A value for each variable; those that may be left out are where they have
  ///   none.
  package init(_ path: Template, _ given: [(name: String, value: TemplateValue)]) {
    text = path.templateText
    var values: [String: TemplateValue] = [:]
    for variable in path.variables {
      values[variable.templateName] = .variable(variable)
    }
    var problems: [TemplateProblem] = []
    for (name, value) in given where values.updateValue(value, forKey: name) != nil {
      problems.append(.repeatedName(name))
    }
    values = values.filter { !$0.value.isUndefined }
    self.values = values
    do throws(URITemplateSyntaxError) {
      template = try URITemplate(text)
    } catch {
      template = nil
      problems.insert(.syntax(error), at: 0)
    }
    var shown: ExpandedPath?
    if let template {
      problems += Self.problems(of: template, given.map(\.name), values)
      do throws(URITemplateExpansionError) {
        shown = try Self.shown(template, values)
      } catch {
        switch error {
        case .prefixOfComposite(let name): problems.append(.prefixOfComposite(name))
        }
      }
    }
    if case .segment(let name)? = shown?.hazard, let value = values[name],
      values.values.allSatisfy(\.variables.isEmpty)
    {
      problems.append(.segment(variable: name, value: value.description))
    }
    // What cannot be sent is told apart by all that was said of it.
    written = problems.isEmpty ? shown?.text ?? text : Self.unexpanded(text, given)
    self.problems = problems
  }

  /// The variables whose values are known when the contract runs.
  package var variables: [Variable] {
    guard let template else { return values.values.flatMap(\.variables) }
    return template.variables.flatMap { values[$0]?.variables ?? [] }
  }

  /// What takes the place of an expansion that cannot be made.
  private static func unexpanded(
    _ text: String, _ given: [(name: String, value: TemplateValue)]
  ) -> String {
    "\(text) [\(given.map { "\($0.name): \($0.value)" }.joined(separator: ", "))]"
  }
}

extension TemplatedPath {
  /// The path to send, with the values that variables are bound to.
  ///
  /// - Returns: Nil where a variable is not bound, or the template has problems.
  package func expanded(_ bindings: Bindings) -> ExpandedPath? {
    guard let template, problems.isEmpty,
      variables.allSatisfy({ bindings[$0] != nil }),
      let pieces = try? template.pieces(
        values.mapValues { $0.filled { bindings.text($0) ?? "" } })
    else { return nil }
    return ExpandedPath(pieces)
  }

  /// A variable's value in words, for an error that speaks of it.
  package func value(of name: String, _ bindings: Bindings) -> String {
    switch values[name]?.filled({ bindings.text($0) ?? "" }) {
    case .string(let text)?: text
    case .list(let items)?: items.joined(separator: ",")
    case .associations(let pairs)?:
      pairs.map { "\($0.name)=\($0.value)" }.joined(separator: ",")
    case nil: ""
    }
  }

  /// The expansion as reports show it.
  ///
  /// Each variable is expanded as one private character and shown by its name afterwards, so that
  /// what surrounds it comes out as it will be sent.
  private static func shown(
    _ template: URITemplate, _ values: [String: TemplateValue]
  ) throws(URITemplateExpansionError) -> ExpandedPath {
    var marks: [(mark: String, name: String)] = []
    func mark(_ template: Template) -> String {
      var text = ""
      for part in template.parts {
        switch part {
        case .literal(let literal): text += literal
        case .variable(let variable):
          // The last plane is private throughout (Unicode section 23.5).
          let scalar = Unicode.Scalar(0x10_0000 + UInt32(marks.count & 0x7FFF)) ?? "?"
          text.unicodeScalars.append(scalar)
          marks.append((Self.encoded(scalar), "{\(variable.name)}"))
        }
      }
      return text
    }
    let filled = values.sorted { $0.key < $1.key }.map { ($0.key, $0.value.filled(mark)) }
    let expanded = ExpandedPath(
      try template.pieces(Dictionary(filled) { first, _ in first }))
    guard !marks.isEmpty else { return expanded }
    var text = expanded.text
    for (mark, name) in marks { text = text.replacing(mark, with: name) }
    return ExpandedPath(text: text, hazard: expanded.hazard)
  }

  /// A character's octets, each percent-encoded (RFC 3986 section 2.1).
  private static func encoded(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf8.reduce(into: "") { $0 += "%" + String($1, radix: 16, uppercase: true) }
  }
}
