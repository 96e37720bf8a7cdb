import AccordContract
import Testing

struct JSONValuePatternTests {
  private static let order = Variable("order")

  @Test(
    arguments: [
      ("null", .any), ("[1]", .any), ("null", nil), ("null", .null), ("true", true),
      ("false", .boolean), ("false", .boolean(false)), ("3", .integer), ("3.0", .integer),
      ("3e2", .integer), ("7", .integer(7)), ("7", .integer(7...)), ("7", .integer(...7)),
      ("7", .integer(7...7)), ("7", .integer(7..<8)), ("1.5", .number), ("-1", .number),
      ("1.5", .number(1.5...)), ("1.5", .number(...1.5)), ("1.5", .number(1.5...1.5)),
      ("1.5", .number(1.5..<1.6)), ("1.05", .close(to: 1, within: 0.05)),
      ("0.3", .close(to: 0.2, within: 0.1)), (#""""#, .string), (#""a""#, .string("a")),
      (#""a\u0062""#, "ab"), (#""ab""#, .hasPrefix("a")), (#""ab""#, .hasSuffix("b")),
      (#""abc""#, .containsText("b")), (#""abc""#, .containsText("")),
      (#""2EB8AA08-aa98-11ea-b4aa-73b441d16380""#, .uuid), (#""2024-02-29""#, .date),
      (#""2024-02-29T00:00:00Z""#, .dateTime), (#""a@b.example""#, .email),
      (#""http://a/b""#, .uri),
    ] as [(String, JSONPattern)])
  func `A value fits its pattern`(json: String, pattern: JSONPattern) throws {
    #expect(try match(json, pattern).places == [])
    #expect(try match(json, .not(pattern)).places == ["$"])
  }

  @Test(
    arguments: [
      ("0", nil), ("false", nil), (#""""#, .null), ("0", .boolean), ("true", false),
      (#""true""#, true), ("3.5", .integer), (#""3""#, .integer), ("null", .integer),
      ("8", .integer(7)), ("6", .integer(7...)), ("8", .integer(...7)), ("6", .integer(7...7)),
      ("8", .integer(7..<8)), ("7.5", .integer(7...8)), (#""1""#, .number),
      ("1.49999999999999999999", .number(1.5...)), ("1.50000000000000000001", .number(...1.5)),
      ("1.6", .number(1.5..<1.6)), ("1.0500000000000000001", .close(to: 1, within: 0.05)),
      (#""1""#, .close(to: 1, within: 1)), ("1", .close(to: 1, within: -1)), ("1", .string),
      (#""A""#, "a"), (#""a ""#, "a"), (#""ba""#, .hasPrefix("a")), (#""ba""#, .hasSuffix("b")),
      (#""abc""#, .containsText("ac")), (#""2eb8aa08""#, .uuid), (#""2023-02-29""#, .date),
      (#""2024-02-29""#, .dateTime), (#""a@""#, .email), (#""/b""#, .uri), ("[]", "a"),
    ] as [(String, JSONPattern)])
  func `Another value does not`(json: String, pattern: JSONPattern) throws {
    #expect(try match(json, pattern).places == ["$"])
    #expect(try match(json, .not(pattern)).places == [])
  }

  @Test(
    arguments: [
      ("1", 1.0), ("1.0", 1), ("1e0", 1), ("10e-1", 1), ("0", -0.0), ("-0.0", 0), ("0.1", 0.1),
      ("1e-1", 0.1), ("9007199254740993", 9_007_199_254_740_993),
      ("12345678901234567890", 12_345_678_901_234_567_890),
      ("1e39", 1_000_000_000_000_000_000_000_000_000_000_000_000_000),
      (
        "1234567890123456789012345678901234567890",
        1_234_567_890_123_456_789_012_345_678_901_234_567_890
      ),
      (
        "-1234567890123456789012345678901234567890",
        -1_234_567_890_123_456_789_012_345_678_901_234_567_890
      ),
      ("-9223372036854775808", -9_223_372_036_854_775_808),
      ("18446744073709551616", 18_446_744_073_709_551_616),
      ("1e400", .number(1.7e308...)), ("-1e400", .number(...0)),
    ] as [(String, JSONPattern)])
  func `Numbers of one value are equal, however written and however long`(
    json: String, pattern: JSONPattern
  ) throws {
    #expect(try match(json, pattern).places == [])
  }

  @Test(
    arguments: [
      ("9007199254740992", 9_007_199_254_740_993), ("9007199254740993.0", 9_007_199_254_740_992),
      ("12345678901234567891", 12_345_678_901_234_567_890),
      (
        "1234567890123456789012345678901234567891",
        1_234_567_890_123_456_789_012_345_678_901_234_567_890
      ),
      (
        "1234567890123456789012345678901234567890",
        -1_234_567_890_123_456_789_012_345_678_901_234_567_890
      ),
      // The literal means 0.1, not the Double nearest to it.
      ("0.1000000000000000055511151231257827", 0.1), ("0.30000000000000004", 0.3),
    ] as [(String, JSONPattern)])
  func `Numbers that differ in any digit differ`(json: String, pattern: JSONPattern) throws {
    #expect(try match(json, pattern).places == ["$"])
  }

  @Test func `Strings compare code point by code point`() throws {
    let composed = "\u{E9}"
    let decomposed = "e\u{301}"
    #expect(composed == decomposed, "Swift's own comparison calls them equal")
    #expect(try match("\"\(composed)\"", .string(composed)).places == [])
    #expect(try match("\"\(composed)\"", .string(decomposed)).places == ["$"])
    #expect(try match("{\"\(composed)\": 1}", .object([(decomposed, .any)])).places.count == 1)
    #expect(try match("\"\(decomposed)\"", .hasPrefix("e")).places == [])
    #expect(try match("\"\(composed)\"", .hasPrefix("e")).places == ["$"])
    #expect(try match("\"x\(decomposed)\"", .hasSuffix("\u{301}")).places == [])
    #expect(try match("\"x\(decomposed)y\"", .containsText("e")).places == [])
  }

  @Test func `A regular expression is searched for anywhere`() throws {
    let expression = "b+c"
    #expect(try match(#""abbcd""#, .matches(expression), expressions: [expression]).places == [])
    #expect(
      try match(#""acbd""#, .matches(expression), expressions: [expression]).places == ["$"])
    #expect(throws: MatchingProblem.self) { try match(#""a""#, .matches(expression)) }
  }

  @Test func `A variable is equal with its type`() throws {
    let number = try ["order": captured("12")]
    #expect(try match("12.0", .variable(Self.order), number).places == [])
    #expect(try match(#""12""#, .variable(Self.order), number).places == ["$"])
    #expect(try match("13", .variable(Self.order), number).places == ["$"])
    #expect(try match(#""12""#, .variable(Self.order), ["order": .text("12")]).places == [])
    #expect(try match("12", .variable(Self.order), ["order": .text("12")]).places == ["$"])
    let object = try ["order": captured(#"{"a":[1],"b":2}"#)]
    #expect(try match(#"{"b":2.0,"a":[1]}"#, .variable(Self.order), object).places == [])
    #expect(throws: MatchingProblem.self) { try match("12", .variable(Self.order)) }
  }

  @Test func `Variables stand in strings`() throws {
    let bindings = try ["order": captured("12")]
    let pattern: JSONPattern = "order \(Self.order)!"
    #expect(try match(#""order 12!""#, pattern, bindings).places == [])
    #expect(try match(#""order 13!""#, pattern, bindings).places == ["$"])
    #expect(try match(#""no 12""#, .hasSuffix("\(Self.order)"), bindings).places == [])
  }
}
