import AccordContract
import AccordEngine
import Testing

struct PlanStructureTests {
  @Test func `Units are scenarios and single steps, in the contract's order`() throws {
    let plan = try plan(
      Contract("c", .baseURL("http://h")) {
        Get("/a")
        Group("g") {
          Get("/b")
          Scenario("s") {
            Get("/c")
            Get("/d")
          }
        }
        Get("/e")
      })
    #expect(plan.name == "c")
    #expect(plan.baseURL == "http://h")
    #expect(plan.units.map(\.steps) == [0..<1, 1..<2, 2..<4, 4..<5])
    #expect(plan.units.map(\.isScenario) == [false, false, true, false])
    #expect(plan.units.map(\.section) == [0, 1, 1, 2])
    #expect(plan.steps.map(\.ordinal) == [0, 0, 1, 2, 0])
    #expect(plan.stepCountOfContract == 5)
  }

  @Test func `Clean-ups come last, and later ones first`() throws {
    let contract = Contract("c") {
      Scenario("s") {
        Post("/1")
        Cleanup {
          Delete("/1/a")
          Delete("/1/b")
        }
        Post("/2")
        Cleanup { Delete("/2") }
        Get("/3")
      }
    }
    let plan = try plan(contract)
    #expect(
      plan.steps.map(\.step.writtenRequest)
        == ["POST /1", "POST /2", "GET /3", "DELETE /2", "DELETE /1/a", "DELETE /1/b"])
    #expect(plan.steps.map(\.role) == [.step, .step, .step, .cleanup, .cleanup, .cleanup])
    #expect(plan.steps.map(\.ordinal) == [1, 2, 3, 1, 2, 3])
  }

  @Test func `A trait further in wins, and tags and link origins add up`() throws {
    let plan = try plan(
      Contract(
        "c", .tags("a"), .timeout(.seconds(9)), .connectTimeout(.seconds(1)), .knownIssue("outer"),
        .auth(.bearer("outer")), .linkOrigins("http://x"), .header("A", "1")
      ) {
        Group(
          "g", .tags("b"), .timeout(.seconds(5)), .knownIssue("inner"), .linkOrigins("http://y"),
          .header("B", nil)
        ) {
          Scenario("s", .tags("c"), .cookies, .auth(.none)) { Get("/a").tags("d") }
        }
        Get("/b")
      })
    let inner = plan.scopes[plan.steps[0].scope]
    #expect(plan.tags(of: plan.steps[0]) == ["a", "b", "c", "d"])
    #expect(inner.timeout == .seconds(5))
    #expect(inner.connectTimeout == .seconds(1))
    #expect(inner.knownIssue == "inner")
    #expect(inner.linkOrigins == ["http://x", "http://y"])
    #expect(inner.fields.map(\.name) == ["A", "B"])
    #expect(inner.keepsCookies)
    guard case AccordContract.Authorization.Scheme.none? = inner.authorization?.scheme else {
      Issue.record("\(inner)")
      return
    }
    let outer = plan.scopes[plan.steps[1].scope]
    #expect(plan.tags(of: plan.steps[1]) == ["a"])
    #expect(outer.timeout == .seconds(9) && outer.knownIssue == "outer" && !outer.keepsCookies)
  }

  @Test func `What is disabled is planned, and skipped with its reason`() throws {
    let plan = try plan(
      Contract("c") {
        Group("g", .disabled("outer")) {
          Get("/a")
          Get("/b").disabled("own")
        }
        Get("/c")
      })
    #expect(plan.steps.map(\.skipReason) == [.disabled("outer"), .disabled("own"), nil])
  }

  @Test func `What is serialized shares a queue, an inner one of its own`() throws {
    let plan = try plan(
      Contract("c") {
        Group("g", .serialized) {
          Get("/a")
          Get("/b")
          Group("h", .serialized) { Get("/c") }
        }
        Group("i", .serialized) { Get("/d") }
        Get("/e")
      })
    let queues = plan.steps.map { plan.scopes[$0.scope].serialQueue }
    #expect(queues[0] != nil && queues[0] == queues[1])
    #expect(queues[2] != nil && queues[2] != queues[0])
    #expect(queues[3] != nil && queues[3] != queues[0] && queues[3] != queues[2])
    #expect(queues[4] == nil)
  }

  @Test func `A seed determines the order of a shuffled plan`() throws {
    let contract = Contract("c") {
      for number in 1...30 { Get("/\(number)") }
      Scenario("s") {
        Get("/first")
        Get("/second")
      }
    }
    let plan = try plan(contract)
    func order(_ seed: UInt64) -> [String] {
      let shuffled = plan.shuffled(seed: seed)
      return shuffled.units.flatMap { shuffled.steps[$0.steps].map(shuffled.id(of:)) }
    }
    #expect(order(1) == order(1))
    #expect(order(1) != order(2))
    #expect(order(1) != plan.steps.map(plan.id(of:)))
    #expect(order(1).sorted() == plan.steps.map(plan.id(of:)).sorted())
    let first = try #require(order(3).firstIndex(of: "s › GET /first"))
    #expect(order(3).firstIndex(of: "s › GET /second") == first + 1)
  }
}
