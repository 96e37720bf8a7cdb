/// A JSONPath (RFC 9535), the whole of it, parsed and checked.
///
/// ```swift
/// let path = try JSONPath("$.users[?@.age >= 18].name")
/// for node in try path.select(from: document.root) { print(node.location, node.sourceText) }
/// ```
///
/// What the standard leaves open: of members of the same name, a name in a path means the last
/// one; wildcards and descendants reach all of them, in the order of the text.
package struct JSONPath: Sendable, CustomStringConvertible {
  /// The path as it was written.
  package let text: String
  /// The path as one of names and positions only; nil for all others.
  ///
  /// Captures use it: it cannot fail and allocates nothing.
  package let singular: JSONSingularPath?
  /// The regular expressions of the path that are not I-Regexps (RFC 9485).
  ///
  /// The standard has them match nothing (section 2.4.6), where an author hardly means that.
  package let patternErrors: [PatternSyntaxError]

  let query: JSONPathQuery

  /// Parses a path and checks the types of its functions (section 2.4.3).
  ///
  /// - Throws: The first place where it is not a JSONPath.
  package init(_ text: String) throws(JSONPathSyntaxError) {
    var parser = JSONPathParser(text)
    query = try parser.parse()
    patternErrors = parser.patternErrors
    singular = query.singularSteps.map { JSONSingularPath(steps: $0) }
    self.text = text
  }

  /// The names and positions that the path begins with, up to the first wildcard, slice, filter or
  /// descendant; what the rest of the path goes through must be there.
  package var beginning: JSONSingularPath {
    JSONSingularPath(steps: query.leadingSingularSteps)
  }

  /// Whether the path leads to one value at most, whatever the document (section 2.3.5.1).
  package var isSingular: Bool { singular != nil }

  /// The path as it was written.
  package var description: String { text }

  /// Selects values, in the order of the standard; `$` is the value given here.
  ///
  /// A value that is selected twice comes twice. Each knows its ``JSONNode/location``, which is
  /// built only when it is asked for.
  ///
  /// - Throws: ``JSONPathEvaluationError`` where a bound is met and there is no answer.
  package func select(
    from root: JSONNode, limits: JSONPathLimits = .standard
  ) throws(JSONPathEvaluationError) -> [JSONNode] {
    if let singular { return singular.node(in: root).map { [$0] } ?? [] }
    var evaluator = JSONPathEvaluator(document: root.document, root: root.index, limits: limits)
    return try evaluator.select(query, current: root.index)
      .map { JSONNode(document: root.document, index: $0) }
  }
}
