/// Why and where a text is not a URI template (RFC 6570).
package struct URITemplateSyntaxError: Error, Sendable, Hashable {
  /// What was to be parsed.
  package let template: String
  /// What is wrong.
  package let reason: Reason
  /// The character that is wrong, or that begins what is.
  package let position: TextPosition

  /// The number of bytes before the place.
  package var byteOffset: Int { position.byteOffset }

  /// What is wrong, as data.
  package enum Reason: Sendable, Hashable {
    /// A character that cannot stand outside of expressions (section 2.1).
    case illegalLiteral(Unicode.Scalar)
    /// `%` without two hexadecimal digits behind it.
    case incompleteEncoding
    /// A closing brace that closes nothing.
    case unopenedBrace
    /// An expression that is not closed.
    case unclosedExpression
    /// An operator that is kept for extensions (section 2.2), or a character that is none.
    case unknownOperator(Unicode.Scalar)
    /// A variable's name has to come; nil where the template ends.
    case expectedName(found: Unicode.Scalar?)
    /// The variable has to end here.
    case expectedEnd(found: Unicode.Scalar)
    /// A prefix's length is not 1 to 9999, or begins with 0 (section 2.4.1).
    case prefixLength
  }
}

extension URITemplateSyntaxError: CustomStringConvertible {
  /// One sentence that quotes the template, as in `column 9: expected a variable's name, found },
  /// in "/users/{}"`.
  package var description: String { "column \(position.column): \(reason), in \"\(template)\"" }

  /// The template, and below it the reason under the character that is meant.
  ///
  /// ```text
  /// /users{?page, limit}
  ///              ^ expected a variable's name, found a space
  /// ```
  package var picture: String {
    "\(template)\n\(String(repeating: " ", count: max(0, position.column - 1)))^ \(reason)"
  }
}

extension URITemplateSyntaxError.Reason: CustomStringConvertible {
  /// One line without the place.
  package var description: String {
    switch self {
    case .illegalLiteral(let scalar):
      "\(Self.shown(scalar)) cannot stand in a URI template; it is written \(Self.encoded(scalar))"
    case .incompleteEncoding: "% has to be followed by two hexadecimal digits; alone it is %25"
    case .unopenedBrace: "} closes nothing; as a character it is %7D"
    case .unclosedExpression: "the expression is not closed by }"
    case .unknownOperator(let scalar): "there is no operator \(Self.shown(scalar))"
    case .expectedName(let scalar):
      "expected a variable's name, found \(scalar.map(Self.shown) ?? "the end")"
    case .expectedEnd(let scalar): "expected :, *, a comma or }, found \(Self.shown(scalar))"
    case .prefixLength: "the length of a prefix is a number from 1 to 9999 without zeros before it"
    }
  }

  private static func shown(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case " ": "a space"
    case let scalar where scalar.value < 0x20 || scalar.value == 0x7F:
      "the control character \(scalar.value)"
    case let scalar: String(Character(scalar))
    }
  }

  private static func encoded(_ scalar: Unicode.Scalar) -> String {
    var text = ""
    URITemplateCharacters.encode(scalar, into: &text)
    return text
  }
}

/// Why a URI template cannot be expanded.
package enum URITemplateExpansionError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A prefix is wanted of a variable that has no string (RFC 6570 section 2.4.1).
  case prefixOfComposite(variable: String)

  /// One sentence.
  package var description: String {
    switch self {
    case .prefixOfComposite(let variable):
      "{\(variable):…} wants the beginning of a text, and \(variable) is a list or an association"
    }
  }
}
