import Testing

@testable import AccordDocuments

@Suite("Errors in patterns")
struct PatternSyntaxErrorTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let source: String
    let offset: Int
    let reason: PatternSyntaxError.Reason

    init(_ source: String, _ offset: Int, _ reason: PatternSyntaxError.Reason) {
      self.source = source
      self.offset = offset
      self.reason = reason
    }

    var testDescription: String { source }
  }

  private static let ecmaScript: [Row] = [
    .init("(", 0, .unclosedGroup),
    .init("a(b(c)", 1, .unclosedGroup),
    .init("🐲(?:a", 1, .unclosedGroup),
    .init("(?<=a", 0, .unclosedGroup),
    .init("^(abc]", 1, .unclosedGroup),
    .init("a)b", 1, .unopenedGroup),
    .init("(?P<name>x)", 0, .unknownGroupKind),
    .init("a(?#comment)", 1, .unknownGroupKind),
    .init("(?>a)", 0, .unknownGroupKind),
    .init("(?", 0, .unknownGroupKind),
    .init("(?i)abc", 0, .modifiersUnsupported),
    .init("(?ims)abc", 0, .modifiersUnsupported),
    .init("(?-i:a)", 0, .modifiersUnsupported),
    .init("(?<>a)", 3, .malformedGroupName),
    .init("(?<1a>a)", 3, .malformedGroupName),
    .init("(?<a", 3, .malformedGroupName),
    .init("(?<a-b>c)", 3, .malformedGroupName),
    .init("(?<n>a)(?<n>b)", 10, .duplicateGroupName("n")),
    .init("(a)\\2", 3, .unknownGroup("2")),
    .init("\\1", 0, .unknownGroup("1")),
    .init("(?<n>a)\\k<m>", 7, .unknownGroup("m")),
    .init("\\k<m>", 0, .unknownGroup("m")),
    .init("a\\k", 1, .malformedGroupName),
    .init("*a", 0, .nothingToRepeat),
    .init("a|+", 2, .nothingToRepeat),
    .init("(?)", 0, .unknownGroupKind),
    .init("a**", 2, .nothingToRepeat),
    .init("a{2}{3}", 4, .nothingToRepeat),
    .init("^*", 1, .nothingToRepeat),
    .init("\\b+", 2, .nothingToRepeat),
    .init("(?=a)*", 5, .nothingToRepeat),
    .init("(?<!a){2}", 6, .nothingToRepeat),
    .init("{2}", 0, .nothingToRepeat),
    .init("a{2", 1, .malformedQuantifier),
    .init("a{2,3", 1, .malformedQuantifier),
    .init("a{,5}", 1, .malformedQuantifier),
    .init("a{2 }", 1, .malformedQuantifier),
    .init("a{3,2}", 1, .quantifierOutOfOrder),
    .init("[a", 0, .unclosedClass),
    .init("x[^]]y[", 6, .unclosedClass),
    .init("[a-", 0, .unclosedClass),
    .init("[b-a]", 1, .rangeOutOfOrder("b-a")),
    .init("[a\\u{62}-\\x61]", 2, .rangeOutOfOrder("\\u{62}-\\x61")),
    .init("a\\", 1, .unfinishedEscape),
    .init("[\\", 1, .unfinishedEscape),
    .init("\\a", 0, .unknownEscape("a")),
    .init("\\Z", 0, .unknownEscape("Z")),
    .init("[\\B]", 1, .unknownEscape("B")),
    .init("[\\k]", 1, .unknownEscape("k")),
    .init("\\é", 0, .unknownEscape("é")),
    .init("\\\u{7}", 0, .unknownEscape("\u{7}")),
    .init("\\c1", 0, .malformedControlEscape),
    .init("\\c", 0, .malformedControlEscape),
    .init("\\x4", 0, .malformedHexadecimalEscape),
    .init("\\xg0", 0, .malformedHexadecimalEscape),
    .init("\\u004", 0, .malformedUnicodeEscape),
    .init("\\u{}", 0, .malformedUnicodeEscape),
    .init("\\u{41", 0, .malformedUnicodeEscape),
    .init("\\u{110000}", 0, .codePointTooLarge),
    .init("\\00", 0, .octalEscape),
    .init("[\\1]", 1, .octalEscape),
    .init("\\p", 0, .malformedProperty),
    .init("\\pL", 0, .malformedProperty),
    .init("\\p{}", 0, .malformedProperty),
    .init("\\p{L", 0, .malformedProperty),
    .init("\\p{^L}", 0, .malformedProperty),
    .init("\\p{Foo}", 3, .unknownProperty("Foo")),
    .init("\\p{lu}", 3, .unknownProperty("lu")),
    .init("[\\P{gc=Foo}]", 4, .unknownProperty("gc=Foo")),
    .init("\\p{Block=Latin}", 3, .unknownProperty("Block=Latin")),
    .init("\\p{Script=Greek}", 3, .unsupportedProperty("Script=Greek")),
    .init("\\p{scx=Grek}", 3, .unsupportedProperty("scx=Grek")),
    .init("\\p{ExtPict}", 3, .unsupportedProperty("ExtPict")),
  ]

  @Test("A pattern that ECMA-262 forbids is refused where it goes wrong", arguments: ecmaScript)
  func refusesECMAScript(row: Row) {
    let expected = PatternSyntaxError(source: row.source, offset: row.offset, reason: row.reason)
    #expect(throws: expected) { try Pattern(row.source) }
  }

  @Test(
    "A message says what is wrong and points at it",
    arguments: [
      (
        "^/cart/([0-9]+$",
        """
        this "(" has no ")"
          ^/cart/([0-9]+$
                 ^
        """
      ),
      (
        "🐲a{3,2}",
        """
        the quantifier's minimum is greater than its maximum
          🐲a{3,2}
            ^
        """
      ),
      (
        "a\n\\p{Script=Greek}",
        """
        the Unicode property "Script=Greek" is not available in Swift's standard library
          a?\\p{Script=Greek}
               ^
        """
      ),
      (
        "\\\u{1B}[2J",
        """
        "\\?" has no meaning in this dialect
          \\?[2J
          ^
        """
      ),
    ])
  func describes(source: String, expected: String) {
    let error = #expect(throws: PatternSyntaxError.self) { try Pattern(source) }
    #expect(error?.description == expected)
  }
}
