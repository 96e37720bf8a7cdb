package import AccordDocuments

/// Why a pattern could not be judged: no verdict, neither for nor against the server.
package enum MatchingProblem: Error, Sendable {
  /// A regular expression took more steps than are allowed.
  case patternLimit(expression: String, PatternLimitError)
  /// A JSONPath visited more values than are allowed.
  case path(JSONPathEvaluationError)
  /// What a JSONPath selects, one value after another, is more than a document may hold.
  case selectionTooLarge(String)
  /// An XPath looked at more of the document than is allowed.
  case xpath(XPathEvaluationError)
  /// A JSON Schema gave no verdict within its bounds.
  case schema(SchemaObstacle)
  /// A document to compare with that is no XML with the values of its variables.
  case unusableXML(XMLSyntaxError)
  /// A schema for XML gave no verdict.
  case xmlSchema(XMLSchemaError)
  /// A variable that is not bound.
  case unbound(String)
  /// An expression that planning should have compiled.
  case notCompiled(String)
}

/// Whether texts fit patterns, given the values of variables.
package struct TextMatcher: Sendable {
  package let bindings: Bindings
  package let compilation: Compilation

  package init(bindings: Bindings, compilation: Compilation) {
    self.bindings = bindings
    self.compilation = compilation
  }

  /// Whether the text fits, code point by code point: never by canonical equivalence.
  package func fits(_ text: String, _ pattern: TextPattern) throws(MatchingProblem) -> Bool {
    switch pattern.kind {
    case .any: return true
    case .equals(let template):
      return try text.hasSameCodePoints(as: resolve(template))
    case .hasPrefix(let template): return try text.hasPrefixOfSameCodePoints(resolve(template))
    case .hasSuffix(let template):
      return try text.utf8.reversed().starts(with: resolve(template).utf8.reversed())
    case .containsText(let template):
      return try Self.contains(Array(text.utf8), Array(resolve(template).utf8))
    case .matches(let expression): return try matches(text, expression)
    case .format(let format): return format.accepts(text)
    case .integer: return Self.isInteger(text)
    case .variable(let variable):
      return try text.hasSameCodePoints(as: value(of: variable).text)
    case .oneOf(let patterns):
      for pattern in patterns where try fits(text, pattern) { return true }
      return false
    case .all(let patterns):
      for pattern in patterns where try !fits(text, pattern) { return false }
      return true
    case .not(let pattern): return try !fits(text, pattern)
    }
  }

  /// The value of a variable.
  package func value(of variable: Variable) throws(MatchingProblem) -> BoundValue {
    guard let value = bindings[variable] else { throw .unbound(variable.name) }
    return value
  }

  private func resolve(_ template: Template) throws(MatchingProblem) -> String {
    if let text = bindings.text(template) { return text }
    let unbound = template.variables.first { bindings[$0] == nil }
    throw .unbound(unbound?.name ?? template.description)
  }

  /// The part of a text that a regular expression captures: its group, or without one all that it
  /// matches; `nil` where it does not match.
  package func part(
    of text: String, matching expression: String
  ) throws(MatchingProblem) -> String? {
    guard let pattern = compilation.pattern(expression) else { throw .notCompiled(expression) }
    do {
      guard let match = try pattern.firstMatch(in: text) else { return nil }
      guard let range = match.captures.count > 1 ? match.captures[1] : match.range else {
        return nil
      }
      return String(decoding: Array(text.utf8)[range], as: UTF8.self)
    } catch {
      throw .patternLimit(expression: expression, error)
    }
  }

  private func matches(_ text: String, _ expression: String) throws(MatchingProblem) -> Bool {
    guard let pattern = compilation.pattern(expression) else { throw .notCompiled(expression) }
    do {
      return try pattern.matchesAnywhere(text)
    } catch {
      throw .patternLimit(expression: expression, error)
    }
  }

  private static func isInteger(_ text: String) -> Bool {
    var digits = text.utf8[...]
    if let sign = digits.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      digits = digits.dropFirst()
    }
    return !digits.isEmpty && digits.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
  }

  /// Whether the octets of one text stand in another's.
  ///
  /// UTF-8 keeps this true of code points.
  private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard let first = part.first else { return true }
    guard text.count >= part.count else { return false }
    for start in 0...(text.count - part.count) where text[start] == first {
      if text[start..<(start + part.count)].elementsEqual(part) { return true }
    }
    return false
  }
}

extension TextPattern {
  /// The pattern with the values of its variables in place of their names, to be shown.
  package func resolved(_ bindings: Bindings) -> TextPattern {
    func resolve(_ template: Template) -> Template {
      bindings.text(template).map { Template($0) } ?? template
    }
    return switch kind {
    case .equals(let template): TextPattern(.equals(resolve(template)))
    case .hasPrefix(let template): TextPattern(.hasPrefix(resolve(template)))
    case .hasSuffix(let template): TextPattern(.hasSuffix(resolve(template)))
    case .containsText(let template): TextPattern(.containsText(resolve(template)))
    case .oneOf(let patterns): TextPattern(.oneOf(patterns.map { $0.resolved(bindings) }))
    case .all(let patterns): TextPattern(.all(patterns.map { $0.resolved(bindings) }))
    case .not(let pattern): TextPattern(.not(pattern.resolved(bindings)))
    case .variable(let variable):
      bindings[variable].map { TextPattern(.equals(Template($0.text))) } ?? self
    case .any, .matches, .format, .integer: self
    }
  }
}
