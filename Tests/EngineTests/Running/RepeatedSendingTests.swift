import AccordContract
import AccordEngine
import AccordHTTP
import AccordTestSupport
import Synchronization
import Testing

@Suite("Sending again: eventually, retry and redirects")
struct RepeatedSendingTests {
  @Test("Eventually judges each try; the last one counts, and the tries are told")
  func eventually() throws {
    let count = Mutex(0)
    let contract = Contract("Eventually") {
      Get("/a").eventually(within: .seconds(5), every: .milliseconds(5)).expect(200) {
        JSON(["ready": true])
      }
    }
    let (result, _) = try run(
      contract,
      against: { _ in
        let number = count.withLock { count in
          count += 1
          return count
        }
        return [.respond(200, [], #"{"ready":\#(number > 3)}"#)]
      })
    #expect(result.outcomes == ["passed"])
    #expect(result.records[0].tries == 4)
    #expect(!result.records[0].isFlaky)
  }

  @Test("Eventually ends with the findings of the last try when the time is over")
  func never() throws {
    let contract = Contract("Never") {
      Get("/a").eventually(within: .milliseconds(100), every: .milliseconds(10)).expect(204)
    }
    let (result, server) = try run(contract, against: { _ in [.respond(200)] })
    #expect(result.outcomes == ["failed"])
    #expect(result.records[0].findings.count == 1)
    #expect(result.records[0].tries == server.requests.count)
    #expect(result.records[0].tries > 1)
  }

  @Test("Retry repeats where there was no answer and marks the step flaky")
  func retry() throws {
    let contract = Contract("Retry") { Get("/a").retry(upTo: 3).expect(200) }
    let (result, _) = try run(
      contract,
      against: {
        $0.connection < 2 ? [.send("HTTP/1.1 200 OK\r\nContent-Le"), .close] : [.respond()]
      })
    #expect(result.outcomes == ["passed"])
    #expect(result.records[0].isFlaky)
    #expect(result.records[0].tries == 3)
    #expect(result.footer.totals.flaky == 1)
  }

  @Test("Where flaky steps fail, one that passed only when sent again has, and says so itself")
  func failingFlaky() throws {
    let contract = Contract("Flaky") {
      Scenario("One that goes on") {
        Get("/a").retry(upTo: 3).expect(200)
        Get("/b").retry(upTo: 3).expect(200)
      }
      Get("/c").retry(upTo: 3).knownIssue("ABC-1").expect(200)
      Get("/d").eventually(within: .seconds(5), every: .milliseconds(5)).expect(200)
    }
    let isBusy = Mutex(true)
    let respond: @Sendable (ReceivedRequest) -> [ScriptedServer.Action] = { request in
      if request.target == "/a", request.connection < 2 {
        return [.send("HTTP/1.1 200 OK\r\nContent-Le"), .close]
      }
      guard request.target == "/d" else { return [.respond()] }
      let isFirst = isBusy.withLock { isBusy in
        defer { isBusy = false }
        return isBusy
      }
      return [.respond(isFirst ? 503 : 200)]
    }
    for fails in [true, false] {
      isBusy.withLock { $0 = true }
      let (result, _) = try run(contract, against: respond) {
        $0.failsOnFlaky = fails
        $0.jobs = 1
      }
      // What follows in the scenario runs; tries that had answers make nothing flaky.
      #expect(result.outcomes == [fails ? "failed" : "passed", "passed", "fixed", "passed"])
      let step = result.records[0]
      #expect(step.isFlaky && step.tries == 3)
      #expect(step.findings.map(\.mismatch.place.kind) == (fails ? ["flaky"] : []))
      #expect(result.records[3].tries == 2)
      #expect(result.footer.totals.failed == (fails ? 1 : 0))
      #expect(result.footer.totals.flaky == 1)
    }
  }

  @Test("Retry never asks again for an answer that breaks the contract")
  func noRetryOfFailures() throws {
    let contract = Contract("Retry") { Get("/a").retry(upTo: 3).expect(200) }
    let (result, server) = try run(contract, against: { _ in [.respond(500)] })
    #expect(result.outcomes == ["failed"])
    #expect(server.requests.count == 1)
  }

  @Test("Redirects are not followed unless asked")
  func notFollowed() throws {
    let contract = Contract("Redirect") { Get("/a").expect(302) }
    let (result, server) = try run(
      contract, against: { _ in [.respond(302, ["Location: /b"])] })
    #expect(result.outcomes == ["passed"])
    #expect(server.requests.count == 1)
  }

  @Test("A followed redirect is an exchange of its own, and the last response is judged")
  func followed() throws {
    let contract = Contract("Redirect") {
      Post("/a").json(["x": 1]).followRedirects().expect(200) { Text("end") }
    }
    let (result, server) = try run(
      contract,
      against: { request in
        switch request.target {
        case "/a": [.respond(303, ["Location: b/c"])]
        case "/b/c": [.respond(307, ["Location: /end"])]
        default: [.respond(200, [], "end")]
        }
      })
    #expect(result.outcomes == ["passed"])
    #expect(result.records[0].exchanges.count == 3)
    #expect(
      server.requests.map(\.line) == [
        "POST /a HTTP/1.1", "GET /b/c HTTP/1.1", "GET /end HTTP/1.1",
      ])
    #expect(result.footer.requestCount == 3)
  }

  @Test("A loop of redirects ends with an error that names the limit")
  func loop() throws {
    let contract = Contract("Loop") { Get("/a").followRedirects(upTo: 4).expect(200) }
    let (result, server) = try run(
      contract, against: { _ in [.respond(302, ["Location: /a"])] })
    guard case .redirect(.tooManyHops(limit: 4))? = result.records[0].outcome.problem else {
      Issue.record("unexpected outcome: \(result.records[0].outcome)")
      return
    }
    #expect(server.requests.count == 5)
  }

  @Test("The time of a step holds over all hops of a redirect together")
  func timeOverHops() throws {
    let contract = Contract("Slow") {
      Get("/a").followRedirects(upTo: 50).timeout(.milliseconds(300)).expect(200)
    }
    let start = ContinuousClock.now
    let (result, _) = try run(
      contract,
      against: { _ in [.pause(.milliseconds(50)), .respond(302, ["Location: /a"])] })
    #expect(result.outcomes == ["error"])
    #expect(ContinuousClock.now - start < .seconds(5))
    #expect(result.records[0].exchanges.count < 20)
  }

  @Test("A link resolves against the response's URL; another origin is an error unless named")
  func links() throws {
    let next = Variable("next", .link)
    let contract = Contract("Links") {
      Scenario("same origin") {
        Get("/users").query("page", 1).expect(200) { Capture(next, .json("$.next")) }
        Get(next).expect(200)
      }
      Scenario("another origin") {
        Get("/evil").expect(200) { Capture(next, .header(.location)) }
        Get(next).expect(200)
      }
    }
    let (result, server) = try run(
      contract,
      against: { request in
        request.target == "/evil"
          ? [.respond(200, ["Location: http://127.0.0.1:1/x"])]
          : [.respond(200, [], #"{"next":"?page=2"}"#)]
      }
    ) { $0.jobs = 1 }
    #expect(result.outcomes == ["passed", "passed", "passed", "error"])
    #expect(server.requests.map(\.target) == ["/users?page=1", "/users?page=2", "/evil"])
    guard case .foreignLink? = result.records[3].outcome.problem else {
      Issue.record("unexpected outcome: \(result.records[3].outcome)")
      return
    }
  }
}
