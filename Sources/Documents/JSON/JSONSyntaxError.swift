/// Why and where a text is not JSON (RFC 8259), or not JSON that the limits allow.
package struct JSONSyntaxError: Error, Sendable, Hashable {
  /// What is wrong.
  package let reason: Reason
  /// The first byte that cannot be part of a JSON text; for an early end, the end of the text.
  package let position: TextPosition

  /// The number of bytes before the place.
  package var byteOffset: Int { position.byteOffset }
  /// Counted from 1.
  package var line: Int { position.line }
  /// Counted from 1, in Unicode scalars.
  package var column: Int { position.column }

  /// Whether the text may be JSON and is not read: it is deeper or longer than allowed.
  package var isLimit: Bool {
    switch reason {
    case .tooDeep, .tooLong: true
    default: false
    }
  }

  /// What is wrong, as data.
  package enum Reason: Sendable, Hashable {
    /// There is nothing but white space.
    case empty
    /// The text ends inside of something.
    case unexpectedEnd(in: Construct)
    /// Something else had to come.
    case unexpected(Unicode.Scalar, expected: Expected)
    /// A comma stands before a closing bracket or brace.
    case trailingComma
    /// Something follows the one value of the text.
    case trailingContent(Unicode.Scalar)
    /// A word that other languages have for a value, such as `NaN` or `None`.
    ///
    /// Any other word is told by its first character only: it may be a part of something secret.
    case unknownWord(String)
    /// A number begins with 0 and goes on, as in `01`.
    case leadingZero
    /// A digit is missing after `-`, `.` or the exponent's start.
    case missingDigit(after: Unicode.Scalar)
    /// A control character (U+0000 to U+001F) stands in a string and is not escaped.
    case controlCharacter(Unicode.Scalar)
    /// A backslash is followed by a character that makes no escape.
    case unknownEscape(Unicode.Scalar)
    /// `\u` is not followed by four hexadecimal digits.
    case unfinishedUnicodeEscape
    /// A `\u` escape gives half of a surrogate pair, and the other half is not beside it. RFC 8259
    /// section 8.2 leaves open what that means; no Unicode text holds it, so it is refused.
    case loneSurrogate(UInt16)
    /// The bytes are not UTF-8 (RFC 8259 section 8.1).
    case notUTF8
    /// The text is in another encoding than UTF-8, as its first bytes show.
    case otherEncoding(String)
    /// Arrays and objects nest deeper than allowed.
    case tooDeep(limit: Int)
    /// The text is longer than allowed, in bytes.
    case tooLong(limit: Int)
  }

  /// What a text can end inside of.
  package enum Construct: String, Sendable, Hashable {
    case array, object, string, number, word
  }

  /// What had to come in place of what came.
  package enum Expected: String, Sendable, Hashable {
    case value = "a value"
    case valueOrArrayEnd = "a value or ]"
    case memberName = "a member's name in double quotes"
    case memberNameOrObjectEnd = "a member's name in double quotes, or }"
    case colon = "a colon"
    case commaOrArrayEnd = "a comma or ]"
    case commaOrObjectEnd = "a comma or }"
  }
}

extension JSONSyntaxError: CustomStringConvertible {
  /// One sentence with the place, as in `line 1, column 8: expected a value, found }`.
  package var description: String { "\(position): \(reason)" }
}

extension JSONSyntaxError.Reason: CustomStringConvertible {
  /// One line without the place.
  package var description: String {
    switch self {
    case .empty: "the text is empty"
    case .unexpectedEnd(let construct): "the text ends inside of \(construct.withArticle)"
    case .unexpected(let scalar, let expected):
      "expected \(expected.rawValue), found \(Self.shown(scalar))"
    case .trailingComma: "a comma stands before the closing bracket"
    case .trailingContent(let scalar): "the value is followed by \(Self.shown(scalar))"
    case .unknownWord(let word): "expected a value, found \(word)"
    case .leadingZero: "a number begins with a superfluous 0"
    case .missingDigit(let scalar): "a digit is missing after \(Self.shown(scalar))"
    case .controlCharacter(let scalar): "a string holds \(Self.shown(scalar)) without an escape"
    case .unknownEscape(let scalar): "no escape begins with \\ and \(Self.shown(scalar))"
    case .unfinishedUnicodeEscape: "\\u is not followed by four hexadecimal digits"
    case .loneSurrogate(let unit):
      "\\u\(String(unit, radix: 16)) is half of a surrogate pair without its other half"
    case .notUTF8: "the bytes are not UTF-8"
    case .otherEncoding(let name): "the text is \(name), and JSON is exchanged in UTF-8"
    case .tooDeep(let limit): "arrays and objects nest more than \(limit) deep"
    case .tooLong(let limit): "the text is longer than \(limit) bytes"
    }
  }

  private static func shown(_ scalar: Unicode.Scalar) -> String {
    let isVisible =
      switch scalar.properties.generalCategory {
      case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .unassigned,
        .privateUse, .surrogate, .nonspacingMark, .enclosingMark:
        false
      default: true
      }
    return isVisible ? String(Character(scalar)) : "U+" + hexadecimal(scalar.value)
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension JSONSyntaxError.Construct {
  fileprivate var withArticle: String {
    switch self {
    case .array, .object: "an \(rawValue)"
    case .string, .number, .word: "a \(rawValue)"
    }
  }
}
