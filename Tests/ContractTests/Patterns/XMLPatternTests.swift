import AccordContract
import AccordDocuments
import Testing

@Suite("Patterns for what an XPath finds")
struct XMLPatternTests {
  static let document =
    "<r n='7' t=' true '><a>1.50</a><a> +2 </a><a>.5e1</a><b>x</b><e/><d>007</d><z>NaN</z></r>"

  /// Where the pattern fails, in order.
  private func places(
    _ xpath: String, _ pattern: JSONPattern, _ bindings: [String: BoundValue] = [:]
  ) throws -> [String] {
    let tree = try XMLTree(parsing: Self.document)
    let text = TextMatcher(bindings: Bindings(bindings), compilation: Compilation())
    var matcher = XMLMatcher(text: text, xpath: xpath)
    try matcher.match(try XPath(xpath).evaluate(on: tree), pattern)
    return matcher.mismatches.map {
      if case .xml(let path, _) = $0.place { path } else { "not a path" }
    }
  }

  @Test(
    "A pattern says how text is read",
    arguments: [
      ("//b", "x"), ("//b", .string), ("//b", .not("y")), ("//e", ""), ("/r/@n", 7),
      ("/r/@n", .integer(7...7)), ("/r/@n", "7"), ("/r/@t", true), ("/r/@t", .boolean),
      ("//a[1]", 1.5), ("//a[2]", 2), ("//a[3]", 5), ("//d", 7), ("//d", .number("7.0")),
      ("count(//a)", 3), ("count(//a)", "3"), ("sum(//a[1])", 1.5), ("1 = 1", true),
      ("//b = 'y'", false), ("string(//b)", "x"), ("string(//c)", ""), ("1 div 3", .number),
      ("//b", .oneOf("y", "x")), ("//b", .all(.hasPrefix("x"), .hasSuffix("x"))),
      ("//z", .not(.number)), ("//b", .any), ("string(//b)", .any),
    ] as [(String, JSONPattern)])
  func fitting(xpath: String, pattern: JSONPattern) throws {
    #expect(try places(xpath, pattern) == [])
  }

  @Test(
    "What does not fit is told with its place",
    arguments: [
      ("//b", "y", ["/r/b"]), ("//b", 1, ["/r/b"]), ("//e", .number, ["/r/e"]),
      ("/r/@n", 8, ["/r/@n"]), ("//z", .number, ["/r/z"]),
      ("number(//z)", .number, ["number(//z)"]),
      ("1 div 0", .number, ["1 div 0"]), ("1 = 1", 1, ["1 = 1"]), ("//b", true, ["/r/b"]),
      ("//a", 1.5, ["//a"]), ("//c", "x", ["//c"]), ("//c", .any, ["//c"]),
      ("//c", .not("x"), ["//c"]), ("//a", .not("x"), ["//a"]),
      ("//b", .oneOf("y", .number), ["/r/b"]), ("//b", .not(.string), ["/r/b"]),
    ] as [(String, JSONPattern, [String])])
  func failing(xpath: String, pattern: JSONPattern, places: [String]) throws {
    #expect(try self.places(xpath, pattern) == places)
  }

  @Test(
    "Patterns for several nodes",
    arguments: [
      ("//a", .count(3), []), ("//a", .count(4...), ["//a"]), ("//c", .absent, []),
      ("//a", .absent, ["/r/a[1]", "/r/a[2]", "/r/a[3]"]),
      ("//a", .each(.number(...2)), ["/r/a[3]"]),
      ("//c", .each("x"), []), ("//a", .contains(2), []), ("//a", .contains(3), ["//a"]),
      ("//a", [1.5, 2, 5], []), ("//a", [1.5, 3], ["/r/a[2]", "/r/a[3]"]),
      ("//a", [1.5, 2, 5, 6], ["(//a)[4]"]), ("//a", .unordered([5, 1.5, .number]), []),
      ("//a", .unordered([5, 1.5, 9]), ["//a", "/r/a[2]"]), ("//c", .optional("x"), []),
      ("//b", .optional("y"), ["/r/b"]), ("//a", .not(.count(3)), ["//a"]),
      ("//a", .all(.count(3), .each(.number)), []), ("//a", .oneOf(.absent, .count(3)), []),
      ("//a", .all(.count(2), .contains(9)), ["//a", "//a"]),
    ] as [(String, JSONPattern, [String])])
  func several(xpath: String, pattern: JSONPattern, places: [String]) throws {
    #expect(try self.places(xpath, pattern) == places)
  }

  @Test("A variable that is a number is compared as one, and any other as text")
  func variables() throws {
    let variable = Variable("v")
    #expect(try places("//d", .variable(variable), ["v": captured("7.0")]) == [])
    #expect(try places("//d", .variable(variable), ["v": .text("7")]) == ["/r/d"])
    #expect(try places("//d", .variable(variable), ["v": .text("007")]) == [])
    #expect(try places("//b", .variable(variable), ["v": captured(#""x""#)]) == [])
  }

  @Test("Of very many mismatches the first are kept and the others counted")
  func many() throws {
    let tree = try XMLTree(parsing: "<r>" + String(repeating: "<a/>", count: 50) + "</r>")
    let text = TextMatcher(bindings: Bindings(), compilation: Compilation())
    var matcher = XMLMatcher(text: text, xpath: "//a")
    try matcher.match(try XPath("//a").evaluate(on: tree), .each("x"))
    #expect(matcher.mismatches.count == JSONMatcher.mismatchLimit)
    #expect(matcher.furtherMismatches == 50 - JSONMatcher.mismatchLimit)
  }
}
