extension PatternSyntaxError: CustomStringConvertible {
  /// The reason in words, then the pattern with a caret below the offending character.
  ///
  ///     this "(" has no ")"
  ///       ^/cart/([0-9]+$
  ///              ^
  package var description: String {
    "\(reason)\n  \(source.withoutControls)\n  \(String(repeating: " ", count: offset))^"
  }
}

extension PatternSyntaxError.Reason: CustomStringConvertible {
  /// One line that says what is wrong and, where there is a likely intention, what to write.
  package var description: String {
    switch self {
    case .unclosedGroup: #"this "(" has no ")""#
    case .unopenedGroup: #"this ")" has no "("; write "\)" for the character itself"#
    case .unknownGroupKind:
      #"after "(?" comes one of ":", "=", "!", "<=", "<!" or "<name>""#
    case .modifiersUnsupported:
      #"modifiers such as "(?i:" are not supported; spell both cases out, as in "[aA]""#
    case .malformedGroupName:
      #"a group's name is an identifier between "<" and ">""#
    case .duplicateGroupName(let name): #"an earlier group is named "\#(name)" already"#
    case .unknownGroup(let name): #"there is no group "\#(name)" to refer to"#
    case .nestedTooDeeply(let depth): "groups are nested deeper than \(depth)"
    case .nothingToRepeat: "there is nothing here that a quantifier can repeat"
    case .malformedQuantifier:
      #"a counted quantifier is "{n}", "{n,}" or "{n,m}"; write "\{" for the character itself"#
    case .quantifierOutOfOrder: "the quantifier's minimum is greater than its maximum"
    case .unclosedClass: #"this "[" has no "]""#
    case .emptyClass: "a class needs at least one character"
    case .rangeOutOfOrder(let range):
      #"the range "\#(range.withoutControls)" ends before it starts"#
    case .misplacedHyphen:
      #"a hyphen stands first or last in a class or in a range; write "\-" elsewhere"#
    case .unfinishedEscape: #"the pattern ends in a backslash; write "\\" for the character"#
    case .unknownEscape(let scalar):
      #""\\#(String(scalar).withoutControls)" has no meaning in this dialect"#
    case .malformedControlEscape: #""\c" needs a letter from A to Z behind it"#
    case .malformedHexadecimalEscape: #""\x" needs two hexadecimal digits"#
    case .malformedUnicodeEscape:
      #""\u" needs four hexadecimal digits, or a code point in braces"#
    case .codePointTooLarge: "the greatest code point is 10FFFF"
    case .octalEscape: #"octal escapes are not allowed; write "\x" and two digits"#
    case .malformedProperty: #""\p" and "\P" need a property in braces, as in "\p{Letter}""#
    case .unknownProperty(let name): #"there is no Unicode property "\#(name)""#
    case .unsupportedProperty(let name):
      #"the Unicode property "\#(name)" is not available in Swift's standard library"#
    case .unescapedCharacter(let scalar):
      #""\#(String(scalar).withoutControls)" needs a backslash before it in this dialect"#
    }
  }
}

extension String {
  /// The text with "?" for each control character, which would move the caret off its place or
  /// command a terminal.
  fileprivate var withoutControls: String {
    unicodeScalars.map { scalar in
      scalar.properties.generalCategory == .control ? "?" : String(scalar)
    }.joined()
  }
}
