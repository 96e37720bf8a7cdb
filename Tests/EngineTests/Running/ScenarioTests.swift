import AccordContract
import AccordEngine
import AccordTestSupport
import Testing

@Suite("A scenario keeps its order, its variables and its clean-ups")
struct ScenarioTests {
  private static let cart = Variable("cart")

  private static let lifecycle = Contract("Shop") {
    Scenario("lifecycle") {
      Post("/cart").expect(201) { Capture(cart, .json("$.id")) }
      Cleanup { Delete("/cart/\(cart)").expect(.oneOf(204, 404)) }
      Get("/cart/\(cart)").expect(200)
    }
  }

  @Test("What is captured is sent")
  func captures() throws {
    let (result, server) = try run(
      Self.lifecycle,
      against: { $0.method == "POST" ? [.respond(201, [], #"{"id":"a/b"}"#)] : [.respond(200)] })
    #expect(server.requests.map(\.target) == ["/cart", "/cart/a%2Fb", "/cart/a%2Fb"])
    #expect(result.outcomes == ["passed", "passed", "failed"])
  }

  @Test("After a failed step the later ones are skipped, with the reason, and clean-up still runs")
  func failure() throws {
    let contract = Contract("Shop") {
      Scenario("lifecycle") {
        Post("/cart").expect(201) {
          Capture(Self.cart, .json("$.id"))
          Header("X-Missing", .any)
        }
        Cleanup { Delete("/cart/\(Self.cart)").expect(200) }
        Get("/cart/\(Self.cart)").expect(200)
      }
    }
    let (result, server) = try run(
      contract, against: { $0.method == "POST" ? [.respond(201, [], #"{"id":7}"#)] : [.respond()] })
    #expect(result.outcomes == ["failed", "skipped", "passed"])
    #expect(
      result.records[1].outcome.skipReason
        == .earlierStep(id: "lifecycle › POST /cart"))
    #expect(server.requests.map(\.line) == ["POST /cart HTTP/1.1", "DELETE /cart/7 HTTP/1.1"])
  }

  @Test("A clean-up whose variable was never bound has nothing to remove")
  func nothingToCleanUp() throws {
    let (result, server) = try run(Self.lifecycle, against: { _ in [.respond(500)] })
    #expect(result.outcomes == ["failed", "skipped", "skipped"])
    #expect(result.records[2].outcome.skipReason == .nothingToCleanUp(variable: "cart"))
    #expect(server.requests.count == 1)
  }

  @Test("Clean-ups run the last first, the steps of each in their order")
  func cleanupOrder() throws {
    let contract = Contract("Order") {
      Scenario("s") {
        Get("/1").expect(200)
        Cleanup {
          Delete("/a").expect(200)
          Delete("/b").expect(200)
        }
        Get("/2").expect(200)
        Cleanup { Delete("/c").expect(200) }
      }
    }
    let (_, server) = try run(contract, against: { _ in [.respond()] })
    #expect(server.requests.map(\.target) == ["/1", "/2", "/c", "/a", "/b"])
  }

  @Test("A step whose variable a known failure did not bind is skipped, not wrong")
  func unboundAfterKnownFailure() throws {
    let contract = Contract("Known") {
      Scenario("s") {
        Post("/cart").knownIssue("no id yet").expect(201) { Capture(Self.cart, .json("$.id")) }
        Get("/cart/\(Self.cart)").expect(200)
        Get("/health").expect(200)
      }
    }
    let (result, _) = try run(
      contract, against: { $0.method == "POST" ? [.respond(201, [], "{}")] : [.respond()] })
    #expect(result.outcomes == ["known", "skipped", "passed"])
    #expect(result.records[1].outcome.skipReason == .unbound(variable: "cart"))
  }

  @Test("A hostile value cannot leave its segment", arguments: ["..", ".", ""])
  func hostileCapture(value: String) throws {
    let (result, server) = try run(
      Self.lifecycle,
      against: {
        $0.method == "POST" ? [.respond(201, [], #"{"id":"\#(value)"}"#)] : [.respond()]
      })
    #expect(result.outcomes == ["passed", "error", "error"])
    #expect(server.requests.count == 1)
  }

  @Test("Cookies are kept where a scenario asks, within it, and nowhere else")
  func cookies() throws {
    let contract = Contract("Cookies", .serialized) {
      Scenario("keeps", .cookies) {
        Get("/set").expect(200)
        Get("/see").expect(200)
      }
      Scenario("keeps none") {
        Get("/set").expect(200)
        Get("/see").expect(200)
      }
      Scenario("keeps its own", .cookies) { Get("/see").expect(200) }
    }
    let (_, server) = try run(
      contract, against: { _ in [.respond(200, ["Set-Cookie: a=1; Path=/"])] })
    #expect(server.requests.map { $0.values("cookie") } == [[], ["a=1"], [], [], []])
  }

  @Test("A scenario of 5,000 skipped steps needs no deep stack")
  func longScenario() throws {
    let contract = Contract("Long") {
      Scenario("s") {
        Get("/fails").expect(404)
        for number in 0..<5_000 { Get("/\(number)").expect(200) }
      }
    }
    let (result, _) = try run(contract, against: { _ in [.respond()] })
    #expect(result.footer.totals.skipped == 5_000)
  }

  @Test("Generated values are the scenario's own and follow from the seed")
  func generated() throws {
    let order = Variable("order", .uuid)
    let count = Variable("count", .counter)
    let dice = Variable("dice", .random(1...1_000_000))
    let contract = Contract("Generated") {
      Scenario("a") {
        Get("/\(order)/\(count)/\(dice)").expect(200)
        Get("/\(order)/\(count)/\(dice)").expect(200)
      }
      Scenario("b") { Get("/\(order)/\(count)/\(dice)").expect(200) }
    }
    func targets() throws -> [String] {
      try run(contract, against: { _ in [.respond()] }) { $0.jobs = 1 }
        .server.requests.map(\.target)
    }
    let first = try targets()
    #expect(first[0] == first[1])
    #expect(first[0] != first[2])
    #expect(try targets() == first)
    #expect(first[0].split(separator: "/")[1] == "1")
    #expect(first[2].split(separator: "/")[1] == "2")
  }
}
