extension XPathEvaluator {
  /// Adds the namespaces in scope of an element (section 5.4).
  mutating func collectNamespaces(
    of position: Int, _ test: XPathResolvedTest, into result: inout [XPathNodeKey]
  ) throws(XPathEvaluationError) {
    let namespaces = index.namespaces(inScopeOf: position)
    try count(namespaces.count)
    // More than a key has room for are not told apart, and are left out.
    for (offset, namespace) in namespaces.prefix(0xFFFF).enumerated() {
      let passes =
        switch test {
        case .any, .kind(.namespace): true
        case .prefix(let prefix): XMLIndex.isSame(namespace.prefix, prefix)
        default: false
        }
      if passes { result.append(position << 16 + offset + 1) }
    }
  }

  /// The namespace that a key means; nil if it means another node.
  func namespace(of node: XPathNodeKey) -> XMLNamespace? {
    guard node & 0xFFFF > 0 else { return nil }
    let namespaces = index.namespaces(inScopeOf: node >> 16)
    let offset = node & 0xFFFF - 1
    return namespaces.indices.contains(offset) ? namespaces[offset] : nil
  }
}
