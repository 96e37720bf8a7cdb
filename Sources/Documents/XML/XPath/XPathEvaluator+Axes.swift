/// A test whose names have the document's numbers.
enum XPathResolvedTest {
  case any
  case kind(XMLNodeKind)
  case instruction(String)
  case namespace(XMLNodeKind, String)
  case name(XMLNodeKind, Int32)
  /// A prefix on the axis of namespaces.
  case prefix(String)
  case nothing
}

extension XPathEvaluator {
  mutating func resolve(_ test: XPathNodeTest, for axis: XPathAxis) -> XPathResolvedTest {
    switch test {
    case .any: return .any
    case .text: return .kind(.text)
    case .comment: return .kind(.comment)
    case .processingInstruction(nil): return .kind(.processingInstruction)
    case .processingInstruction(let target?): return .instruction(target)
    case .principal: return .kind(axis.principalKind)
    case .namespace(let uri):
      return axis == .namespace ? .nothing : .namespace(axis.principalKind, uri)
    case .name(let local, let namespace, let number):
      if axis == .namespace { return namespace == nil ? .prefix(local) : .nothing }
      let number = self.number(ofName: local, in: namespace, number: number)
      return number < 0 ? .nothing : .name(axis.principalKind, number)
    }
  }

  @inline(__always)
  private func matches(_ position: Int, _ test: XPathResolvedTest) -> Bool {
    let node = index.nodes[position]
    switch test {
    case .any: return true
    case .kind(let kind): return node.kind == kind
    case .name(let kind, let name):
      return node.kind == kind && index.expandedNames[Int(node.name)] == name
    case .namespace(let kind, let uri):
      return node.kind == kind
        && XMLIndex.isSame(index.names[Int(node.name)].namespace, uri)
    case .instruction(let target):
      return node.kind == .processingInstruction
        && index.names[Int(node.name)].local.hasSameCodePoints(as: target)
    case .prefix, .nothing: return false
    }
  }

  /// Where what follows a node begins (section 2.2): behind its descendants.
  func followingStart(_ node: XPathNodeKey) -> Int {
    let position = node >> 16
    // What follows an attribute or namespace begins with the content of its element.
    if node & 0xFFFF > 0 { return index.attributes(of: position).upperBound }
    if index.nodes[position].kind == .attribute {
      return index.attributes(of: Int(index.nodes[position].parent)).upperBound
    }
    return Int(index.nodes[position].end)
  }

  /// Adds the nodes of an axis that pass a test, in the axis's order.
  mutating func collect(
    _ axis: XPathAxis, of node: XPathNodeKey, test: XPathResolvedTest,
    into result: inout [XPathNodeKey]
  ) throws(XPathEvaluationError) {
    let position = node >> 16
    let isNamespace = node & 0xFFFF > 0
    let isLeaf = isNamespace || index.nodes[position].kind == .attribute
    let parent = isNamespace ? position : Int(index.nodes[position].parent)
    try count(1)
    switch axis {
    case .itself:
      add(node, test, to: &result)
    case .parent:
      if parent >= 0 { add(parent << 16, test, to: &result) }
    case .child:
      if !isLeaf {
        for child in index.children(of: position) {
          try count(1)
          add(child << 16, test, to: &result)
        }
      }
    case .descendant, .descendantOrSelf:
      if axis == .descendantOrSelf { add(node, test, to: &result) }
      if !isLeaf {
        try collect(position + 1..<Int(index.nodes[position].end), test, into: &result)
      }
    case .attribute:
      if !isLeaf {
        let attributes = index.attributes(of: position)
        try count(attributes.count)
        for attribute in attributes { add(attribute << 16, test, to: &result) }
      }
    case .ancestor, .ancestorOrSelf:
      if axis == .ancestorOrSelf { add(node, test, to: &result) }
      var ancestor = parent
      while ancestor >= 0 {
        try count(1)
        add(ancestor << 16, test, to: &result)
        ancestor = Int(index.nodes[ancestor].parent)
      }
    case .following:
      try collect(followingStart(node)..<index.nodes.count, test, into: &result)
    case .preceding: try collectPreceding(node, test, into: &result)
    case .followingSibling:
      guard !isLeaf, parent >= 0 else { return }
      var sibling = Int(index.nodes[position].end)
      while sibling < Int(index.nodes[parent].end) {
        try count(1)
        add(sibling << 16, test, to: &result)
        sibling = Int(index.nodes[sibling].end)
      }
    case .precedingSibling:
      guard !isLeaf, parent >= 0 else { return }
      var siblings: [Int] = []
      for sibling in index.children(of: parent) {
        try count(1)
        guard sibling < position else { break }
        siblings.append(sibling)
      }
      for sibling in siblings.reversed() { add(sibling << 16, test, to: &result) }
    case .namespace:
      guard !isLeaf, index.nodes[position].kind == .element else { return }
      try collectNamespaces(of: position, test, into: &result)
    }
  }

  @inline(__always)
  private func add(
    _ node: XPathNodeKey, _ test: XPathResolvedTest, to result: inout [XPathNodeKey]
  ) {
    if node & 0xFFFF > 0 {
      // A namespace comes here only as itself.
      switch test {
      case .any, .kind(.namespace): result.append(node)
      default: break
      }
    } else if matches(node >> 16, test) {
      result.append(node)
    }
  }

  /// All nodes of a range but attributes.
  private mutating func collect(
    _ range: Range<Int>, _ test: XPathResolvedTest, into result: inout [XPathNodeKey]
  ) throws(XPathEvaluationError) {
    try count(range.count)
    for position in range where matches(position, test) {
      if index.nodes[position].kind != .attribute { result.append(position << 16) }
    }
  }

  /// All before a node but its ancestors and attributes, the nearest first.
  private mutating func collectPreceding(
    _ node: XPathNodeKey, _ test: XPathResolvedTest, into result: inout [XPathNodeKey]
  ) throws(XPathEvaluationError) {
    var position = node >> 16
    if node & 0xFFFF == 0, index.nodes[position].kind == .attribute {
      position = Int(index.nodes[position].parent)
    }
    try count(position)
    var ancestor = Int(index.nodes[position].parent)
    for candidate in stride(from: position - 1, through: 0, by: -1) {
      if candidate == ancestor {
        ancestor = Int(index.nodes[candidate].parent)
      } else if index.nodes[candidate].kind != .attribute, matches(candidate, test) {
        result.append(candidate << 16)
      }
    }
  }
}
