import AccordDocuments
import Testing

@Suite("Bounds of patterns")
struct PatternBoundsTests {
  private static let long = String(repeating: "a", count: 100_000)

  @Test(
    "A pattern that ruins backtracking engines gives a true verdict on 100,000 characters",
    .timeLimit(.minutes(5)),
    arguments: [
      ("(a+)+$", "", true),
      ("^(a+)+$", "b", false),
      ("(a+)+$", "b", false),
      ("(a|a)*b", "", false),
      ("(.*)*x", "", false),
      ("(a*)*b", "", false),
      ("((a*)*)*b", "", false),
      ("(a|aa)+$", "", true),
      ("(a|aa)+$", "!", false),
      ("a*a*a*a*a*b", "", false),
      (".*.*=.*", "", false),
      ("(?:(?=a)a)+b", "", false),
      ("^([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+$", "", false),
      ("a{0,2147483648}b", "b", true),
      ("a{1,20}\\.", "", false),
    ])
  func linear(source: String, ending: String, expected: Bool) throws {
    #expect(try Pattern(source).matchesAnywhere(Self.long + ending) == expected)
  }

  @Test(
    "A pattern beyond its steps gives an error and no verdict", .timeLimit(.minutes(5)),
    arguments: [
      "(a*)*\\1b", "((a{1,20}){1,20}){1,20}b", "(?=(a|a)*b)", "(?:){4294967296}",
      "(?:a?){100000000}b", "(a|b|ab){10,10000}c",
    ])
  func steps(source: String) throws {
    let pattern = try Pattern(source)
    let limits = PatternLimits(steps: 10_000, stepsPerByte: 20)
    let error = #expect(throws: PatternLimitError.self) {
      try pattern.matchesAnywhere(Self.long, limits: limits)
    }
    #expect(error == .steps(2_010_000))
  }

  @Test("Too many open choices give an error, and so does a step limit of the caller")
  func callersLimits() throws {
    let pattern = try Pattern("(?:a|b)*c")
    #expect(throws: PatternLimitError.openChoices(100)) {
      try pattern.firstMatch(in: Self.long, limits: PatternLimits(openChoices: 100))
    }
    #expect(throws: PatternLimitError.steps(50)) {
      try pattern.firstMatch(in: Self.long, limits: PatternLimits(steps: 50, stepsPerByte: 0))
    }
    #expect(
      PatternLimitError.steps(50).description
        == "no verdict within 50 steps: the pattern backtracks too much on this text")
  }

  @Test("Without memory for a record of failures a match still ends")
  func withoutMemo() throws {
    let limits = PatternLimits(memoBytes: 0)
    #expect(throws: PatternLimitError.self) {
      try Pattern("(a+)+$").matchesAnywhere(Self.long + "b", limits: limits)
    }
  }

  @Test(
    "Groups nested 100,000 deep are refused",
    arguments: ["(", "(?:", "(?=", "(?<!", "(a|", "((?<n>"])
  func nesting(opening: String) {
    let source = String(repeating: opening, count: 100_000)
    let error = #expect(throws: PatternSyntaxError.self) { try Pattern(source) }
    guard case .nestedTooDeeply = error?.reason else {
      #expect(opening == "((?<n>", "\(String(describing: error?.reason))")
      return
    }
    let iRegexp = String(repeating: "(", count: 100_000)
    #expect(throws: PatternSyntaxError.self) { try Pattern(iRegexp, dialect: .iRegexp) }
  }

  @Test(
    "A pattern of 20,000 terms compiles and matches", .timeLimit(.minutes(5)),
    arguments: ["a", "a|", "a*", "(a)", "[ab]", "a{0,3}", "(?:a|b)?", "\\1()"])
  func length(term: String) throws {
    let pattern = try Pattern(String(repeating: term, count: 20_000))
    // Some of these end at a limit, which is not the point here.
    let limits = PatternLimits(steps: 1_000_000, stepsPerByte: 0)
    for text in ["", "aaaa", Self.long] {
      _ = try? pattern.matchesWhole(text, limits: limits)
      _ = try? pattern.firstMatch(in: text, limits: limits)
    }
  }
}
