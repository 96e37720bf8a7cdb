import AccordDocuments
import Testing

struct JSONPathSyntaxErrorTests {
  @Test(arguments: [
    ("", 1, "expected $, found the end"),
    ("users", 1, "expected $, found u"),
    (" $", 1, "expected $, found a space"),
    ("$.a ", 4, "expected a dot, an opening bracket or the path's end, found a space"),
    ("$a", 2, "expected a dot, an opening bracket or the path's end, found a"),
    ("$.", 3, "expected a name or *, found the end"),
    ("$.1", 3, "expected a name or *, found 1"),
    ("$.a. b", 5, "expected a name or *, found a space"),
    ("$..", 4, "expected a name, * or an opening bracket, found the end"),
    ("$[]", 3, "expected a name in quotes, a position, a slice, * or a filter, found ]"),
    ("$[a]", 3, "expected a name in quotes, a position, a slice, * or a filter, found a"),
    ("$['é' 1]", 7, "expected a comma or ], found 1"),
    ("$['a", 5, "expected the closing quotation mark, found the end"),
    ("$['a\u{1}']", 5, "a string holds the control character 1 without an escape"),
    (#"$['\"']"#, 5, "no escape begins with \\ and \" here"),
    (#"$["\u12x4"]"#, 8, "expected a hexadecimal digit, found x"),
    (#"$["\ud800"]"#, 4, "half of a surrogate pair stands without its other half"),
    ("$[01]", 3, "an integer has a superfluous 0 or minus sign"),
    ("$[-0]", 3, "an integer has a superfluous 0 or minus sign"),
    ("$[9007199254740992]", 3, "9007199254740992 is beyond 9007199254740991 in magnitude"),
    ("$[-]", 4, "expected a digit, found ]"),
    ("$[?]", 4, "expected a path, a function, a literal, ! or an opening parenthesis, found ]"),
    ("$[?@.a = 1]", 8, "expected a comma or ], found ="),
    ("$[?@.a == ]", 11, "expected a literal, a path or a function, found ]"),
    ("$[?(@.a]", 8, "expected ), found ]"),
    ("$[?!1]", 5, "a literal must be compared with something"),
    ("$[?!+]", 5, "expected a path, a function or an opening parenthesis, found +"),
    ("$[?'a']", 4, "a literal must be compared with something"),
    (
      "$[?True == @.a]", 4,
      "expected a path, a function, a literal, ! or an opening parenthesis, found T"
    ),
    (
      "$[?@.* == 1]", 4,
      "only a path to at most one node can be compared, one of names and positions"
    ),
    (
      "$[?size(@) == 1]", 4,
      "there is no function size: there are length, count, value, match and search"
    ),
    ("$[?length(@.a)]", 4, "what length() gives must be compared with something"),
    ("$[?match(@.a, 'x') == true]", 4, "what match() gives cannot be compared"),
    ("$[?match(@.a)]", 4, "match() takes 2 arguments"),
    ("$[?count() == 1]", 4, "count() takes one argument"),
    ("$[?count(1) == 1]", 10, "count() takes a path"),
    (
      "$[?length(@.*) == 1]", 11,
      "length() takes a literal, a path to at most one node, or a function that gives a value"
    ),
    ("$[?length(@.a == 1)]", 15, "expected a comma or ), found ="),
  ])
  func `A refused path is explained where it goes wrong`(
    path: String, column: Int, message: String
  ) {
    let error = #expect(throws: JSONPathSyntaxError.self) { try JSONPath(path) }
    #expect(error?.position.column == column)
    #expect(error?.reason.description == message)
  }

  @Test func `An error is shown under its character`() {
    let error = #expect(throws: JSONPathSyntaxError.self) { try JSONPath("$.é[?@.b == +1]") }
    #expect(
      error?.picture == """
        $.é[?@.b == +1]
                    ^ expected a literal, a path or a function, found +
        """)
    #expect(
      error?.description
        == "column 13: expected a literal, a path or a function, found +, in \"$.é[?@.b == +1]\"")
  }

  @Test func `Deep nesting is refused and not followed`() {
    for (open, close) in [("(", ")"), ("!(", ")"), ("@[?", "]"), ("length(", ")==1")] {
      let depth = 100_000
      let path =
        "$[?" + String(repeating: open, count: depth) + "@.a"
        + String(repeating: close, count: depth)
        + "]"
      let error = #expect(throws: JSONPathSyntaxError.self) { try JSONPath(path) }
      #expect(error?.reason == .tooDeep(limit: 64), "\(open)")
    }
  }
}
