import AccordDocuments
import Testing

struct XPathSyntaxErrorTests {
  private static let mistakes: [(String, Int, String)] = [
    ("", 1, "expected an expression, found the end"),
    ("//product[price > ]", 19, "expected an expression, found ]"),
    ("//product[price", 16, "expected ], found the end"),
    ("//", 3, "expected a name, *, @, an axis or a node test, found the end"),
    ("a/", 3, "expected a name, *, @, an axis or a node test, found the end"),
    ("/a b", 4, "expected an operator or the expression's end, found b"),
    ("a[1]]", 5, "expected an operator or the expression's end, found ]"),
    ("1+size(a)", 3, "there is no function size"), ("x:f(1)", 1, "there is no function x:f"),
    ("count(a, b)", 1, "count() takes one argument"),
    ("concat('a')", 1, "concat() takes at least 2 arguments"),
    ("substring('a')", 1, "substring() takes 2 or 3 arguments"),
    ("true(1)", 1, "true() takes no argument"),
    ("count('a')", 7, "expected a node set, found a string"),
    ("a | 1", 5, "expected a node set, found a number"),
    ("'a'[1]", 1, "expected a node set, found a string"),
    ("(1 = 1)/a", 1, "expected a node set, found a boolean"),
    ("//y:a", 3, "no namespace was given for the prefix y"),
    ("@y:*", 2, "no namespace was given for the prefix y"),
    ("$x + 1", 1, "the variable $x has no value: XPaths here have none"),
    ("sideways::a", 1, "there is no axis sideways"),
    ("'abc", 1, "the literal has no closing quotation mark"),
    ("a = \u{7}", 5, "no part of an XPath begins with the control character 7"),
    ("a ~ b", 3, "no part of an XPath begins with ~"),
    ("a != ! b", 6, "no part of an XPath begins with !"),
    ("é/a:", 5, "expected a name, found the end"), ("comment(1)", 9, "expected ), found 1"),
    ("processing-instruction(a)", 24, "expected a target in quotes or ), found a"),
    (".[1]", 2, "expected an operator or the expression's end, found ["),
    ("concat('a' 'b')", 12, "expected a comma or ), found 'b'"),
  ]

  @Test(arguments: mistakes)
  func `What is no XPath is refused at the character`(
    text: String, column: Int, reason: String
  ) throws {
    let error = #expect(throws: XPathSyntaxError.self) { try XPath(text) }
    #expect(error?.position.column == column)
    #expect(error?.reason.description == reason)
    #expect(error?.description == "column \(column): \(reason), in \"\(text)\"")
    #expect(error?.picture.hasSuffix("^ \(reason)") == true)
  }

  @Test func `Nesting and length are bounded`() throws {
    for (open, close) in [("(", ")"), ("a[", "]"), ("not(", ")")] {
      let text = String(repeating: open, count: 5000) + "1" + String(repeating: close, count: 5000)
      let error = #expect(throws: XPathSyntaxError.self) { try XPath(text) }
      #expect(error?.reason == .tooDeep(limit: 64))
    }
    let long = "a" + String(repeating: "|a", count: 50_000)
    let error = #expect(throws: XPathSyntaxError.self) { try XPath(long) }
    #expect(error?.reason == .tooLong(limit: 65_536))
  }

  @Test(arguments: ["+1", "/a", " or 1", "|a", "[1]", " = 1", "*1"])
  func `A long chain is not deep`(link: String) throws {
    let tree = try XMLTree(parsing: "<a/>")
    let text = "a" + String(repeating: link, count: 10_000)
    #expect(throws: Never.self) { try XPath(text).evaluate(on: tree) }
  }

  @Test func `A thousand minus signs are one or none`() throws {
    let tree = try XMLTree(parsing: "<a/>")
    let text = String(repeating: "-", count: 1001) + "1"
    #expect(try XPath(text).evaluate(on: tree).number == -1)
  }
}
