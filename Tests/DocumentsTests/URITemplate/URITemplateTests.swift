import AccordDocuments
import Testing

struct URITemplateTests {
  @Test func `The variables are named in order, each once`() throws {
    let template = try URITemplate("/users{/id}{?page,limit,id*}{#page:3}")
    #expect(template.variables == ["id", "page", "limit"])
    #expect(try URITemplate("/users").variables.isEmpty)
  }

  private static let expansions: [(String, [String: URITemplateValue], String)] = [
    ("/users{?page,limit}", ["page": 2], "/users?page=2"),
    ("/users{/id}", ["id": "a/b c"], "/users/a%2Fb%20c"),
    ("{?list}", ["list": []], ""), ("{?list*}", ["list": []], ""), ("{?keys}", ["keys": [:]], ""),
    ("{?empty,gone}{;empty}", ["empty": ""], "?empty=;empty"),
    ("{?keys*}", ["keys": ["b": "1", "a": "2"]], "?b=1&a=2"),
    ("{;list*}{.list*}", ["list": ["", "x"]], ";list;list=x..x"),
    ("{+path:4}", ["path": "a%2Fb/c"], "a%2Fb/"),
    ("{path:2}", ["path": "%41b"], "%254"),
    ("{name:2}", ["name": "e\u{301}x"], "e%CC%81"),
    ("/it's/ü?x=%7B", [:], "/it's/%C3%BC?x=%7B"),
  ]

  @Test(arguments: expansions)
  func `A template is expanded`(
    text: String, values: [String: URITemplateValue], expected: String
  ) throws {
    #expect(try URITemplate(text).expand(values) == expected)
  }

  @Test func `An expansion tells what came from which value`() throws {
    let pieces = try URITemplate("/a{/b*}{;c,d}{?e*}").pieces([
      "b": ["x", ""], "c": "", "d": "/", "e": ["k": "v"],
    ])
    #expect(
      pieces.map { piece in piece.variable.map { "\($0)(\(piece.text))" } ?? piece.text } == [
        "/a", "/", "b(x)", "/", "b()", ";c", "c()", ";d=", "d(%2F)", "?", "e(k=v)",
      ])
  }

  private static let mistakes: [(String, Int, String)] = [
    ("/a b", 3, "a space cannot stand in a URI template; it is written %20"),
    ("/ä/{é}", 5, "there is no operator é"),
    ("/a}", 3, "} closes nothing; as a character it is %7D"),
    ("/%4", 2, "% has to be followed by two hexadecimal digits; alone it is %25"),
    ("/{id", 2, "the expression is not closed by }"),
    ("/{", 2, "the expression is not closed by }"),
    ("/{}", 3, "expected a variable's name, found }"),
    ("/{?a,}", 6, "expected a variable's name, found }"),
    ("/users{?page, limit}", 14, "expected a variable's name, found a space"),
    ("/{!a}", 3, "there is no operator !"),
    ("/{a:0}", 5, "the length of a prefix is a number from 1 to 9999 without zeros before it"),
    ("/{a:99999}", 5, "the length of a prefix is a number from 1 to 9999 without zeros before it"),
    ("/{a-b}", 4, "expected :, *, a comma or }, found -"),
    ("/{a.}", 5, "expected a variable's name, found }"),
  ]

  @Test(arguments: mistakes)
  func `What is no template is refused at the character`(
    text: String, column: Int, reason: String
  ) throws {
    let error = #expect(throws: URITemplateSyntaxError.self) { try URITemplate(text) }
    #expect(error?.position.column == column)
    #expect(error?.reason.description == reason)
    #expect(
      error?.picture.hasSuffix("\(String(repeating: " ", count: column - 1))^ \(reason)") == true)
  }

  @Test func `A prefix of a list is an error that names the variable`() throws {
    let template = try URITemplate("{?fields:3}")
    #expect(throws: URITemplateExpansionError.prefixOfComposite(variable: "fields")) {
      try template.expand(["fields": ["a", "b"]])
    }
    #expect(
      URITemplateExpansionError.prefixOfComposite(variable: "fields").description
        == "{fields:…} wants the beginning of a text, and fields is a list or an association")
  }
}
