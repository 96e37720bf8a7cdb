import AccordContract
import AccordEngine
import AccordTestSupport
import Testing

@Suite("Every step has one outcome")
struct OutcomeTests {
  @Test("Passed, failed, observed, known, fixed and disabled are told apart")
  func outcomes() throws {
    let contract = Contract("Outcomes") {
      Get("/a").expect(200)
      Get("/b").expect(201)
      Get("/c")
      Get("/d").knownIssue("it is red").expect(201)
      Get("/e").knownIssue("it was red").expect(200)
      Get("/f").disabled("not today").expect(200)
    }
    let (result, _) = try run(contract, against: { _ in [.respond(200)] })
    #expect(result.outcomes == ["passed", "failed", "observed", "known", "fixed", "skipped"])
    #expect(result.footer.totals.count == 6)
    #expect(result.footer.totals.passed == 2)
    #expect(result.footer.totals.fixed == 1)
    #expect(result.footer.requestCount == 5)
    #expect(result.records[5].outcome.skipReason == .disabled("not today"))
  }

  @Test("A known issue or a disabled trait further out holds for what is below")
  func inherited() throws {
    let contract = Contract("Traits") {
      Group("old", .knownIssue("it is red")) { Get("/a").expect(201) }
      Resource("/b", .disabled("not today")) { Get("/b").expect(200) }
    }
    let (result, server) = try run(contract, against: { _ in [.respond(200)] })
    #expect(result.outcomes == ["known", "skipped"])
    #expect(server.requests.count == 1)
  }

  @Test("An answer that never comes is an error, not a failure, and the run goes on")
  func noAnswer() throws {
    let contract = Contract("Errors") {
      Get("/cut").expect(200)
      Get("/ok").expect(200)
    }
    let (result, _) = try run(
      contract, against: { $0.target == "/cut" ? [.send("HTTP/1.1 2"), .close] : [.respond(200)] })
    #expect(result.outcomes == ["error", "passed"])
    guard case .transport? = result.records[0].outcome.problem else {
      Issue.record("a transport error was expected, \(result.records[0].outcome) came")
      return
    }
  }

  @Test("Read-only sends safe methods and skips the rest with the reason")
  func readOnly() throws {
    let contract = Contract("Read only") {
      Get("/a").expect(200)
      Post("/a").expect(200)
      Options("/a").expect(200)
      Request("PURGE", "/a").expect(200)
    }
    let (result, server) = try run(contract, against: { _ in [.respond(200)] }) {
      $0.isReadOnly = true
    }
    #expect(result.outcomes == ["passed", "skipped", "passed", "skipped"])
    #expect(Set(server.requests.map(\.method)) == ["GET", "OPTIONS"])
    #expect(result.records[3].outcome.skipReason == .readOnly(method: "PURGE"))
  }

  @Test("All mismatches of a response are found at once, each with its own place")
  func allMismatches() throws {
    let contract = Contract("All") {
      Get("/a").expect(201) {
        Header(.contentType, "text/html")
        JSON(["id": 2, "name": .string])
        Within(.seconds(10))
      }
    }
    let (result, _) = try run(
      contract,
      against: { _ in [.respond(200, ["Content-Type: application/json"], #"{"id":1}"#)] })
    #expect(result.records[0].findings.count == 4)
    let lines = result.records[0].findings.map(\.location.line)
    #expect(Set(lines).count == 3)
  }

  @Test("The totals are those of the records, repetitions counted")
  func repetitions() throws {
    let contract = Contract("Repeat") {
      Get("/a").expect(200)
      Scenario("s") {
        Get("/b").expect(200)
        Get("/c").expect(404)
      }
    }
    let (result, server) = try run(contract, against: { _ in [.respond(200)] }) {
      $0.repetitions = 7
    }
    #expect(result.records.map(\.index) == Array(0..<21))
    #expect(result.footer.totals.passed == 14)
    #expect(result.footer.totals.failed == 7)
    #expect(server.requests.count == 21)
    #expect(Set(result.records.map(\.repetition)) == Set(1...7))
  }
}
