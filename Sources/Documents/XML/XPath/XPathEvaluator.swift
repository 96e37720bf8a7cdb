/// A value while an expression is evaluated.
enum XPathValue {
  /// In document order, each once.
  case nodes([XPathNodeKey])
  case string(String)
  case number(Double)
  case boolean(Bool)
}

/// Stands for a node, so that the order of the keys is document order (XPath 1.0 section 5.4).
///
/// It is the position in the index times 65,536 and, for a namespace of the element there, the
/// namespace's number from 1.
typealias XPathNodeKey = Int

/// What an expression is evaluated for (XPath 1.0 section 1).
struct XPathContext {
  let node: XPathNodeKey
  let position: Int
  let size: Int
}

/// Evaluates one expression on one document, within limits.
struct XPathEvaluator {
  let index: XMLIndex
  let limits: XPathLimits
  private var steps = 0
  /// For each name of the expression the document's number of it; -1 if the document has it not,
  /// -2 until it was looked for.
  private var nameNumbers: [Int32]

  init(index: XMLIndex, nameCount: Int, limits: XPathLimits) {
    self.index = index
    self.limits = limits
    nameNumbers = Array(repeating: -2, count: nameCount)
  }

  /// Counts work that is done.
  @inline(__always)
  mutating func count(_ work: Int) throws(XPathEvaluationError) {
    steps += work
    if steps > limits.maximumSteps { throw .tooManySteps(limit: limits.maximumSteps) }
  }

  /// Counts the work on a text, and looks at its length.
  mutating func count(text: String) throws(XPathEvaluationError) {
    let length = text.utf8.count
    guard length <= limits.maximumText else { throw .tooMuchText(limit: limits.maximumText) }
    try count(1 + length / 16)
  }

  mutating func number(ofName local: String, in namespace: String?, number: Int) -> Int32 {
    if nameNumbers[number] == -2 {
      nameNumbers[number] = index.expandedName(local, namespace: namespace) ?? -1
    }
    return nameNumbers[number]
  }

  mutating func evaluate(
    _ expression: XPathExpression, in context: XPathContext
  ) throws(XPathEvaluationError) -> XPathValue {
    try count(1)
    switch expression {
    case .literal(let text): return .string(text)
    case .number(let value): return .number(value)
    case .negation(let operand): return .number(-(try number(evaluate(operand, in: context))))
    case .call(let function, let arguments):
      return try call(function, arguments, in: context)
    case .path(let path): return .nodes(try nodes(of: path, in: context))
    case .chain(let first, let rest): return try evaluate(first, rest, in: context)
    }
  }

  private mutating func evaluate(
    _ first: XPathExpression, _ rest: [(operation: XPathOperator, operand: XPathExpression)],
    in context: XPathContext
  ) throws(XPathEvaluationError) -> XPathValue {
    var value = try evaluate(first, in: context)
    for (operation, operand) in rest {
      switch operation {
      case .or:
        if boolean(value) { return .boolean(true) }
        value = .boolean(boolean(try evaluate(operand, in: context)))
      case .and:
        if !boolean(value) { return .boolean(false) }
        value = .boolean(boolean(try evaluate(operand, in: context)))
      case .union:
        if case .nodes(let left) = value,
          case .nodes(let right) = try evaluate(operand, in: context)
        {
          value = .nodes(try union(left, right))
        }
      case .plus, .minus, .multiply, .divide, .modulo:
        let left = try number(value)
        let right = try number(evaluate(operand, in: context))
        value = .number(Self.compute(left, operation, right))
      default:
        let right = try evaluate(operand, in: context)
        value = .boolean(try compare(value, operation, right))
      }
    }
    return value
  }

  private static func compute(_ left: Double, _ operation: XPathOperator, _ right: Double) -> Double
  {
    switch operation {
    case .plus: left + right
    case .minus: left - right
    case .multiply: left * right
    case .divide: left / right
    default: left.truncatingRemainder(dividingBy: right)
    }
  }

  private mutating func union(
    _ left: [XPathNodeKey], _ right: [XPathNodeKey]
  ) throws(XPathEvaluationError) -> [XPathNodeKey] {
    try count(left.count + right.count)
    var result: [XPathNodeKey] = []
    result.reserveCapacity(left.count + right.count)
    var leftPosition = 0
    var rightPosition = 0
    while leftPosition < left.count || rightPosition < right.count {
      let next: XPathNodeKey
      if rightPosition == right.count
        || leftPosition < left.count && left[leftPosition] <= right[rightPosition]
      {
        next = left[leftPosition]
        leftPosition += 1
      } else {
        next = right[rightPosition]
        rightPosition += 1
      }
      if result.last != next { result.append(next) }
    }
    return result
  }
}
