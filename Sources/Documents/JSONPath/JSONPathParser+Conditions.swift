extension JSONPathParser {
  /// Reads a filter's condition (`logical-expr`).
  mutating func condition() throws(JSONPathSyntaxError) -> JSONPathCondition {
    try nested { (parser) throws(JSONPathSyntaxError) in try parser.alternatives() }
  }

  private mutating func alternatives() throws(JSONPathSyntaxError) -> JSONPathCondition {
    var parts = [try conjunction()]
    while takeAfterWhitespace("||") { parts.append(try conjunction()) }
    return parts.count == 1 ? parts[0] : .or(parts)
  }

  private mutating func conjunction() throws(JSONPathSyntaxError) -> JSONPathCondition {
    var parts = [try basic()]
    while takeAfterWhitespace("&&") { parts.append(try basic()) }
    return parts.count == 1 ? parts[0] : .and(parts)
  }

  /// Goes past an operator and the white space on both sides; where it does not come, nothing is
  /// read.
  private mutating func takeAfterWhitespace(_ token: StaticString) -> Bool {
    let end = position
    skipWhitespace()
    guard take(token) else {
      position = end
      return false
    }
    skipWhitespace()
    return true
  }

  /// Reads a comparison, a test, or something in parentheses (`basic-expr`).
  private mutating func basic() throws(JSONPathSyntaxError) -> JSONPathCondition {
    if take("!") {
      skipWhitespace()
      return .not(peek() == UInt8(ascii: "(") ? try parenthesized() : try negatedTest())
    }
    if peek() == UInt8(ascii: "(") { return try parenthesized() }
    let start = position
    let term = try term(expected: .condition)
    let end = position
    skipWhitespace()
    guard let comparison = takeComparison() else {
      position = end
      return try test(term, at: start)
    }
    let left = try operand(term, at: start)
    skipWhitespace()
    let rightStart = position
    let right = try self.term(expected: .value)
    return .comparison(left, comparison, try operand(right, at: rightStart))
  }

  private mutating func parenthesized() throws(JSONPathSyntaxError) -> JSONPathCondition {
    position += 1
    skipWhitespace()
    let condition = try condition()
    skipWhitespace()
    guard take(")") else { throw unexpected(.closingParenthesis) }
    return condition
  }

  private mutating func negatedTest() throws(JSONPathSyntaxError) -> JSONPathCondition {
    let start = position
    return try test(try term(expected: .test), at: start)
  }

  private mutating func takeComparison() -> JSONPathComparison? {
    if take("==") { return .equal }
    if take("!=") { return .notEqual }
    if take("<=") { return .lessOrEqual }
    if take(">=") { return .greaterOrEqual }
    if take("<") { return .less }
    if take(">") { return .greater }
    return nil
  }

  // MARK: - Terms

  /// What can stand in a condition, before it is known whether it is compared.
  enum Term {
    case literal(JSONPathLiteral)
    case path(JSONPathQuery)
    case value(function: String, JSONPathOperand)
    case truth(function: String, JSONPathMatch)
  }

  mutating func term(
    expected: JSONPathSyntaxError.Expected
  ) throws(JSONPathSyntaxError) -> Term {
    switch peek() {
    case UInt8(ascii: "$"):
      position += 1
      return .path(JSONPathQuery(start: .root, segments: try segments()))
    case UInt8(ascii: "@"):
      position += 1
      return .path(JSONPathQuery(start: .current, segments: try segments()))
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      return .literal(.string(try stringLiteral()))
    case UInt8(ascii: "-"), (UInt8(ascii: "0")...UInt8(ascii: "9"))?:
      return .literal(.number(try numberLiteral()))
    case (UInt8(ascii: "a")...UInt8(ascii: "z"))?:
      return try word(expected: expected)
    default:
      throw unexpected(expected)
    }
  }

  /// Reads `true`, `false`, `null` or a function.
  private mutating func word(
    expected: JSONPathSyntaxError.Expected
  ) throws(JSONPathSyntaxError) -> Term {
    let start = position
    while let byte = peek(), Self.isFunctionNameByte(byte) { position += 1 }
    let name = String(decoding: bytes[start..<position], as: UTF8.self)
    if take("(") { return try function(name, at: start) }
    switch name {
    case "true": return .literal(.boolean(true))
    case "false": return .literal(.boolean(false))
    case "null": return .literal(.null)
    default:
      position = start
      throw unexpected(expected)
    }
  }

  private static func isFunctionNameByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || 0x61...0x7A ~= byte || byte == UInt8(ascii: "_")
  }

  private func test(_ term: Term, at start: Int) throws(JSONPathSyntaxError) -> JSONPathCondition {
    switch term {
    case .path(let query): return .exists(query)
    case .truth(_, let match): return .match(match)
    case .value(let name, _): throw error(.functionIsNotCompared(name), at: start)
    case .literal: throw error(.literalIsNotCompared, at: start)
    }
  }

  private func operand(_ term: Term, at start: Int) throws(JSONPathSyntaxError) -> JSONPathOperand {
    switch term {
    case .literal(let literal): return .literal(literal)
    case .value(_, let operand): return operand
    case .truth(let name, _): throw error(.comparedFunctionGivesTruth(name), at: start)
    case .path(let query):
      guard let steps = query.singularSteps else {
        throw error(.comparedPathIsNotSingular, at: start)
      }
      return .path(query.start, JSONSingularPath(steps: steps))
    }
  }
}
