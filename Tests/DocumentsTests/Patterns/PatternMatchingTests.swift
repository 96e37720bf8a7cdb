import Testing

@testable import AccordDocuments

@Suite("Matching patterns")
struct PatternMatchingTests {
  @Test("A pattern matches what ECMA-262 says, group by group", arguments: PatternCase.all)
  func matches(row: PatternCase) throws {
    let match = try Pattern(row.pattern).firstMatch(in: row.text)
    let utf8 = Array(row.text.utf8)
    let found = match.map { match in match.captures.map { $0.map { Array(utf8[$0]) } } }
    #expect(found == row.expectedBytes)
  }

  @Test("A bare verdict agrees with the match", arguments: PatternCase.all)
  func verdicts(row: PatternCase) throws {
    let pattern = try Pattern(row.pattern)
    #expect(try pattern.matchesAnywhere(row.text) == (row.expected != nil))
    let whole = try Pattern("^(?:\(row.pattern))$")
    #expect(try pattern.matchesWhole(row.text) == whole.matchesAnywhere(row.text))
  }

  @Test("Remembering failures from the first step on changes no match", arguments: PatternCase.all)
  func remembers(row: PatternCase) throws {
    let pattern = try Pattern(row.pattern)
    var text = row.text
    let captures: [Range<Int>?]? = try text.withUTF8 { bytes in
      var matcher = try PatternMatcher(
        program: pattern.program, input: bytes, limits: .standard, goal: .captures)
      matcher.checkpoint = 1
      return try matcher.search() ? matcher.captures() : nil
    }
    #expect(try captures == pattern.firstMatch(in: row.text)?.captures)
  }

  @Test("Ranges are UTF-8 offsets, by number and by name")
  func ranges() throws {
    let pattern = try Pattern(#"/(?<kind>\w+)/(?<id>\d+)(\?.*)?"#)
    let match = try #require(try pattern.firstMatch(in: "é/cart/42"))
    #expect(match.range == 2..<10)
    #expect(match.captures == [2..<10, 3..<7, 8..<10, nil])
    #expect(match.range(named: "kind") == 3..<7)
    #expect(match.range(named: "id") == 8..<10)
    #expect(match.range(named: "none") == nil)
    #expect(pattern.groupCount == 3)
    #expect(Set(pattern.groupNames) == ["kind", "id"])
  }

  @Test("A whole match may need another choice than the first match")
  func wholeMatchBacktracks() throws {
    let pattern = try Pattern("a|ab|a*?")
    #expect(try pattern.matchesWhole("ab"))
    #expect(try pattern.matchesWhole("aaaa"))
    #expect(try pattern.matchesWhole("aaab") == false)
    #expect(try pattern.matchesWhole("xab") == false)
  }

  @Test("A byte that is not UTF-8 counts as one U+FFFD, forward and backward")
  func illFormedText() throws {
    // A stray continuation byte, an overlong "/", a surrogate, and a sequence cut short.
    let bytes: [UInt8] = [0x61, 0x80, 0xC0, 0xAF, 0xED, 0xA0, 0x80, 0x62, 0xE2, 0x82]
    func range(_ source: String) throws -> Range<Int>? {
      let pattern = try Pattern(source)
      return try bytes.withUnsafeBufferPointer { try pattern.firstMatch(in: $0)?.range }
    }
    #expect(try range("^a\\uFFFD{6}b\\uFFFD{2}$") == 0..<10)
    #expect(try range("(?<=a.{6})b") == 7..<8)
    #expect(try range("\\uFFFD+$") == 8..<10)
    #expect(try range("[^\\uFFFD]$") == nil)
    #expect(try range("/") == nil)
  }

  @Test("Patterns are equal when written alike, and é in two scalars is not é in one")
  func equality() throws {
    #expect(try Pattern("a+") == Pattern("a+"))
    #expect(try Pattern("a+") != Pattern("a+", dialect: .iRegexp))
    #expect(try Pattern("\u{E9}") != Pattern("e\u{301}"))
    #expect(try Set([Pattern("a"), Pattern("a"), Pattern("b")]).count == 2)
  }

  @Test(
    "What the u flag forbids and schemas rely on has its one obvious meaning",
    arguments: [
      PatternCase(##"^\-\_\@\#\%\&\~\:\;$"##, "-_@#%&~:;", ["-_@#%&~:;"]),
      PatternCase(#"^\<\=\>\!\"\'\`\,\ $"#, "<=>!\"'`, ", ["<=>!\"'`, "]),
      PatternCase(#"[\_\@]+"#, "a_@", ["_@"]),
      PatternCase("^{.*}$", #"{"a":1}"#, [#"{"a":1}"#]),
      PatternCase("a{b", "a{b", ["a{b"]),
      PatternCase("a{,b}", "a{,b}", ["a{,b}"]),
      PatternCase("]", "]", ["]"]),
      PatternCase("}{", "}{", ["}{"]),
      PatternCase(#"[\w-.]+"#, "a-b.c d", ["a-b.c"]),
      PatternCase(#"[+-\d]+"#, "1-+2", ["1-+2"]),
    ])
  func leniency(row: PatternCase) throws {
    try matches(row: row)
  }
}
