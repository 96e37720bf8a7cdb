import AccordContract
import AccordEngine
import AccordHTTP
import AccordTestSupport
import Dispatch
import Synchronization
import Testing

@Suite("A run that cannot go on ends whole")
struct StoppingTests {
  @Test("An unreachable server is one error for all that has not run, at once")
  func unreachable() throws {
    let server = try ScriptedServer { _ in [.respond()] }
    let url = server.url("")
    server.stop()
    let contract = Contract("Gone") {
      for number in 0..<500 { Get("/\(number)").expect(200) }
      Scenario("s") {
        Get("/a").expect(200)
        Get("/b").expect(200)
      }
      Get("/off").disabled("not today").expect(200)
    }
    let start = ContinuousClock.now
    let result = try run(contract, at: url)
    #expect(ContinuousClock.now - start < .seconds(5))
    #expect(result.footer.totals.errors == 502)
    #expect(result.footer.totals.skipped == 1)
    #expect(result.footer.unreachable != nil)
    #expect(result.footer.requestCount <= 16)
    #expect(
      result.records.allSatisfy {
        if case .unreachable? = $0.outcome.problem { true } else { $0.outcome.skipReason != nil }
      })
  }

  @Test("A server that starts late is waited for, and nothing counts as tried before")
  func waits() throws {
    let probe = try ScriptedServer { _ in [.respond()] }
    let port = probe.port
    probe.stop()
    let late = Mutex<ScriptedServer?>(nil)
    DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(300)) {
      let server = try? ScriptedServer(port: port) { _ in [.respond()] }
      late.withLock { $0 = server }
    }
    let contract = Contract("Late") { for number in 0..<10 { Get("/\(number)").expect(200) } }
    let result = try run(contract, at: "http://127.0.0.1:\(port)") { $0.wait = .seconds(20) }
    late.withLock { $0?.stop() }
    #expect(result.footer.totals.passed == 10)
    #expect(result.footer.requestCount == 10)
    #expect(result.records.allSatisfy { $0.tries == 1 })
  }

  @Test("A server that dies on the way is not asked a thousand times more")
  func dies() throws {
    let server = try ScriptedServer { _ in [.respond()] }
    defer { server.stop() }
    let contract = Contract("Dies") {
      Get("/a").expect(200) {
        Check("the server dies") { _ in
          server.stop()
          return true
        }
      }
      for number in 0..<1_000 { Get("/\(number)").expect(200) }
    }
    let result = try run(contract, at: server.url("")) { $0.jobs = 1 }
    #expect(result.footer.totals.passed >= 1)
    #expect(result.footer.unreachable != nil)
    #expect(result.footer.requestCount < 100)
    #expect(result.footer.totals.count == 1_001)
  }

  @Test("A signal abandons what is in flight, runs the clean-ups, and every step has its outcome")
  func interrupted() throws {
    let interruption = Interruption()
    let contract = Contract("Signal") {
      Scenario("s") {
        Post("/made").expect(200)
        Cleanup { Delete("/made").expect(200) }
        Get("/hangs").expect(200)
        Get("/later").expect(200)
      }
      for number in 0..<100 { Get("/\(number)").expect(200) }
    }
    let (result, server) = try run(
      contract,
      against: { request in
        guard request.target == "/hangs" else { return [.respond()] }
        interruption.interrupt(signal: 2)
        return [.hang]
      }, interruption: interruption
    ) { $0.jobs = 1 }
    #expect(result.footer.signal == 2)
    #expect(result.outcomes.prefix(4) == ["passed", "error", "skipped", "passed"])
    #expect(server.requests.last?.method == "DELETE")
    #expect(result.footer.totals.count == 104)
    #expect(result.footer.totals.skipped == 101)
  }

  @Test("A second signal ends the clean-ups too")
  func interruptedTwice() throws {
    let interruption = Interruption()
    let contract = Contract("Signal") {
      Scenario("s") {
        Post("/made").expect(200)
        Cleanup {
          Delete("/hangs").expect(200)
          Delete("/made").expect(200)
        }
        Get("/hangs").expect(200)
      }
    }
    let start = ContinuousClock.now
    let (result, _) = try run(
      contract,
      against: { request in
        guard request.target == "/hangs" else { return [.respond()] }
        interruption.interrupt(signal: 15)
        return [.hang]
      }, interruption: interruption)
    #expect(ContinuousClock.now - start < .seconds(10))
    #expect(result.outcomes == ["passed", "error", "error", "skipped"])
  }

  @Test("Clean-ups after a signal have a time in which they end")
  func cleanupAllowance() throws {
    let interruption = Interruption()
    let contract = Contract("Signal") {
      Scenario("s") {
        Get("/hangs").expect(200)
        Cleanup {
          Delete("/hangs").expect(200)
          Delete("/later").expect(200)
        }
      }
    }
    let start = ContinuousClock.now
    let (result, _) = try run(
      contract,
      against: { request in
        if request.method == "GET" { interruption.interrupt(signal: 2) }
        return [.hang]
      }, interruption: interruption
    ) { $0.cleanupAllowance = .milliseconds(300) }
    #expect(ContinuousClock.now - start < .seconds(5))
    #expect(result.outcomes == ["error", "error", "skipped"])
  }
}
