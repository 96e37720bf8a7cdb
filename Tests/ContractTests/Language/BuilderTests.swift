import AccordContract
import Testing

struct BuilderTests {
  @Test(arguments: [(true, ["/a", "/b", "/1", "/2"]), (false, ["/a", "/c", "/1", "/2"])])
  func `Components are chosen and repeated`(flag: Bool, paths: [String]) {
    let shared: [Component] = []
    let group = Group("g") {
      if flag || !flag { Get("/a") }
      if flag { Get("/b") } else { Get("/c") }
      for number in 1...2 { Get("/\(number)") }
      if flag && !flag { Get("/never") }
      shared
    }
    #expect(
      group.components.map { if case .step(let step) = $0 { step.writtenTarget } else { "" } }
        == paths)
  }

  @Test(arguments: [true, false])
  func `Elements of a scenario are chosen and repeated`(flag: Bool) {
    let login: [Scenario.Element] = [.step(Get("/login"))]
    let scenario = Scenario("s") {
      login
      if flag { Get("/a") } else { Get("/b") }
      for number in 1...2 { Get("/\(number)") }
      Cleanup {
        if flag { Delete("/a") } else { Delete("/b") }
        for number in 1...2 { Delete("/\(number)") }
      }
      if flag { Get("/last") }
    }
    let written = scenario.elements.flatMap { element -> [String] in
      switch element {
      case .step(let step): [step.writtenRequest]
      case .cleanup(let cleanup): cleanup.steps.map(\.writtenRequest)
      }
    }
    let name = flag ? "a" : "b"
    #expect(
      written
        == ["GET /login", "GET /\(name)", "GET /1", "GET /2"]
        + ["DELETE /\(name)", "DELETE /1", "DELETE /2"] + (flag ? ["GET /last"] : []))
  }

  @Test(arguments: [true, false])
  func `Statements are chosen, repeated and shared`(flag: Bool) {
    let shared = [NoHeader("X-Shared")]
    let step = Get("/a").expect(200) {
      shared
      if flag { NoHeader("X-Yes") } else { NoHeader("X-No") }
      for name in ["X-1", "X-2"] { NoHeader(FieldName(name)) }
      if flag { NoHeader("X-Last") }
    }
    let names = step.expectation?.statements.map { statement -> String in
      if case .noField(let name) = statement.kind { name.text } else { "" }
    }
    #expect(
      names
        == ["X-Shared", flag ? "X-Yes" : "X-No", "X-1", "X-2"] + (flag ? ["X-Last"] : []))
  }
}
