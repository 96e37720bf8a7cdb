/// The value of an XPath.
package enum XPathResult: Sendable, Hashable {
  /// In document order, each node once.
  case nodes([XPathNode])
  case string(String)
  case number(Double)
  case boolean(Bool)

  /// What `string()` makes of the value: of nodes it is the string-value of the first one, or the
  /// empty string if there is none (XPath 1.0 section 4.2).
  package var string: String {
    switch self {
    case .nodes(let nodes): nodes.first?.value ?? ""
    case .string(let text): text
    case .number(let value): XPathNumber.text(of: value)
    case .boolean(let value): value ? "true" : "false"
    }
  }

  /// What `number()` makes of the value (section 4.4).
  package var number: Double {
    switch self {
    case .nodes, .string: XPathNumber.value(of: string)
    case .number(let value): value
    case .boolean(let value): value ? 1 : 0
    }
  }

  /// What `boolean()` makes of the value (section 4.3).
  package var boolean: Bool {
    switch self {
    case .nodes(let nodes): !nodes.isEmpty
    case .string(let text): !text.isEmpty
    case .number(let value): !(value == 0 || value.isNaN)
    case .boolean(let value): value
    }
  }

  /// The nodes; nil if the value is no node set.
  package var nodes: [XPathNode]? {
    if case .nodes(let nodes) = self { nodes } else { nil }
  }
}

/// A node that an XPath has selected, with what is worth knowing of it without its document.
package struct XPathNode: Sendable, Hashable {
  package let kind: XMLNodeKind
  /// The name as the document writes it, with its prefix; the prefix of a namespace; nil for nodes
  /// without a name.
  package let name: XMLName?
  /// The string-value (XPath 1.0 section 5): of an element all the text inside of it.
  package let value: String
  /// Where the node begins, counted from 1, for attributes their element; 0 if it is not known.
  package let line: Int
  /// The place of the node, as in `/products/product[3]/price`.
  ///
  /// Names have the prefixes that were given with the XPath; in other namespaces they are as the
  /// document writes them.
  package let path: String
}
