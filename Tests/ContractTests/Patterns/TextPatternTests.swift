import AccordContract
import Testing

struct TextPatternTests {
  private static let tag = Variable("tag")

  @Test(
    arguments: [
      ("", .any), ("a", "a"), ("a", .equal(to: "a")), ("ab", .hasPrefix("a")),
      ("a", .hasPrefix("")),
      ("ab", .hasSuffix("b")), ("abc", .containsText("bc")), ("", .containsText("")),
      ("12", .integer), ("-12", .integer), ("+007", .integer), ("a", .oneOf("b", "a")),
      ("ab", .all(.hasPrefix("a"), .hasSuffix("b"))), ("a", .not("b")), ("a", .all()),
      ("Sun, 06 Nov 1994 08:49:37 GMT", .httpDate), ("a@b.example", .email),
      ("2eb8aa08-aa98-11ea-b4aa-73b441d16380", .uuid), ("2024-02-29", .date),
      ("2024-02-29T00:00:00Z", .dateTime), ("urn:a", .uri),
    ] as [(String, TextPattern)])
  func `A text fits its pattern`(text: String, pattern: TextPattern) throws {
    #expect(try fits(text, pattern))
    #expect(try !fits(text, .not(pattern)))
  }

  @Test(
    arguments: [
      ("A", "a"), ("a ", "a"), ("\u{E9}", "e\u{301}"), ("ba", .hasPrefix("a")),
      ("a", .hasPrefix("ab")), ("ba", .hasSuffix("b")), ("b", .hasSuffix("ab")),
      ("abc", .containsText("ac")), ("", .containsText("a")), ("", .integer), ("-", .integer),
      ("1.0", .integer), ("١", .integer), (" 1", .integer), ("c", .oneOf("b", "a")),
      ("a", .oneOf()), ("ac", .all(.hasPrefix("a"), .hasSuffix("b"))), ("a", .not("a")),
      ("Mon, 06 Nov 1994 08:49:37 GMT", .httpDate), ("a", .email), ("a", .uuid), ("a", .date),
      ("a", .dateTime), ("a", .uri),
    ] as [(String, TextPattern)])
  func `Another text does not`(text: String, pattern: TextPattern) throws {
    #expect(try !fits(text, pattern))
  }

  @Test func `A regular expression is searched for, and anchored where it says so`() throws {
    #expect(try fits("/cart/12", .matches("[0-9]+"), expressions: ["[0-9]+"]))
    #expect(try !fits("/cart/12", .matches("^[0-9]+$"), expressions: ["^[0-9]+$"]))
  }

  @Test func `Variables stand in texts, whatever they were captured from`() throws {
    for value in [BoundValue.text("7"), try captured("7"), try captured(#""7""#), .link("7")] {
      let bindings = ["tag": value]
      #expect(try fits("7", .variable(Self.tag), bindings))
      #expect(try fits("v7", "v\(Self.tag)", bindings))
      #expect(try fits("v7!", .containsText("\(Self.tag)"), bindings))
      #expect(try !fits("v8", "v\(Self.tag)", bindings))
    }
    #expect(throws: MatchingProblem.self) { try fits("7", "\(Self.tag)") }
  }
}
