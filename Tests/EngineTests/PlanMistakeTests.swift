import AccordContract
import AccordEngine
import Testing

struct PlanMistakeTests {
  @Test func `An example for what the path does not have is a problem`() {
    let found = problems(
      Contract("c") {
        Resource("/a/{id}", .example("id", 1), .example("idd", 2), .allows(.get)) { Get("/a/1") }
      })
    #expect(found.map(\.kindName) == ["unknownExample"])
  }

  @Test func `A Variable in text that takes none is a problem, not that text`() {
    // What the compiler makes of a Variable in a plain String; in a contract it warns.
    let text = "//a[@id='\(LostVariable.text(for: Variable("zi", .default("42"))))']"
    let steps = [
      Get("/a").expect(200) { XML(text, .absent) }, Get("/a").named(text).expect(200),
      Get("/a").expect(200) { JSON(text, .absent) },
      Get("/a").expect(200) { Text(.matches(text)) },
      Get("/a").expect(200) { Text(.equal(to: text)) },
    ]
    for step in steps {
      let found = problems(Contract("c") { step })
      guard case .lostVariable("zi") = found.first?.kind else {
        Issue.record("a lost variable should be told, and it is \(found.map(\.kindName))")
        return
      }
    }
  }
}
