import AccordContract
import AccordDocuments
import Testing

struct TemplateProblemTests {
  private static let secret = Variable("secret", .secret)
  private static let id = Variable("id")

  @Test(
    arguments: [
      ("/a{?b}", ["c": 1], [.unknownName("c", among: ["b"])]),
      ("/a", ["c": 1], [.unknownName("c", among: [])]),
      ("/a{?b}", ["b": 1, "b": 2], [.repeatedName("b")]),
      ("/\(id)/{id}", ["id": 2], [.repeatedName("id")]),
      ("/a/{b}", [:], [.missingValue("b")]),
      ("/a/{b}", ["b": []], [.missingValue("b")]),
      ("/a/{+b}/{c,b}{?d}", ["d": 1], [.missingValue("b"), .missingValue("c")]),
      ("/a/{b}", ["bb": 1], [.unknownName("bb", among: ["b"])]),
      ("/a{/b}{/c*}{;d}{.e}{?f}{&g}", [:], []),
      ("/a?q={q}", [:], []),
      ("/a{?b:2}", ["b": ["x"]], [.prefixOfComposite("b")]),
      ("/a{?b:2}", ["b": "\(secret)"], [.prefixOfSecret("b")]),
      ("/a{?b}", ["b": "\(secret)"], []),
      ("/a{#b}", ["b": 1], [.fragment]), ("/a#b", [:], [.fragment]), ("/a%23b", [:], []),
      ("/a/{b}", ["b": ".."], [.segment(variable: "b", value: "..")]),
      ("/a/{b}/c", ["b": ""], [.segment(variable: "b", value: "")]),
      ("/a{/b*}", ["b": ["x", "."]], [.segment(variable: "b", value: "x,.")]),
      ("/a/../{b}", ["b": "x"], []), ("/a/.{b}", ["b": "x"], []), ("/a?b={b}", ["b": ".."], []),
    ] as [(Template, KeyValuePairs<String, TemplateValue>, [TemplateProblem])])
  func `What is wrong with a template is found where the contract is made`(
    path: Template, values: KeyValuePairs<String, TemplateValue>, problems: [TemplateProblem]
  ) {
    let path = TemplatedPath(path, values.map { ($0.key, $0.value) })
    #expect(path.problems == problems)
  }

  @Test func `Text that is no template is a problem at its character`() {
    guard case .syntax(let error)? = TemplatedPath("/a/{b", []).problems.first else {
      Issue.record("no problem")
      return
    }
    #expect(error.position.column == 4)
  }

  @Test(
    arguments: [
      ("/users/{id}", ["id"]), ("/users{?page,limit}", ["page", "limit"]),
      ("/a/{id}/{id}{?x*}", ["id", "x"]), ("/a/{b-c}", []), ("/a/{", []), ("/a{b/c", []),
      ("/a/{}", []), ("/\(id)/{b}", ["b"]), ("/a?x={id}", ["id"]),
    ] as [(Template, [String])])
  func `A path with expressions and no values is noticed`(path: Template, names: [String]) {
    #expect(TemplateProblem.forgottenValues(in: path) == .noValues(names: names))
  }

  @Test(
    arguments: [
      "/a", "/\(id)", #"/a?filter={"a":1}"#, "/a?x={", "/a?x={}", "/%7Bid%7D", "/a}",
    ] as [Template])
  func `Braces that begin no expression stand for themselves in a query`(path: Template) {
    #expect(TemplateProblem.forgottenValues(in: path) == nil)
  }
}
