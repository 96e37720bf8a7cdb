/// How much work an XPath may do on a document.
///
/// An expression such as `//*[count(//*) > 1]` looks at each node for each node.
package struct XPathLimits: Sendable, Hashable {
  /// The number of nodes, and of every 16 bytes of text, that all parts of an expression together
  /// may look at.
  package var maximumSteps: Int
  /// The number of nodes of the result.
  package var maximumNodes: Int
  /// The number of bytes of one string, and of the strings of all nodes of the result together.
  package var maximumText: Int

  /// Fifty million steps, a second or so, a million nodes and 64 MiB of text.
  package static let standard = XPathLimits()

  /// What is not said is as in ``standard``.
  package init(
    maximumSteps: Int = 50_000_000, maximumNodes: Int = 1_000_000,
    maximumText: Int = 64 * 1024 * 1024
  ) {
    self.maximumSteps = maximumSteps
    self.maximumNodes = maximumNodes
    self.maximumText = maximumText
  }
}

/// Why an XPath has no value for a document.
package enum XPathEvaluationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// More would have to be looked at than allowed.
  case tooManySteps(limit: Int)
  /// The result has more nodes than allowed.
  case tooManyNodes(limit: Int)
  /// A string, or the strings of the result together, are longer than allowed, in bytes.
  case tooMuchText(limit: Int)

  /// One sentence.
  package var description: String {
    switch self {
    case .tooManySteps(let limit): "the XPath takes more than \(limit) steps through the document"
    case .tooManyNodes(let limit): "the XPath gives more than \(limit) nodes"
    case .tooMuchText(let limit): "the XPath gives more than \(limit) bytes of text"
    }
  }
}
