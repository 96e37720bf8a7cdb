package import AccordDocuments

/// The regular expressions and JSONPaths of a contract, each compiled once before anything runs.
package struct CompiledExpressions: Sendable {
  private var patterns: [String: Pattern] = [:]
  private var paths: [String: JSONPath] = [:]

  package init() {}

  /// Compiles a regular expression (ECMA-262 syntax), unless it is known already.
  package mutating func compile(expression: String) throws(PatternSyntaxError) {
    guard patterns[expression] == nil else { return }
    patterns[expression] = try Pattern(expression)
  }

  /// Compiles a JSONPath (RFC 9535), unless it is known already.
  package mutating func compile(path: String) throws(JSONPathSyntaxError) {
    guard paths[path] == nil else { return }
    paths[path] = try JSONPath(path)
  }

  /// The compiled expression; `nil` only for one that planning never saw.
  package func pattern(_ expression: String) -> Pattern? { patterns[expression] }

  /// The compiled path; `nil` only for one that planning never saw.
  package func path(_ path: String) -> JSONPath? { paths[path] }
}
