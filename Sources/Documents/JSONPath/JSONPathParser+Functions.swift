extension JSONPathParser {
  /// The functions that there are.
  static let functionNames = ["length", "count", "value", "match", "search"]

  /// Reads the arguments of a function, from after its opening parenthesis, and checks their types
  /// (section 2.4.3).
  mutating func function(_ name: String, at start: Int) throws(JSONPathSyntaxError) -> Term {
    guard Self.functionNames.contains(name) else {
      throw error(.unknownFunction(name), at: start)
    }
    let arguments = try nested { (parser) throws(JSONPathSyntaxError) in try parser.arguments() }
    let expected = name == "match" || name == "search" ? 2 : 1
    guard arguments.count == expected, let first = arguments.first else {
      throw error(.argumentCount(function: name, expected: expected), at: start)
    }
    switch name {
    case "length": return .value(function: name, .length(try value(first, of: name)))
    case "count": return .value(function: name, .count(try nodes(first, of: name)))
    case "value": return .value(function: name, .value(try nodes(first, of: name)))
    default:
      let match = JSONPathMatch(
        isWhole: name == "match", text: try value(first, of: name),
        pattern: pattern(try value(arguments[1], of: name)))
      return .truth(function: name, match)
    }
  }

  private struct Argument {
    let term: Term
    let start: Int
  }

  private mutating func arguments() throws(JSONPathSyntaxError) -> [Argument] {
    var arguments: [Argument] = []
    skipWhitespace()
    if take(")") { return arguments }
    while true {
      skipWhitespace()
      let start = position
      arguments.append(Argument(term: try term(expected: .value), start: start))
      skipWhitespace()
      if take(")") { return arguments }
      guard take(",") else { throw unexpected(.commaOrParenthesis) }
    }
  }

  /// An argument for a parameter of `ValueType`.
  private func value(
    _ argument: Argument, of function: String
  ) throws(JSONPathSyntaxError) -> JSONPathOperand {
    switch argument.term {
    case .literal(let literal): return .literal(literal)
    case .value(_, let operand): return operand
    case .path(let query):
      if let steps = query.singularSteps {
        return .path(query.start, JSONSingularPath(steps: steps))
      }
    case .truth: break
    }
    throw error(.argumentIsNoValue(function: function), at: argument.start)
  }

  /// An argument for a parameter of `NodesType`.
  private func nodes(
    _ argument: Argument, of function: String
  ) throws(JSONPathSyntaxError) -> JSONPathQuery {
    guard case .path(let query) = argument.term else {
      throw error(.argumentIsNoPath(function: function), at: argument.start)
    }
    return query
  }

  /// Compiles a regular expression that is written in the path.
  private mutating func pattern(_ operand: JSONPathOperand) -> JSONPathMatch.Source {
    guard case .literal(let literal) = operand else { return .operand(operand) }
    guard case .string(let source) = literal else { return .compiled(nil) }
    do throws(PatternSyntaxError) {
      return .compiled(try Pattern(source, dialect: .iRegexp))
    } catch {
      patternErrors.append(error)
      return .compiled(nil)
    }
  }
}
