import Testing

/// What the expectations of the case `secrets` show, said once more for all forms of its secrets.
@Suite("Secrets")
struct SecretTests {
  @Test("No form of a secret is in what is printed, nor in any report")
  func nowhere() throws {
    let test = CaseFolder(name: "secrets")
    let seen = try CaseRun(test).perform()
    let report = try #require(seen.report)
    let lines = try #require(seen.written["run.jsonl"])
    let page = try #require(seen.written["report.html"])
    // The server told all of them, so they would be there.
    #expect(seen.output.contains("You are Basic "))
    for text in [seen.output, seen.errors, report, lines, page] {
      for form in Self.forms {
        #expect(!text.contains(form), "\(form)")
      }
    }
  }

  /// As they were given, percent-encoded, as a form has them, as JSON and XML write them, and in
  /// Base64 as part of other text.
  private static let forms = [
    "to-ken/42", "to-ken%2F42", "to-ken\\/42", "42%22%C3%9F", "42\\\"ß", "42&quot;ß",
    "pass word", "pass%20word", "pass+word", "cGFzcyB3b3Jk", "BwYXNzIHdvcm", "pwYXNzIHdvcm",
    "s-0123456789",
  ]
}
