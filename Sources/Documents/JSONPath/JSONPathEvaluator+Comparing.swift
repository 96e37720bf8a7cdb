extension JSONPathEvaluator {
  /// Section 2.3.5.2.2.
  func compare(_ left: Value, _ comparison: JSONPathComparison, _ right: Value) -> Bool {
    switch comparison {
    case .equal: areEqual(left, right)
    case .notEqual: !areEqual(left, right)
    case .less: isLess(left, right)
    case .lessOrEqual: isLess(left, right) || areEqual(left, right)
    case .greater: isLess(right, left)
    case .greaterOrEqual: isLess(right, left) || areEqual(left, right)
    }
  }

  private func areEqual(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (.nothing, .nothing): true
    case (.nothing, _), (_, .nothing): false
    case (.node(let a), .node(let b)): node(a).equals(node(b))
    case (.literal(let a), .literal(let b)): areEqual(a, b)
    case (.node(let a), .literal(let b)), (.literal(let b), .node(let a)): isEqual(node(a), b)
    }
  }

  private func isEqual(_ node: JSONNode, _ literal: JSONPathLiteral) -> Bool {
    switch literal {
    case .null: node.isNull
    case .boolean(let value): node.boolean == value
    case .number(let value): node.number == value
    case .string(let value): node.stringEquals(value)
    }
  }

  private func areEqual(_ left: JSONPathLiteral, _ right: JSONPathLiteral) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.boolean(let a), .boolean(let b)): a == b
    case (.number(let a), .number(let b)): a == b
    case (.string(let a), .string(let b)): a.hasSameCodePoints(as: b)
    default: false
    }
  }

  /// Only numbers and strings are ordered, and only among themselves.
  private func isLess(_ left: Value, _ right: Value) -> Bool {
    if let a = number(left), let b = number(right) { return a < b }
    guard let a = string(left), let b = string(right) else { return false }
    // The order of UTF-8 is the order of the code points.
    return a.utf8.lexicographicallyPrecedes(b.utf8)
  }

  private func number(_ value: Value) -> JSONNumber? {
    switch value {
    case .literal(.number(let number)): number
    case .node(let index): node(index).number
    case .nothing, .literal: nil
    }
  }

  /// The string that a value is; nil for everything else.
  func string(_ value: Value) -> String? {
    switch value {
    case .literal(.string(let text)): text
    case .node(let index): node(index).string
    case .nothing, .literal: nil
    }
  }

  private func node(_ index: Int) -> JSONNode { JSONNode(document: document, index: index) }
}
