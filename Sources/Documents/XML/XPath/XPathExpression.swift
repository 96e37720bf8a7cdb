/// An expression of XPath 1.0 (section 3), whose types fit and whose names are resolved.
indirect enum XPathExpression: Sendable {
  case literal(String)
  case number(Double)
  case call(XPathFunction, [XPathExpression])
  /// Operands of operators of one precedence, from the left: flat, so that a long chain is not deep.
  case chain(XPathExpression, [(operation: XPathOperator, operand: XPathExpression)])
  case negation(XPathExpression)
  case path(XPathPath)

  /// What it gives, which is known before there is a document since there are no variables.
  var kind: XPathKind {
    switch self {
    case .literal: .string
    case .number, .negation: .number
    case .call(let function, _): function.kind
    case .chain(_, let rest): rest.first?.operation.kind ?? .number
    case .path: .nodes
    }
  }

  /// Whether the value as a predicate may depend on the place of the node among the others.
  var isPositional: Bool { kind == .number || asksForPosition }

  private var asksForPosition: Bool {
    switch self {
    case .literal, .number: false
    case .call(let function, let arguments):
      function == .last || function == .position || arguments.contains(where: \.asksForPosition)
    case .chain(let first, let rest):
      first.asksForPosition || rest.contains { $0.operand.asksForPosition }
    case .negation(let operand): operand.asksForPosition
    case .path(let path):
      // Predicates inside ask for places of their own.
      if case .filter(let expression, _) = path.start { expression.asksForPosition } else { false }
    }
  }
}

/// An operator with two operands.
enum XPathOperator: String, Sendable {
  case or, and
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case plus = "+"
  case minus = "-"
  case multiply = "*"
  case divide = "div"
  case modulo = "mod"
  case union = "|"

  var kind: XPathKind {
    switch self {
    case .or, .and, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: .boolean
    case .plus, .minus, .multiply, .divide, .modulo: .number
    case .union: .nodes
    }
  }
}

/// A location path (section 2), or an expression with predicates or a path behind it.
struct XPathPath: Sendable {
  enum Start: Sendable {
    case context
    case root
    /// A node set that predicates choose from, in document order (section 3.3).
    case filter(XPathExpression, [XPathExpression])
  }

  var start: Start
  var steps: [XPathStep]
}

/// One step of a path (section 2.1).
struct XPathStep: Sendable {
  var axis: XPathAxis
  var test: XPathNodeTest
  var predicates: [XPathExpression]

  /// `//` between two steps.
  static let descendants = XPathStep(axis: .descendantOrSelf, test: .any, predicates: [])

  /// Whether it is what `//` stands for.
  var isDescendants: Bool {
    if case .any = test { axis == .descendantOrSelf && predicates.isEmpty } else { false }
  }
}

/// The directions of a step (section 2.2).
enum XPathAxis: String, Sendable, CaseIterable {
  case ancestor, attribute, child, descendant, following, namespace, parent, preceding
  case itself = "self"
  case ancestorOrSelf = "ancestor-or-self"
  case descendantOrSelf = "descendant-or-self"
  case followingSibling = "following-sibling"
  case precedingSibling = "preceding-sibling"

  /// Whether positions count against document order.
  var isReverse: Bool {
    switch self {
    case .ancestor, .ancestorOrSelf, .preceding, .precedingSibling: true
    default: false
    }
  }

  /// The kind of nodes that `*` and names mean (section 2.3).
  var principalKind: XMLNodeKind {
    switch self {
    case .attribute: .attribute
    case .namespace: .namespace
    default: .element
    }
  }
}

/// What a step lets pass (section 2.3).
enum XPathNodeTest: Sendable {
  case any
  case text
  case comment
  case processingInstruction(target: String?)
  /// `*`
  case principal
  /// `x:*`
  case namespace(String)
  /// A name; the number is its place among all names of the expression.
  case name(local: String, namespace: String?, number: Int)
}
