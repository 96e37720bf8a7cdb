internal import AccordDocuments

extension TemplatedPath {
  /// What is wrong with the values of a template, and with the template as a request's target.
  static func problems(
    of template: URITemplate, _ names: [String], _ values: [String: TemplateValue]
  ) -> [TemplateProblem] {
    var problems: [TemplateProblem] = []
    let known = Set(template.variables)
    for name in names where !known.contains(name) {
      problems.append(.unknownName(name, among: template.variables))
    }
    // A name that is misspelt is missing too; to say so once is enough.
    if problems.isEmpty {
      for name in template.variablesOfPath(neededOnly: true) where values[name] == nil {
        problems.append(.missingValue(name))
      }
    }
    if template.hasFragment { problems.append(.fragment) }
    for case .expression(_, let variables) in template.parts {
      for variable in variables where variable.prefixLength != nil {
        if values[variable.name]?.variables.contains(where: \.isSecret) == true {
          problems.append(.prefixOfSecret(variable.name))
        }
      }
    }
    return problems
  }
}

extension TemplateProblem {
  /// A path that has expressions in it though no values were given.
  ///
  /// In a query a brace that begins no expression stands for itself.
  package static func forgottenValues(in path: Template) -> TemplateProblem? {
    var names: [String] = []
    var isMalformed = false
    var isInQuery = false
    for case .literal(let text) in path.parts {
      var rest = text[...]
      while let place = rest.firstIndex(where: { $0 == "{" || $0 == "?" }) {
        let open = rest[place] == "{"
        if !open { isInQuery = true }
        let end = open ? rest[place...].firstIndex(of: "}") : nil
        if let end, let template = try? URITemplate(String(rest[place...end])) {
          names += template.variables.filter { !names.contains($0) }
        } else if open, !isInQuery {
          isMalformed = true
        }
        rest = rest[rest.index(after: end ?? place)...]
      }
    }
    return names.isEmpty && !isMalformed ? nil : .noValues(names: names)
  }
}

extension URITemplate {
  /// Whether a fragment stands in the template, as an expression or as it is.
  package var hasFragment: Bool {
    parts.contains { part in
      switch part {
      case .literal(let text): text.utf8.contains(UInt8(ascii: "#"))
      case .expression(let operation, _): operation == .fragment
      }
    }
  }

  /// The variables that stand before a query, in order, each once.
  ///
  /// - Parameter neededOnly: Whether to leave out those that may be missing from a path:
  ///   `{/rest*}`, `{.ext}`, `{;lang}`.
  package func variablesOfPath(neededOnly: Bool) -> [String] {
    var names: [String] = []
    for part in parts {
      switch part {
      case .literal(let text):
        if text.utf8.contains(UInt8(ascii: "?")) { return names }
      case .expression(.query, _), .expression(.queryContinuation, _): return names
      case .expression(let operation, let variables):
        guard !neededOnly || operation == .simple || operation == .reserved else { continue }
        names += variables.map(\.name).filter { !names.contains($0) }
      }
    }
    return names
  }
}

extension Template {
  /// The template as a URI template: each variable an expression that has its name.
  var templateText: String {
    parts.reduce(into: "") { text, part in
      switch part {
      case .literal(let literal): text += literal
      case .variable(let variable): text += "{\(variable.templateName)}"
      }
    }
  }
}

extension Variable {
  /// The name as RFC 6570 section 2.3 allows it: what is no letter, digit or `_` is encoded.
  var templateName: String {
    name.utf8.reduce(into: "") { text, byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F:
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
  }
}
