extension XPathEvaluator {
  /// The string-value of a node (section 5).
  mutating func text(of node: XPathNodeKey) throws(XPathEvaluationError) -> String {
    let position = node >> 16
    if node & 0xFFFF > 0 { return namespace(of: node)?.uri ?? "" }
    // Joining texts costs some steps a node.
    try count(4 * (Int(index.nodes[position].end) - position))
    let text = index.text(of: position)
    try count(text: text)
    return text
  }

  /// The conversion of section 4.2.
  mutating func string(_ value: XPathValue) throws(XPathEvaluationError) -> String {
    switch value {
    case .string(let text): return text
    case .number(let value): return XPathNumber.text(of: value)
    case .boolean(let value): return value ? "true" : "false"
    case .nodes(let nodes):
      guard let first = nodes.first else { return "" }
      return try text(of: first)
    }
  }

  /// The conversion of section 4.4.
  mutating func number(_ value: XPathValue) throws(XPathEvaluationError) -> Double {
    switch value {
    case .number(let value): return value
    case .boolean(let value): return value ? 1 : 0
    case .string(let text): return XPathNumber.value(of: text)
    case .nodes: return XPathNumber.value(of: try string(value))
    }
  }

  /// The conversion of section 4.3.
  func boolean(_ value: XPathValue) -> Bool {
    switch value {
    case .boolean(let value): value
    case .number(let value): !(value == 0 || value.isNaN)
    case .string(let text): !text.isEmpty
    case .nodes(let nodes): !nodes.isEmpty
    }
  }

  /// What is told of a node of the result.
  mutating func describe(
    _ node: XPathNodeKey, places: inout XMLPlaces
  ) throws(XPathEvaluationError) -> XPathNode {
    let position = node >> 16
    let path = places.path(of: position)
    if let namespace = namespace(of: node) {
      let step = namespace.prefix.map { "namespace::\($0)" } ?? "namespace::*[name() = '']"
      return XPathNode(
        kind: .namespace,
        name: namespace.prefix.map { XMLName(local: $0, namespace: nil, prefix: nil) },
        value: namespace.uri, line: index.line(of: position), path: "\(path)/\(step)")
    }
    return XPathNode(
      kind: index.nodes[position].kind, name: index.name(of: position), value: try text(of: node),
      line: index.line(of: position), path: path)
  }
}
