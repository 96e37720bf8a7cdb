extension JSONPathEvaluator {
  /// Whether a condition holds for a node, which `@` means in it (section 2.3.5.2).
  mutating func holds(
    _ condition: JSONPathCondition, for current: Int
  ) throws(JSONPathEvaluationError) -> Bool {
    switch condition {
    case .or(let parts):
      for part in parts where try holds(part, for: current) { return true }
      return false
    case .and(let parts):
      for part in parts where try !holds(part, for: current) { return false }
      return true
    case .not(let part):
      return try !holds(part, for: current)
    case .exists(let query):
      return try !select(query, current: current).isEmpty
    case .comparison(let left, let comparison, let right):
      let leftValue = try value(of: left, for: current)
      let rightValue = try value(of: right, for: current)
      try spend(min(size(of: leftValue), size(of: rightValue)))
      return compare(leftValue, comparison, rightValue)
    case .match(let match):
      return try holds(match, for: current)
    }
  }

  /// What an operand is worth: a value, or nothing (section 2.4.1).
  enum Value {
    case nothing
    case node(Int)
    case literal(JSONPathLiteral)
  }

  /// How many values there are to be compared.
  private func size(of value: Value) -> Int {
    switch value {
    case .nothing, .literal: 1
    case .node(let index): Int(document.tape[index].next) - index
    }
  }

  private mutating func value(
    of operand: JSONPathOperand, for current: Int
  ) throws(JSONPathEvaluationError) -> Value {
    switch operand {
    case .literal(let literal):
      return .literal(literal)
    case .path(let start, let path):
      var looked = 0
      let node = path.index(
        in: document, from: start == .root ? root : current, lookingAt: &looked)
      try spend(looked)
      return node.map { .node($0) } ?? .nothing
    case .length(let operand):
      let length = length(of: try value(of: operand, for: current))
      return length.map { .literal(.number(JSONNumber($0))) } ?? .nothing
    case .count(let query):
      return .literal(.number(JSONNumber(try select(query, current: current).count)))
    case .value(let query):
      let nodes = try select(query, current: current)
      return nodes.count == 1 ? .node(nodes[0]) : .nothing
    }
  }

  /// Section 2.4.4.
  private func length(of value: Value) -> Int? {
    switch value {
    case .nothing: return nil
    case .literal(.string(let text)): return text.unicodeScalars.count
    case .literal: return nil
    case .node(let index):
      let node = JSONNode(document: document, index: index)
      switch node.kind {
      case .string: return node.scalarCount
      case .array, .object: return node.count
      case .null, .boolean, .number: return nil
      }
    }
  }

  /// Sections 2.4.6 and 2.4.7: what is no string, and what is no I-Regexp, does not match.
  private mutating func holds(
    _ match: JSONPathMatch, for current: Int
  ) throws(JSONPathEvaluationError) -> Bool {
    guard let text = string(try value(of: match.text, for: current)) else { return false }
    let pattern: Pattern?
    switch match.pattern {
    case .compiled(let compiled): pattern = compiled
    case .operand(let operand):
      pattern = string(try value(of: operand, for: current)).flatMap { self.pattern($0) }
    }
    guard let pattern else { return false }
    do throws(PatternLimitError) {
      return match.isWhole
        ? try pattern.matchesWhole(text, limits: limits.patterns)
        : try pattern.matchesAnywhere(text, limits: limits.patterns)
    } catch {
      throw .pattern(error)
    }
  }
}
