/// Reads expressions of XPath 1.0 (section 3), resolves their names and checks their types.
struct XPathParser {
  /// How deep parentheses, predicates and arguments may nest.
  static let maximumDepth = 64
  /// How long an expression may be, in bytes.
  static let maximumLength = 65_536

  private let text: String
  private let bytes: [UInt8]
  let namespaces: [String: String]
  private var tokens: [XPathToken] = []
  private var next = 0
  private var depth = 0
  /// How many tests for names there are so far.
  private(set) var nameCount = 0

  typealias Failure = XPathScanner.Failure

  init(_ text: String, namespaces: [String: String]) {
    self.text = text
    self.namespaces = namespaces
    bytes = Array(text.utf8)
  }

  /// The whole text as one expression.
  mutating func parse() throws(XPathSyntaxError) -> XPathExpression {
    do throws(Failure) {
      guard bytes.count <= Self.maximumLength else {
        throw Failure(reason: .tooLong(limit: Self.maximumLength), offset: Self.maximumLength)
      }
      var scanner = XPathScanner(bytes)
      tokens = try scanner.scan()
      let expression = try parseExpression()
      guard case .end = token.kind else { throw unexpected(.end) }
      return expression
    } catch {
      throw XPathSyntaxError(
        expression: text, reason: error.reason,
        position: TextPosition(ofByte: error.offset, in: bytes))
    }
  }

  // MARK: Tokens

  var token: XPathToken { tokens[next] }

  /// Where the token begins.
  var offset: Int { token.range.lowerBound }

  mutating func advance() { if next < tokens.count - 1 { next += 1 } }

  /// Goes over the symbol if it is the next one.
  mutating func accept(_ symbol: XPathToken.Symbol) -> Bool {
    guard token.kind == .symbol(symbol) else { return false }
    advance()
    return true
  }

  mutating func expect(
    _ symbol: XPathToken.Symbol, _ expected: XPathSyntaxError.Expected
  ) throws(Failure) {
    guard accept(symbol) else { throw unexpected(expected) }
  }

  func unexpected(_ expected: XPathSyntaxError.Expected) -> Failure {
    let found = token.range.isEmpty ? nil : String(decoding: bytes[token.range], as: UTF8.self)
    return Failure(reason: .unexpected(found: found, expected: expected), offset: offset)
  }

  mutating func nextNameNumber() -> Int {
    defer { nameCount += 1 }
    return nameCount
  }

  // MARK: Operators

  /// The operators, those that bind least first.
  private static let levels: [[XPathToken.Symbol: XPathOperator]] = [
    [.or: .or], [.and: .and], [.equal: .equal, .notEqual: .notEqual],
    [
      .less: .less, .lessOrEqual: .lessOrEqual, .greater: .greater,
      .greaterOrEqual: .greaterOrEqual,
    ],
    [.plus: .plus, .minus: .minus], [.multiply: .multiply, .div: .divide, .mod: .modulo],
  ]

  /// An expression, with everything that nests in it.
  mutating func parseExpression() throws(Failure) -> XPathExpression {
    guard depth < Self.maximumDepth else {
      throw Failure(reason: .tooDeep(limit: Self.maximumDepth), offset: offset)
    }
    depth += 1
    defer { depth -= 1 }
    return try parseChain(level: 0)
  }

  private mutating func parseChain(level: Int) throws(Failure) -> XPathExpression {
    guard level < Self.levels.count else { return try parseUnary() }
    let first = try parseChain(level: level + 1)
    var rest: [(operation: XPathOperator, operand: XPathExpression)] = []
    while case .symbol(let symbol) = token.kind, let operation = Self.levels[level][symbol] {
      advance()
      rest.append((operation, try parseChain(level: level + 1)))
    }
    return rest.isEmpty ? first : .chain(first, rest)
  }

  private mutating func parseUnary() throws(Failure) -> XPathExpression {
    var signs = 0
    while accept(.minus) { signs += 1 }
    let operand = try parseUnion()
    // Two signs make a number of it and leave its value.
    switch signs {
    case 0: return operand
    case let signs where signs % 2 == 0: return .negation(.negation(operand))
    default: return .negation(operand)
    }
  }

  private mutating func parseUnion() throws(Failure) -> XPathExpression {
    let start = offset
    let first = try parsePath()
    guard token.kind == .symbol(.union) else { return first }
    try requireNodes(first, at: start)
    var rest: [(operation: XPathOperator, operand: XPathExpression)] = []
    while accept(.union) {
      let start = offset
      let operand = try parsePath()
      try requireNodes(operand, at: start)
      rest.append((.union, operand))
    }
    return .chain(first, rest)
  }

  func requireNodes(_ expression: XPathExpression, at offset: Int) throws(Failure) {
    guard expression.kind == .nodes else {
      throw Failure(reason: .notNodes(found: expression.kind), offset: offset)
    }
  }

  // MARK: Primary expressions

  /// What a path may begin with besides a step; nil if it begins with none of it.
  mutating func parsePrimary() throws(Failure) -> XPathExpression? {
    let start = offset
    switch token.kind {
    case .literal(let text):
      advance()
      return .literal(text)
    case .number(let value):
      advance()
      return .number(value)
    case .variable(let name): throw Failure(reason: .variable(name), offset: start)
    case .symbol(.openParenthesis):
      advance()
      let expression = try parseExpression()
      try expect(.closeParenthesis, .closingParenthesis)
      return expression
    case .function(let prefix, let local):
      if prefix == nil, Self.nodeTypes.contains(local) { return nil }
      return try parseCall(prefix.map { "\($0):\(local)" } ?? local, at: start)
    default: return nil
    }
  }

  static let nodeTypes: Set<String> = ["comment", "text", "processing-instruction", "node"]

  private mutating func parseCall(_ name: String, at start: Int) throws(Failure) -> XPathExpression
  {
    guard let function = XPathFunction(rawValue: name) else {
      throw Failure(reason: .unknownFunction(name), offset: start)
    }
    advance()
    try expect(.openParenthesis, .closingParenthesis)
    var arguments: [XPathExpression] = []
    if !accept(.closeParenthesis) {
      repeat {
        let start = offset
        let argument = try parseExpression()
        if function.takesNodes { try requireNodes(argument, at: start) }
        arguments.append(argument)
      } while accept(.comma)
      try expect(.closeParenthesis, .argumentEnd)
    }
    guard function.argumentCounts.contains(arguments.count) else {
      throw Failure(
        reason: .argumentCount(function: name, expected: function.argumentCounts), offset: start)
    }
    return .call(function, arguments)
  }
}
