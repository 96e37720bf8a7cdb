extension XPathEvaluator {
  /// A comparison (section 3.4).
  ///
  /// Of two node sets each node is looked at once, where comparing pairs would take the product.
  mutating func compare(
    _ left: XPathValue, _ operation: XPathOperator, _ right: XPathValue
  ) throws(XPathEvaluationError) -> Bool {
    switch (left, right) {
    case (.nodes(let left), .nodes(let right)):
      return try compareNodes(left, operation, right)
    case (.nodes(let nodes), .boolean(let value)):
      return Self.compare(nodes.isEmpty ? 0 : 1, operation, value ? 1 : 0)
    case (.boolean(let value), .nodes(let nodes)):
      return Self.compare(value ? 1 : 0, operation, nodes.isEmpty ? 0 : 1)
    case (.nodes(let nodes), _):
      for node in nodes where try compareScalars(.string(text(of: node)), operation, right) {
        return true
      }
      return false
    case (_, .nodes(let nodes)):
      for node in nodes where try compareScalars(left, operation, .string(text(of: node))) {
        return true
      }
      return false
    default: return try compareScalars(left, operation, right)
    }
  }

  private mutating func compareScalars(
    _ left: XPathValue, _ operation: XPathOperator, _ right: XPathValue
  ) throws(XPathEvaluationError) -> Bool {
    guard operation == .equal || operation == .notEqual else {
      return Self.compare(try number(left), operation, try number(right))
    }
    switch (left, right) {
    case (.boolean, _), (_, .boolean):
      return (boolean(left) == boolean(right)) == (operation == .equal)
    case (.number, _), (_, .number):
      return Self.compare(try number(left), operation, try number(right))
    default:
      let left = try string(left)
      try count(text: left)
      return left.hasSameCodePoints(as: try string(right)) == (operation == .equal)
    }
  }

  private static func compare(_ left: Double, _ operation: XPathOperator, _ right: Double) -> Bool {
    switch operation {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    default: left >= right
    }
  }

  private mutating func compareNodes(
    _ left: [XPathNodeKey], _ operation: XPathOperator, _ right: [XPathNodeKey]
  ) throws(XPathEvaluationError) -> Bool {
    guard !left.isEmpty, !right.isEmpty else { return false }
    switch operation {
    case .equal:
      // By bytes: Swift's strings are equal where code points are not.
      var texts: Set<[UInt8]> = []
      for node in left { texts.insert(Array(try text(of: node).utf8)) }
      for node in right where texts.contains(Array(try text(of: node).utf8)) { return true }
      return false
    case .notEqual:
      // Some pair differs unless all are the same.
      let first = try text(of: left[0])
      for node in left.dropFirst() + right
      where !(try text(of: node).hasSameCodePoints(as: first)) {
        return true
      }
      return false
    default:
      // The smallest against the greatest; what is no number compares with nothing.
      guard let left = try extremes(of: left), let right = try extremes(of: right) else {
        return false
      }
      return switch operation {
      case .less, .lessOrEqual: Self.compare(left.lowerBound, operation, right.upperBound)
      default: Self.compare(left.upperBound, operation, right.lowerBound)
      }
    }
  }

  private mutating func extremes(
    of nodes: [XPathNodeKey]
  ) throws(XPathEvaluationError) -> ClosedRange<Double>? {
    var result: ClosedRange<Double>?
    for node in nodes {
      let value = XPathNumber.value(of: try text(of: node))
      guard !value.isNaN else { continue }
      result = result.map { min($0.lowerBound, value)...max($0.upperBound, value) } ?? value...value
    }
    return result
  }
}
