extension XPathEvaluator {
  /// The nodes that a path leads to (section 2).
  mutating func nodes(
    of path: XPathPath, in context: XPathContext
  ) throws(XPathEvaluationError) -> [XPathNodeKey] {
    var nodes: [XPathNodeKey]
    switch path.start {
    case .context: nodes = [context.node]
    case .root: nodes = [0]
    case .filter(let expression, let predicates):
      guard case .nodes(let found) = try evaluate(expression, in: context) else { return [] }
      nodes = found
      for predicate in predicates { nodes = try filter(nodes, by: predicate) }
    }
    for step in path.steps {
      if nodes.isEmpty { return [] }
      nodes = try take(step, from: nodes)
    }
    return nodes
  }

  /// The nodes that one step leads to from any of several nodes.
  private mutating func take(
    _ step: XPathStep, from nodes: [XPathNodeKey]
  ) throws(XPathEvaluationError) -> [XPathNodeKey] {
    let test = resolve(step.test, for: step.axis)
    let isPositional = step.predicates.contains(where: \.isPositional)
    var result: [XPathNodeKey] = []
    var isSorted = true
    for node in contexts(nodes, for: step.axis, isPositional: isPositional) {
      // Without predicates, what is found needs no list of its own.
      let start = result.count
      try collect(step.axis, of: node, test: test, into: &result)
      if !step.predicates.isEmpty {
        var candidates = Array(result[start...])
        result.removeSubrange(start...)
        for predicate in step.predicates { candidates = try filter(candidates, by: predicate) }
        result += candidates
      }
      if isSorted { isSorted = Self.isAscending(result[max(0, start - 1)...]) }
    }
    guard !isSorted else { return result }
    // Sorting is counted as some visits of each.
    try count(result.count * 4)
    result.sort()
    var last = -1
    result.removeAll { node in
      defer { last = node }
      return node == last
    }
    return result
  }

  private static func isAscending(_ nodes: ArraySlice<XPathNodeKey>) -> Bool {
    var last = -1
    for node in nodes {
      guard node > last else { return false }
      last = node
    }
    return true
  }

  /// Leaves out the nodes from which a step finds nothing that it has not found from others, where
  /// predicates do not count: else `//*//*` would look at all nodes once for each.
  private func contexts(
    _ nodes: [XPathNodeKey], for axis: XPathAxis, isPositional: Bool
  ) -> [XPathNodeKey] {
    guard nodes.count > 1, !isPositional else { return nodes }
    switch axis {
    case .descendant, .descendantOrSelf:
      var end = 0
      return nodes.filter { node in
        let position = node >> 16
        // Attributes and namespaces have no descendants but themselves.
        guard node & 0xFFFF == 0, index.nodes[position].kind != .attribute else { return true }
        guard position >= end else { return false }
        end = Int(index.nodes[position].end)
        return true
      }
    case .following:
      return nodes.min { followingStart($0) < followingStart($1) }.map { [$0] } ?? []
    case .preceding: return nodes.last.map { [$0] } ?? []
    default: return nodes
    }
  }

  /// The nodes for which a predicate holds (section 2.4), in the order in which they come.
  private mutating func filter(
    _ nodes: [XPathNodeKey], by predicate: XPathExpression
  ) throws(XPathEvaluationError) -> [XPathNodeKey] {
    if case .number(let position) = predicate {
      guard let position = Int(exactly: position), nodes.indices.contains(position - 1) else {
        return []
      }
      return [nodes[position - 1]]
    }
    var result: [XPathNodeKey] = []
    for (offset, node) in nodes.enumerated() {
      let context = XPathContext(node: node, position: offset + 1, size: nodes.count)
      let value = try evaluate(predicate, in: context)
      let holds =
        if case .number(let number) = value { number == Double(offset + 1) } else { boolean(value) }
      if holds { result.append(node) }
    }
    return result
  }
}
