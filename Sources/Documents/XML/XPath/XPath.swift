/// An expression of XPath 1.0, compiled and checked.
///
/// ```swift
/// let price = try XPath("sum(//s:product[@stock > 0]/s:price)", namespaces: ["s": "urn:shop"])
/// print(try price.evaluate(on: tree).number)
/// ```
///
/// libxml2 has XPath as well. It is not used since it counts the nodes that it passes and not the
/// text that it joins or the nodes that it compares, so that `//a = //b` or `//*[contains(/, 'x')]`
/// on a hostile document takes hours, whatever its limit; since it finds unknown functions and
/// prefixes and wrong types only when it comes to them, and has no place for them; and since its
/// compiled expressions change while they are evaluated, so that threads cannot share them.
package struct XPath: Sendable, CustomStringConvertible {
  /// The expression as it was written.
  package let text: String
  /// The prefixes of the expression, and the namespaces that they mean.
  package let namespaces: [String: String]
  /// What the expression gives, whatever the document.
  package var kind: XPathKind { expression.kind }

  private let expression: XPathExpression
  private let nameCount: Int

  /// Compiles an expression.
  ///
  /// - Parameters:
  ///   - text: The expression. It has no variables; functions are those of XPath 1.0.
  ///   - namespaces: What the prefixes mean. A name without a prefix is one in no namespace.
  /// - Throws: The first place where it is not an XPath, has a name that means nothing, or has an
  ///   operand of a type that cannot be.
  package init(_ text: String, namespaces: [String: String] = [:]) throws(XPathSyntaxError) {
    var parser = XPathParser(text, namespaces: namespaces)
    expression = try parser.parse()
    nameCount = parser.nameCount
    self.text = text
    self.namespaces = namespaces
  }

  /// The expression as it was written.
  package var description: String { text }

  /// The value for a document, whose root node is the context.
  ///
  /// - Throws: That a limit is met, and there is no value.
  package func evaluate(
    on tree: borrowing XMLTree, limits: XPathLimits = .standard
  ) throws(XPathEvaluationError) -> XPathResult {
    let index = tree.index
    var evaluator = XPathEvaluator(index: index, nameCount: nameCount, limits: limits)
    switch try evaluator.evaluate(expression, in: XPathContext(node: 0, position: 1, size: 1)) {
    case .string(let text): return .string(text)
    case .number(let value): return .number(value)
    case .boolean(let value): return .boolean(value)
    case .nodes(let nodes):
      guard nodes.count <= limits.maximumNodes else {
        throw .tooManyNodes(limit: limits.maximumNodes)
      }
      var places = XMLPlaces(index, namespaces: namespaces)
      var length = 0
      var result: [XPathNode] = []
      result.reserveCapacity(nodes.count)
      for node in nodes {
        let node = try evaluator.describe(node, places: &places)
        length += node.value.utf8.count + node.path.utf8.count
        guard length <= limits.maximumText else { throw .tooMuchText(limit: limits.maximumText) }
        result.append(node)
      }
      return .nodes(result)
    }
  }
}
