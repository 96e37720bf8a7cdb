/// A pattern that its dialect does not allow: what is wrong, and where.
package struct PatternSyntaxError: Error, Hashable, Sendable {
  /// What is wrong.
  package enum Reason: Hashable, Sendable {
    /// A `(` without its `)`. The offset is that of the `(`.
    case unclosedGroup
    /// A `)` without its `(`.
    case unopenedGroup
    /// `(?` followed by something that starts no kind of group.
    case unknownGroupKind
    /// `(?i:…)` and its like, which ECMA-262 has since 2025 and this engine has not.
    case modifiersUnsupported
    /// A group name that is empty, unclosed, or not an identifier.
    case malformedGroupName
    /// A name that an earlier group has.
    case duplicateGroupName(String)
    /// `\3` without a third group, or `\k<name>` without a group of that name.
    case unknownGroup(String)
    /// Groups inside groups beyond the payload's depth.
    case nestedTooDeeply(Int)
    /// A quantifier with nothing before it that can be repeated.
    case nothingToRepeat
    /// `{` and a number or comma that do not make a quantifier.
    case malformedQuantifier
    /// `{n,m}` with n greater than m.
    case quantifierOutOfOrder
    /// A `[` without its `]`. The offset is that of the `[`.
    case unclosedClass
    /// `[]` in I-Regexp, which has no empty class.
    case emptyClass
    /// `[b-a]`. The payload is the range as written.
    case rangeOutOfOrder(String)
    /// A hyphen in a class of I-Regexp that is neither first nor last nor makes a range.
    case misplacedHyphen
    /// A backslash at the end.
    case unfinishedEscape
    /// A backslash before a character that it gives no meaning to.
    case unknownEscape(Unicode.Scalar)
    /// `\c` without a letter.
    case malformedControlEscape
    /// `\x` without two hexadecimal digits.
    case malformedHexadecimalEscape
    /// `\u` without four hexadecimal digits or a code point in braces.
    case malformedUnicodeEscape
    /// `\u{…}` beyond 10FFFF.
    case codePointTooLarge
    /// `\0` before a digit, or a number after a backslash in a class.
    case octalEscape
    /// `\p` without a name in braces.
    case malformedProperty
    /// A property or value that ECMA-262 does not know.
    case unknownProperty(String)
    /// A property that ECMA-262 knows and Swift's standard library does not tell.
    case unsupportedProperty(String)
    /// A character that I-Regexp allows only behind a backslash.
    case unescapedCharacter(Unicode.Scalar)
  }

  /// The pattern as written.
  package let source: String
  /// Where the offending part starts, in Unicode scalars from the start of the pattern.
  package let offset: Int
  /// What is wrong.
  package let reason: Reason
}
