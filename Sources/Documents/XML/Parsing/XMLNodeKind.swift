/// The kinds of nodes of a document (XPath 1.0 section 5).
package enum XMLNodeKind: UInt8, Sendable, Hashable {
  /// The document itself, the parent of the outermost element.
  case document
  case element
  case attribute
  /// Text, CDATA sections among it.
  case text
  case comment
  case processingInstruction
  /// A namespace in the scope of an element, which only XPath knows as a node.
  case namespace
}
