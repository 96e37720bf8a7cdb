/// Why and where a text is not a JSONPath (RFC 9535).
package struct JSONPathSyntaxError: Error, Sendable, Hashable {
  /// What was to be parsed.
  package let path: String
  /// What is wrong.
  package let reason: Reason
  /// The first character that cannot be part of a JSONPath, or that begins what is wrong.
  package let position: TextPosition

  /// The number of bytes before the place.
  package var byteOffset: Int { position.byteOffset }

  /// What is wrong, as data.
  package enum Reason: Sendable, Hashable {
    /// Something else had to come; nil where the path ends.
    case unexpected(Unicode.Scalar?, expected: Expected)
    /// A position, or a bound or step of a slice, beyond 2^53 - 1 in magnitude (section 2.1).
    case integerOutOfRange(String)
    /// An integer begins with 0 and goes on, or is `-0`.
    case superfluousZero
    /// A control character stands in a string and is not escaped.
    case controlCharacter(Unicode.Scalar)
    /// A backslash is followed by a character that makes no escape in this kind of quotes.
    case unknownEscape(Unicode.Scalar)
    /// A `\u` escape gives half of a surrogate pair alone.
    case loneSurrogate
    /// There is no such function (section 2.4).
    case unknownFunction(String)
    /// A function has another number of parameters.
    case argumentCount(function: String, expected: Int)
    /// An argument gives nodes or a truth value, and the function takes a value: a literal, a
    /// path to at most one node, or a function that gives a value.
    case argumentIsNoValue(function: String)
    /// An argument is no path, and the function takes nodes.
    case argumentIsNoPath(function: String)
    /// A path that may give several nodes stands in a comparison.
    case comparedPathIsNotSingular
    /// A function that gives a truth value stands in a comparison.
    case comparedFunctionGivesTruth(String)
    /// A function that gives a value is not compared with anything.
    case functionIsNotCompared(String)
    /// A literal is not compared with anything.
    case literalIsNotCompared
    /// Parentheses and filters nest deeper than allowed.
    case tooDeep(limit: Int)
  }

  /// What had to come in place of what came.
  package enum Expected: String, Sendable, Hashable {
    case root = "$"
    case segment = "a dot, an opening bracket or the path's end"
    case nameOrWildcard = "a name or *"
    case nameWildcardOrBracket = "a name, * or an opening bracket"
    case selector = "a name in quotes, a position, a slice, * or a filter"
    case commaOrBracket = "a comma or ]"
    case commaOrParenthesis = "a comma or )"
    case closingParenthesis = ")"
    case digit = "a digit"
    case hexadecimalDigit = "a hexadecimal digit"
    case closingQuote = "the closing quotation mark"
    case condition = "a path, a function, a literal, ! or an opening parenthesis"
    case test = "a path, a function or an opening parenthesis"
    case value = "a literal, a path or a function"
    case conditionEnd = "a comparison, && or ||, or the filter's end"
  }
}

extension JSONPathSyntaxError: CustomStringConvertible {
  /// One sentence that quotes the path, as in `column 5: expected a name or *, found a space, in
  /// "$.a. b"`.
  package var description: String { "column \(position.column): \(reason), in \"\(path)\"" }

  /// The path, and below it the reason under the character that is meant.
  ///
  /// ```text
  /// $.users[?@.id = 1]
  ///               ^ expected a comparison, && or ||, or the filter's end, found =
  /// ```
  package var picture: String {
    "\(path)\n\(String(repeating: " ", count: max(0, position.column - 1)))^ \(reason)"
  }
}

extension JSONPathSyntaxError.Reason: CustomStringConvertible {
  /// One line without the place.
  package var description: String {
    switch self {
    case .unexpected(let scalar, let expected):
      "expected \(expected.rawValue), found \(Self.shown(scalar))"
    case .integerOutOfRange(let text): "\(text) is beyond 9007199254740991 in magnitude"
    case .superfluousZero: "an integer has a superfluous 0 or minus sign"
    case .controlCharacter(let scalar):
      "a string holds the control character \(scalar.value) without an escape"
    case .unknownEscape(let scalar): "no escape begins with \\ and \(Self.shown(scalar)) here"
    case .loneSurrogate: "half of a surrogate pair stands without its other half"
    case .unknownFunction(let name):
      "there is no function \(name): there are length, count, value, match and search"
    case .argumentCount(let name, let count):
      "\(name)() takes \(count == 1 ? "one argument" : "\(count) arguments")"
    case .argumentIsNoValue(let name):
      "\(name)() takes a literal, a path to at most one node, or a function that gives a value"
    case .argumentIsNoPath(let name): "\(name)() takes a path"
    case .comparedPathIsNotSingular:
      "only a path to at most one node can be compared, one of names and positions"
    case .comparedFunctionGivesTruth(let name): "what \(name)() gives cannot be compared"
    case .functionIsNotCompared(let name): "what \(name)() gives must be compared with something"
    case .literalIsNotCompared: "a literal must be compared with something"
    case .tooDeep(let limit): "parentheses and filters nest more than \(limit) deep"
    }
  }

  private static func shown(_ scalar: Unicode.Scalar?) -> String {
    switch scalar {
    case nil: "the end"
    case " ": "a space"
    case let scalar? where scalar.value < 0x20: "the control character \(scalar.value)"
    case let scalar?: String(Character(scalar))
    }
  }
}
