import Testing

@testable import AccordDocuments

@Suite("I-Regexp")
struct IRegexpTests {
  @Test(
    "A pattern of RFC 9485 matches whole texts",
    arguments: [
      ("a.*", "abc", true),
      ("a.*", "xabc", false),
      ("a.b", "a\u{2028}b", true),
      ("a.b", "a\nb", false),
      ("a.b", "a\rb", false),
      ("[ab]{2,3}", "aba", true),
      ("[^a-c]+", "xyz", true),
      ("[-a]+", "a-", true),
      ("[a-]+", "a-", true),
      ("[a.^$*{}]+", ".^$*{}a", true),
      ("\\(\\)\\*\\+\\-\\.\\?\\[\\\\\\]\\^\\{\\|\\}", "()*+-.?[\\]^{|}", true),
      ("\\n\\r\\t", "\n\r\t", true),
      ("\\p{Lu}\\p{L}*", "Éa", true),
      ("\\P{Nd}", "٣", false),
      ("[\\p{L}\\n]+", "a\né", true),
      ("(a|b(c)?)*", "abcb", true),
      ("^ab.*", "abc", true),
      (".*bc$", "abc", true),
      ("a/b,c:d\"'<>~", "a/b,c:d\"'<>~", true),
      ("", "", true),
      ("🐲+", "🐲🐲", true),
    ])
  func matches(source: String, text: String, expected: Bool) throws {
    #expect(try Pattern(source, dialect: .iRegexp).matchesWhole(text) == expected)
  }

  @Test(
    "What RFC 9485 leaves out is refused where it stands",
    arguments: [
      ("\\d", 0, .unknownEscape("d")),
      ("a\\$", 1, .unknownEscape("$")),
      ("(?:a)", 1, .nothingToRepeat),
      ("a*?", 2, .nothingToRepeat),
      ("(a", 0, .unclosedGroup),
      ("a)", 1, .unopenedGroup),
      ("a{", 1, .unescapedCharacter("{")),
      ("a{2", 1, .malformedQuantifier),
      ("a{3,2}", 1, .quantifierOutOfOrder),
      ("]", 0, .unescapedCharacter("]")),
      ("}", 0, .unescapedCharacter("}")),
      ("[]", 0, .emptyClass),
      ("[^]", 0, .emptyClass),
      ("[a", 0, .unclosedClass),
      ("[[a]", 1, .unescapedCharacter("[")),
      ("[a-c-e]", 4, .misplacedHyphen),
      ("[--a]", 2, .misplacedHyphen),
      ("[a-\\p{L}]", 2, .misplacedHyphen),
      ("[b-a]", 1, .rangeOutOfOrder("b-a")),
      ("\\p{Letter}", 3, .unknownProperty("Letter")),
      ("\\p{Lx}", 3, .unknownProperty("Lx")),
      ("\\p{LC}", 3, .unknownProperty("LC")),
      ("\\pL", 0, .malformedProperty),
      ("a\\", 1, .unfinishedEscape),
    ] as [(String, Int, PatternSyntaxError.Reason)])
  func refuses(source: String, offset: Int, reason: PatternSyntaxError.Reason) {
    let expected = PatternSyntaxError(source: source, offset: offset, reason: reason)
    #expect(throws: expected) { try Pattern(source, dialect: .iRegexp) }
  }
}
