import AccordContract
import AccordDocuments
import AccordEngine
import Testing

@testable import AccordReports

@Suite("The words for what is wrong with a URI template")
struct TemplateWordingTests {
  static let problems: [Worded<TemplateProblem>] = [
    Worded(
      .noValues(names: ["id", "post"]),
      "the path \"/users/{id}{?page}\" has braces in it and no values; give them behind it, "
        + "[\"id\": …, \"post\": …], or interpolate them, \\(id)"),
    Worded(
      .noValues(names: []),
      "the path \"/users/{id}{?page}\" has braces in it and no values; a variable is interpolated, "
        + "\\(id), and a brace as such is %7B or %7D"),
    Worded(
      .unknownName("pgae", among: ["id", "page"]),
      "\"pgae\" is no variable of \"/users/{id}{?page}\"; did you mean \"page\"?"),
    Worded(
      .unknownName("sort", among: ["id", "page"]),
      "\"sort\" is no variable of \"/users/{id}{?page}\"; it has {id} and {page}"),
    Worded(
      .unknownName("sort", among: []),
      "\"sort\" is no variable of \"/users/{id}{?page}\"; it has none"),
    Worded(
      .repeatedName("page"),
      "the variable \"page\" of \"/users/{id}{?page}\" is given two values; give one, which may be a "
        + "list: [\"page\": [\"a\", \"b\"]]"),
    Worded(
      .missingValue("id"),
      "{id} of \"/users/{id}{?page}\" has no value and stands in the path, where it cannot be left "
        + "out; add \"id\": …"),
    Worded(
      .prefixOfComposite("id"),
      "{id:…} of \"/users/{id}{?page}\" wants the beginning of a text, and its value is a list; give "
        + "a text, or write {id} or {id*}"),
    Worded(
      .prefixOfSecret("id"),
      "{id:…} of \"/users/{id}{?page}\" wants the beginning of a secret, which could not be "
        + "redacted; write {id}"),
    Worded(
      .fragment,
      "\"/users/{id}{?page}\" has a fragment, which is never sent (RFC 9110 section 7.1); leave it "
        + "out, or write # as %23"),
    Worded(
      .segment(variable: "id", value: ".."),
      "the value of {id} in \"/users/{id}{?page}\" is \"..\", which as a whole segment leads to "
        + "another path; where that is meant, write it in the path itself"),
  ]

  @Test("An unusable template", arguments: problems)
  func templates(_ worded: Worded<TemplateProblem>) {
    let problem = ContractProblem(
      .template("/users/{id}{?page}", worded.value), at: Samples.place)
    #expect(Wording().message(problem) == worded.message)
  }

  @Test("A text that is no template is shown with the place of the mistake")
  func syntax() throws {
    let error = try #require(throws: URITemplateSyntaxError.self) {
      try URITemplate("/users{?page, limit}")
    }
    #expect(
      Wording().message(
        ContractProblem(.template("/users{?page, limit}", .syntax(error)), at: .unknown))
        == "this is no URI template (RFC 6570):\n  /users{?page, limit}\n"
        + "               ^ expected a variable's name, found a space")
  }

  @Test("A value that would cut the path off")
  func fragment() {
    let wording = Wording()
    let problem = StepProblem.delimiter("#", variable: "path", value: "a#b")
    #expect(
      wording.message(problem)
        == "the value of path is \"a#b\", whose # would begin a fragment, and what comes after it is "
        + "never sent; nothing was sent")
    #expect(wording.kind(problem) == "value")
    #expect(
      wording.message(StepProblem.delimiter("?", variable: "p", value: "x?"))
        == "the value of p is \"x?\", whose ? would begin a query in the midst of the path; nothing was "
        + "sent")
  }
}
