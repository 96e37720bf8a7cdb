import AccordConformance
import AccordDocuments
import Foundation
import Testing

@Suite("accord rules")
struct RulesTests {
  private func run(_ arguments: String...) throws -> ToolRun.Outcome {
    try ToolRun(files: [:]).run(["rules"] + arguments, input: "")
  }

  @Test("All rules are listed by group, with their sections")
  func table() throws {
    let outcome = try run()
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("Methods\n"))
    for rule in RuleCatalogue.rules {
      #expect(outcome.output.contains("  \(rule.id) "))
      #expect(outcome.output.contains(rule.statement))
    }
    #expect(outcome.output.contains("RFC 9110 section 15.5.6"))
    #expect(outcome.output.hasSuffix("\n\(RuleCatalogue.rules.count) rules\n"))
  }

  @Test("The README's table is what is printed")
  func readme() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../README.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let begin = try #require(text.range(of: "<!-- accord rules -->\n"))
    let end = try #require(text.range(of: "<!-- end of accord rules -->"))
    #expect(
      try text[begin.upperBound..<end.lowerBound] == run("--format", "markdown").output[...],
      "put in its place what `accord rules --format markdown` prints")
  }

  @Test("One rule is explained")
  func one() throws {
    #expect(
      try run("http.405.allow").output == """
        http.405.allow  MUST

        A 405 says with Allow which methods the resource takes.

        What to change: Send Allow with every 405; the list may be empty, the field must be there.

        Sections: RFC 9110 section 15.5.6: https://www.rfc-editor.org/rfc/rfc9110#section-15.5.6
                  RFC 9110 section 10.2.1: https://www.rfc-editor.org/rfc/rfc9110#section-10.2.1
        Group:    Methods
        Profiles: http, rest, owasp
        Judged in every run with --conformance, without a request of its own.

        """)
  }

  @Test("Rules are chosen by the beginning of their ids and by profile")
  func chosen() throws {
    let all = try run("sec").output
    #expect(all.contains("sec.nosniff") && !all.contains("http.405.allow"))
    let standard = try run("sec", "--profile", "http").output
    #expect(!standard.contains("sec.nosniff") && standard.contains("sec.server-detail"))
  }

  @Test("As Markdown each group is a table whose rows have as many cells as its head")
  func markdown() throws {
    let lines = try run("--format", "markdown").output.split(separator: "\n")
    let rows = lines.filter { $0.hasPrefix("| `") }
    #expect(rows.count == RuleCatalogue.rules.count)
    #expect(rows.allSatisfy { $0.count { $0 == "|" } == 5 })
    #expect(
      lines.filter { $0.hasPrefix("### ") }.count == lines.filter { $0.hasPrefix("|---") }.count)
  }

  @Test("Of a rule that takes requests of its own is told what it may do")
  func active() throws {
    let output = try run("http.put.idempotent").output
    #expect(
      output.hasSuffix(
        """
        Judged by requests of its own, with accord probe. It makes what it changes, and removes it.

        """))
  }

  @Test("As JSON all is told of each rule")
  func json() throws {
    let root = try JSONDocument(parsing: try run("--format", "json").output).root
    #expect(root.count == RuleCatalogue.rules.count)
    for (rule, value) in zip(RuleCatalogue.rules, root.elements) {
      #expect(value.member("id")?.string == rule.id)
      #expect(value.member("level")?.string == rule.level.rawValue)
      #expect(value.member("sections")?.count == rule.citations.count)
      #expect(value.member("passive")?.boolean == (rule.passive != nil))
      #expect(value.member("active")?.boolean == (rule.active != nil))
      #expect(rule.passive != nil || rule.active != nil)
    }
  }

  @Test(
    "What is not there is refused",
    arguments: [
      (
        ["http.405.alow"], "error: there is no rule 'http.405.alow'; did you mean 'http.405.allow'?"
      ),
      (["x\u{1B}"], #"error: there is no rule 'x\u{1B}'; accord rules lists all of them"#),
      (["--profile", "soap"], "error: --profile takes http, rest or owasp, not 'soap'"),
    ])
  func refused(arguments: [String], complaint: String) throws {
    let outcome = try ToolRun(files: [:]).run(["rules"] + arguments, input: "")
    #expect(outcome.status == 64)
    #expect(outcome.errors == complaint + "\n")
    #expect(outcome.output.isEmpty)
  }
}
