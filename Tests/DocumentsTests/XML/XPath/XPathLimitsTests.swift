import AccordDocuments
import Testing

/// Expressions that take the square of a document's size, or more: they end with an answer or an
/// error.
struct XPathLimitsTests {
  private static func wide(_ count: Int) -> String {
    "<r>" + (0..<count).map { "<a i='\($0)'>\($0)</a>" }.joined() + "</r>"
  }

  @Test(
    .timeLimit(.minutes(5)),
    arguments: [
      "//*[count(//*) > 1]", "//*[//*[//*]]", "//a[preceding::a = following::a]",
      "//*[contains(/, 'nothing')]", "//*[/ = 'x']", "//a[string-length(/) = 0]",
      "//a[following-sibling::a[following-sibling::a]]", "//a[sum(//@i) < 0]",
      "//*[translate(/, '0', '') = '']", "//node()[normalize-space(/) = '']",
      "//a[concat(/, /, /, /) = '']", "//*[id(/)]",
    ])
  func `What takes too long ends in an error`(text: String) throws {
    let tree = try XMLTree(parsing: Self.wide(50_000))
    let path = try XPath(text)
    // The standard limit takes a second or so, and more where nothing is optimized.
    #expect(throws: XPathEvaluationError.tooManySteps(limit: 2_000_000)) {
      try path.evaluate(on: tree, limits: XPathLimits(maximumSteps: 2_000_000))
    }
  }

  @Test(
    .timeLimit(.minutes(5)),
    arguments: [
      ("//a = //@i", "true"), ("//a != //a", "true"), ("//a < //@i", "true"),
      ("count(//*//*)", "50001"),
      ("count(//a/following::a)", "49999"), ("count(//a/preceding::a)", "49999"),
      ("count(//*/descendant-or-self::*//*)", "50001"),
      ("count(//a/ancestor::*/descendant::a)", "50000"),
      ("//a[50000]/@i", "49999"),
    ])
  func `What seems to take the square does not`(text: String, expected: String) throws {
    let tree = try XMLTree(parsing: "<r>\(Self.wide(50_000))</r>")
    #expect(try XPath(text).evaluate(on: tree).string == expected)
  }

  @Test func `Nodes and text of a result are bounded`() throws {
    let tree = try XMLTree(parsing: Self.wide(1000))
    let path = try XPath("//a")
    #expect(throws: XPathEvaluationError.tooManyNodes(limit: 999)) {
      try path.evaluate(on: tree, limits: XPathLimits(maximumNodes: 999))
    }
    #expect(throws: XPathEvaluationError.tooMuchText(limit: 1000)) {
      try path.evaluate(on: tree, limits: XPathLimits(maximumText: 1000))
    }
    let joined = try XPath("string-length(concat(/, /, /, /, /))")
    #expect(throws: XPathEvaluationError.tooMuchText(limit: 5000)) {
      try joined.evaluate(on: tree, limits: XPathLimits(maximumText: 5000))
    }
    #expect(try joined.evaluate(on: tree).number == 14_450)
  }

  @Test func `The descriptions name the limit`() {
    #expect(
      XPathEvaluationError.tooManySteps(limit: 5).description
        == "the XPath takes more than 5 steps through the document")
    #expect(
      XPathEvaluationError.tooManyNodes(limit: 5).description == "the XPath gives more than 5 nodes"
    )
    #expect(
      XPathEvaluationError.tooMuchText(limit: 5).description
        == "the XPath gives more than 5 bytes of text")
  }
}
