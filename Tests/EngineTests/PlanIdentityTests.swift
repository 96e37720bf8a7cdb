import AccordContract
import AccordEngine
import Testing

struct PlanIdentityTests {
  private static let id = Variable("id", .default("1"))

  @Test func `An id is made of the names above a step and of what it sends`() throws {
    let contract = Contract("c") {
      Get("/a").query("q", "1")
      Group("g") {
        Resource("/r") { Put("/r/\(Self.id)") }
        Scenario("s") {
          Post("/s").named("create")
          Cleanup { Delete("/s") }
        }
      }
    }
    #expect(
      try ids(contract) == [
        "GET /a?q=1", "g › /r › PUT /r/{id}", "g › s › create", "g › s › cleanup › DELETE /s",
      ])
  }

  @Test func `Equal ids are told apart by their status, in a scenario by an ordinal too`() throws {
    let contract = Contract("c") {
      Get("/a").expect(200)
      Get("/a").expect(.oneOf(404, 410))
      Get("/b").expect(200)
      Scenario("s") {
        Get("/a").expect(200)
        Put("/a").expect(204)
        Get("/a").expect(200)
        Get("/a").expect(404)
        Get("/a").expect(200)
      }
    }
    #expect(
      try ids(contract) == [
        "GET /a → 200", "GET /a → 404 or 410", "GET /b", "s › GET /a → 200", "s › PUT /a",
        "s › GET /a → 200 (2)", "s › GET /a → 404", "s › GET /a → 200 (3)",
      ])
  }

  @Test func `Ids do not depend on the order of what is independent`() throws {
    let steps = [
      Get("/a").expect(200), Get("/a").expect(404), Get("/b").expect(200), Get("/c").named("x"),
    ]
    func contract(_ steps: [Step]) -> Contract {
      Contract("c") { for step in steps { step } }
    }
    let forward = try ids(contract(steps))
    #expect(try ids(contract(steps.reversed())) == forward.reversed())
    #expect(
      try ids(contract(steps), selecting: selection(filter: "404")) == ["GET /a → 404"],
      "an id is the same where the step that it resembles is not selected")
  }

  @Test func `Ids that stay equal are an error that names both lines`() throws {
    let line = #line
    let found = problems(
      Contract("c") {
        Get("/a").expect(200)
        Get("/b").expect(200)
        Get("/a").expect(200)
        Get("/a").expect(200).named("other")
      })
    #expect(found.map(\.location.line) == [line + 5])
    guard case .duplicateID("GET /a → 200", let first)? = found.first?.kind else {
      Issue.record("\(found)")
      return
    }
    #expect(first.line == line + 3)
    let scenarios = Contract("c") {
      Scenario("s") { Get("/a") }
      Scenario("s") { Get("/a") }
    }
    #expect(problems(scenarios).map(\.kindName) == ["duplicateID"])
  }
}
