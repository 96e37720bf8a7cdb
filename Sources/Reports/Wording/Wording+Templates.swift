internal import AccordContract
internal import AccordDocuments

/// What is wrong with a URI template (RFC 6570) or with its values.
extension Wording {
  func message(_ problem: TemplateProblem, of template: String) -> String {
    switch problem {
    case .syntax(let error):
      "this is no URI template (RFC 6570):\n" + Self.indented(error.picture)
    case .noValues(let names):
      "the path \(written(template)) has braces in it and no values; \(filling(names, template))"
    case .unknownName(let name, let names):
      "\(written(name)) is no variable of \(written(template)); \(suggestion(for: name, names))"
    case .repeatedName(let name):
      "the variable \(written(name)) of \(written(template)) is given two values; give one, which "
        + "may be a list: [\(written(name)): [\"a\", \"b\"]]"
    case .missingValue(let name):
      "{\(name)} of \(written(template)) has no value and stands in the path, where it cannot be "
        + "left out; add \(written(name)): …"
    case .prefixOfComposite(let name):
      "{\(name):…} of \(written(template)) wants the beginning of a text, and its value is a list; "
        + "give a text, or write {\(name)} or {\(name)*}"
    case .prefixOfSecret(let name):
      "{\(name):…} of \(written(template)) wants the beginning of a secret, which could not be "
        + "redacted; write {\(name)}"
    case .fragment:
      "\(written(template)) has a fragment, which is never sent (RFC 9110 section 7.1); leave it "
        + "out, or write # as %23"
    case .segment(let variable, let value):
      "the value of {\(variable)} in \(written(template)) is \(written(value)), which as a whole "
        + "segment leads to another path; where that is meant, write it in the path itself"
    }
  }

  /// The two ways to say what stands for a brace, as they would be written.
  private func filling(_ names: [String], _ template: String) -> String {
    guard let name = names.first else {
      return "a variable is interpolated, \\(id), and a brace as such is %7B or %7D"
    }
    let values = names.map { "\(written($0)): …" }.joined(separator: ", ")
    return "give them behind it, [\(values)], or interpolate them, \\(\(VisibleText.escape(name)))"
  }

  private func suggestion(for name: String, _ names: [String]) -> String {
    if let near = NearMiss.nearest(to: name, among: names) {
      return "did you mean \(written(near))?"
    }
    return names.isEmpty
      ? "it has none" : "it has \(Self.list(names.map { "{\(VisibleText.escape($0))}" }, "and"))"
  }

  /// A value that would cut the path off.
  func message(_ delimiter: Character, variable: String, value: String) -> String {
    "the value of \(shown(variable)) is \(quoted(value)), whose \(delimiter) would begin "
      + (delimiter == "#"
        ? "a fragment, and what comes after it is never sent"
        : "a query in the midst of the path") + "; nothing was sent"
  }
}
