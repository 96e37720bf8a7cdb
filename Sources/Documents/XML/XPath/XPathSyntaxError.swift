/// Why and where a text is not an XPath (XPath 1.0), or none that can have a value.
package struct XPathSyntaxError: Error, Sendable, Hashable {
  /// What was to be compiled.
  package let expression: String
  /// What is wrong.
  package let reason: Reason
  /// The first character that cannot be part of an XPath, or that begins what is wrong.
  package let position: TextPosition

  /// The number of bytes before the place.
  package var byteOffset: Int { position.byteOffset }

  /// What is wrong, as data.
  package enum Reason: Sendable, Hashable {
    /// Something else had to come; `found` is the token as it was written, nil where the text ends.
    case unexpected(found: String?, expected: Expected)
    /// A character that begins nothing.
    case illegalCharacter(Unicode.Scalar)
    /// A literal has no closing quotation mark.
    case unclosedLiteral
    /// There is no such axis.
    case unknownAxis(String)
    /// There is no such function (section 4).
    case unknownFunction(String)
    /// A function has another number of arguments.
    case argumentCount(function: String, expected: ClosedRange<Int>)
    /// A node set has to stand here: as a function's argument, beside `|`, or before `/` or `[`.
    case notNodes(found: XPathKind)
    /// A prefix was given no namespace.
    case unboundPrefix(String)
    /// Variables have no value here.
    case variable(String)
    /// The expression nests deeper than allowed.
    case tooDeep(limit: Int)
    /// The expression is longer than allowed, in bytes.
    case tooLong(limit: Int)
  }

  /// What had to come in place of what came.
  package enum Expected: String, Sendable, Hashable {
    case expression = "an expression"
    case step = "a name, *, @, an axis or a node test"
    case nodeTest = "a name, * or a node test"
    case axisColons = "::"
    case name = "a name"
    case equalSign = "="
    case closingParenthesis = ")"
    case closingBracket = "]"
    case argumentEnd = "a comma or )"
    case target = "a target in quotes or )"
    case end = "an operator or the expression's end"
  }
}

extension XPathSyntaxError: CustomStringConvertible {
  /// One sentence that quotes the expression, as in `column 3: there is no function size, in
  /// "1+size(a)"`.
  package var description: String { "column \(position.column): \(reason), in \"\(expression)\"" }

  /// The expression, and below it the reason under the character that is meant.
  ///
  /// ```text
  /// //product[price > ]
  ///                   ^ expected an expression, found ]
  /// ```
  package var picture: String {
    "\(expression)\n\(String(repeating: " ", count: max(0, position.column - 1)))^ \(reason)"
  }
}

extension XPathSyntaxError.Reason: CustomStringConvertible {
  /// One line without the place.
  package var description: String {
    switch self {
    case .unexpected(let found, let expected):
      "expected \(expected.rawValue), found \(found ?? "the end")"
    case .illegalCharacter(let scalar) where scalar.value < 0x20 || scalar.value == 0x7F:
      "no part of an XPath begins with the control character \(scalar.value)"
    case .illegalCharacter(let scalar): "no part of an XPath begins with \(Character(scalar))"
    case .unclosedLiteral: "the literal has no closing quotation mark"
    case .unknownAxis(let name): "there is no axis \(name)"
    case .unknownFunction(let name): "there is no function \(name)"
    case .argumentCount(let name, let counts): "\(name)() takes \(Self.shown(counts))"
    case .notNodes(let kind): "expected a node set, found \(kind.rawValue)"
    case .unboundPrefix(let prefix): "no namespace was given for the prefix \(prefix)"
    case .variable(let name): "the variable $\(name) has no value: XPaths here have none"
    case .tooDeep(let limit): "the expression nests more than \(limit) deep"
    case .tooLong(let limit): "the expression is longer than \(limit) bytes"
    }
  }

  private static func shown(_ counts: ClosedRange<Int>) -> String {
    switch (counts.lowerBound, counts.upperBound) {
    case (0, 0): "no argument"
    case (1, 1): "one argument"
    case (let lower, .max): "at least \(lower) arguments"
    case (0, 1): "at most one argument"
    case (let lower, let upper) where lower == upper: "\(lower) arguments"
    case (let lower, let upper): "\(lower) or \(upper) arguments"
    }
  }
}
