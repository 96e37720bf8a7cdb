extension XPathParser {
  /// A location path (section 2), or a primary expression with what follows it (section 3.3).
  mutating func parsePath() throws(Failure) -> XPathExpression {
    let start = offset
    if let primary = try parsePrimary() {
      let predicates = try parsePredicates(of: primary, at: start)
      guard token.kind == .symbol(.slash) || token.kind == .symbol(.slashes) else {
        return predicates.isEmpty
          ? primary : .path(XPathPath(start: .filter(primary, predicates), steps: []))
      }
      try requireNodes(primary, at: start)
      return .path(
        XPathPath(start: .filter(primary, predicates), steps: try parseSteps(slashFirst: true)))
    }
    switch token.kind {
    case .symbol(.slashes):
      return .path(XPathPath(start: .root, steps: try parseSteps(slashFirst: true)))
    case .symbol(.slash):
      advance()
      let steps = beginsStep ? try parseSteps(slashFirst: false) : []
      return .path(XPathPath(start: .root, steps: steps))
    case _ where beginsStep:
      return .path(XPathPath(start: .context, steps: try parseSteps(slashFirst: false)))
    default: throw unexpected(.expression)
    }
  }

  private mutating func parsePredicates(
    of primary: XPathExpression, at start: Int
  ) throws(Failure) -> [XPathExpression] {
    guard token.kind == .symbol(.openBracket) else { return [] }
    try requireNodes(primary, at: start)
    return try parsePredicates()
  }

  private mutating func parsePredicates() throws(Failure) -> [XPathExpression] {
    var predicates: [XPathExpression] = []
    while accept(.openBracket) {
      predicates.append(try parseExpression())
      try expect(.closeBracket, .closingBracket)
    }
    return predicates
  }

  private var beginsStep: Bool {
    switch token.kind {
    case .symbol(.itself), .symbol(.parent), .symbol(.at), .wildcard, .namespaceWildcard, .name,
      .axis:
      true
    case .function(let prefix, let local): prefix == nil && Self.nodeTypes.contains(local)
    default: false
    }
  }

  /// Steps with slashes between them.
  private mutating func parseSteps(slashFirst: Bool) throws(Failure) -> [XPathStep] {
    var steps: [XPathStep] = []
    if !slashFirst { steps.append(try parseStep()) }
    while true {
      if accept(.slash) {
        steps.append(try parseStep())
      } else if accept(.slashes) {
        append(try parseStep(), behindSlashesTo: &steps)
      } else {
        return steps
      }
    }
  }

  /// `//a` is `/descendant-or-self::node()/child::a`, which is `/descendant::a` where no predicate
  /// asks for a position: that is one pass in place of a search in each node.
  private func append(_ step: XPathStep, behindSlashesTo steps: inout [XPathStep]) {
    var step = step
    if step.axis == .child, !step.predicates.contains(where: \.isPositional) {
      step.axis = .descendant
    } else {
      steps.append(.descendants)
    }
    steps.append(step)
  }

  private mutating func parseStep() throws(Failure) -> XPathStep {
    if accept(.itself) { return XPathStep(axis: .itself, test: .any, predicates: []) }
    if accept(.parent) { return XPathStep(axis: .parent, test: .any, predicates: []) }
    guard beginsStep else { throw unexpected(.step) }
    var axis = XPathAxis.child
    if accept(.at) {
      axis = .attribute
    } else if case .axis(let name) = token.kind {
      guard let named = XPathAxis(rawValue: name) else {
        throw Failure(reason: .unknownAxis(name), offset: offset)
      }
      axis = named
      advance()
      try expect(.colons, .axisColons)
    }
    let test = try parseTest()
    return XPathStep(axis: axis, test: test, predicates: try parsePredicates())
  }

  private mutating func parseTest() throws(Failure) -> XPathNodeTest {
    let start = offset
    switch token.kind {
    case .wildcard:
      advance()
      return .principal
    case .namespaceWildcard(let prefix):
      advance()
      return .namespace(try namespace(of: prefix, at: start))
    case .name(let prefix, let local):
      advance()
      var namespace: String?
      if let prefix { namespace = try self.namespace(of: prefix, at: start) }
      return .name(local: local, namespace: namespace, number: nextNameNumber())
    case .function(nil, let local) where Self.nodeTypes.contains(local):
      advance()
      try expect(.openParenthesis, .closingParenthesis)
      var target: String?
      if local == "processing-instruction", case .literal(let text) = token.kind {
        target = text
        advance()
      }
      try expect(
        .closeParenthesis,
        local == "processing-instruction" && target == nil ? .target : .closingParenthesis)
      return switch local {
      case "text": .text
      case "comment": .comment
      case "node": .any
      default: .processingInstruction(target: target)
      }
    default: throw unexpected(.nodeTest)
    }
  }

  private func namespace(of prefix: String, at start: Int) throws(Failure) -> String {
    if let namespace = namespaces[prefix] { return namespace }
    guard prefix == "xml" else {
      throw Failure(reason: .unboundPrefix(prefix), offset: start)
    }
    return "http://www.w3.org/XML/1998/namespace"
  }
}
