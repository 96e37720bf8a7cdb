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
    // Not as one that the server took too long for.
    guard case .errored(.interrupted) = result.records[1].outcome else {
      Issue.record("\(result.records[1].outcome)")
      return
    }
  }
}

@Suite("A run never waits for nothing")
struct ProgressTests {
  /// Runs on a thread of its own, so that a run that never ends fails the test and not the suite.
  private func ended(
    within limit: Duration, _ body: @escaping @Sendable () throws -> RunResult
  ) throws -> RunResult {
    let result = Mutex<RunResult?>(nil)
    let failure = Mutex<(any Error)?>(nil)
    let done = DispatchSemaphore(value: 0)
    DispatchQueue.global().async {
      do {
        let outcome = try body()
        result.withLock { $0 = outcome }
      } catch {
        failure.withLock { $0 = error }
      }
      done.signal()
    }
    let seconds = Double(limit.components.seconds)
    #expect(done.wait(timeout: .now() + seconds) == .success, "the run has not ended")
    if let error = failure.withLock({ $0 }) { throw error }
    return try #require(result.withLock { $0 })
  }

  @Test("A serialized scenario whose last steps are skipped makes way for the next one")
  func serialized() throws {
    let contract = Contract("Serial") {
      Group("g", .serialized) {
        Scenario("a") {
          Get("/fails").expect(404)
          Get("/skipped").expect(200)
        }
        Scenario("b") { Get("/b").expect(200) }
      }
    }
    let result = try ended(within: .seconds(20)) {
      try run(contract, against: { _ in [.pause(.milliseconds(100)), .respond()] }).result
    }
    #expect(result.outcomes == ["failed", "skipped", "passed"])
  }

  @Test("A step that is settled when its turn to be sent comes does not hold up its unit")
  func settledWhenSent() throws {
    let closed = try ScriptedServer { _ in [.respond()] }
    let url = closed.url("")
    closed.stop()
    let contract = Contract("Paced") {
      for name in ["a", "b"] {
        Scenario(name) {
          Get("/\(name)/1").expect(200)
          Get("/\(name)/2").expect(200)
        }
      }
    }
    let unreachable = try ended(within: .seconds(20)) {
      try run(contract, at: url) { $0.rate = 0.01 }
    }
    #expect(unreachable.outcomes == ["error", "error", "error", "error"])
    let stopped = try ended(within: .seconds(20)) {
      try run(contract, against: { _ in [.respond(500)] }) {
        $0.rate = 4
        $0.jobs = 2
        $0.failsFast = true
      }.result
    }
    #expect(stopped.outcomes == ["failed", "skipped", "skipped", "skipped"])
  }

  @Test("Fail-fast does not call a step wrong that still waits for its answer to become right")
  func failFastWhilePolling() throws {
    let count = Mutex(0)
    let contract = Contract("Polling") {
      Get("/order").eventually(within: .seconds(10), every: .milliseconds(20)).expect(200)
      Get("/fails").expect(404)
    }
    let result = try ended(within: .seconds(20)) {
      try run(
        contract,
        against: { request in
          guard request.target == "/order" else { return [.respond()] }
          let number = count.withLock { count in
            count += 1
            return count
          }
          return [.respond(number < 10 ? 503 : 200)]
        }
      ) { $0.failsFast = true }.result
    }
    #expect(result.outcomes == ["passed", "failed"])
  }

  @Test("A sink that cannot keep up holds back steps of running scenarios too")
  func backpressure() throws {
    let contract = Contract("Slow reader") {
      Scenario("s") { for number in 0..<400 { Get("/\(number)").expect(200) } }
    }
    var planner = Planner(contract, probesUnsafe: false, files: ContractFiles())
    let plan = try planner.plan(selecting: Selection())
    let server = try ScriptedServer { _ in [.respond()] }
    defer { server.stop() }
    let options = RunOptions(baseURL: try BaseURL(parsing: server.url("")), seed: 1)
    let sink = FullSink()
    let interruption = Interruption()
    DispatchQueue.global().asyncAfter(deadline: .now() + 1) {
      #expect(server.requests.count < 200)
      sink.open()
    }
    let footer = try Runner(plan, options: options, sink: sink, interruption: interruption).run()
    #expect(footer.totals.passed == 400)
  }

  /// Has room for a hundred events, until it is opened.
  private final class FullSink: EventSink {
    private let state = Mutex((count: 0, isOpen: false))
    var hasRoom: Bool { state.withLock { $0.isOpen || $0.count < 100 } }
    func receive(_ events: [Event]) { state.withLock { $0.count += events.count } }
    func open() { state.withLock { $0.isOpen = true } }
  }
}

@Suite("What a secret variable was to be bound to is secret")
struct CapturedSecretTests {
  @Test(
    "Also where the capture fails",
    arguments: [["X-Token: first-token", "X-Token: other-token"], ["X-Token: first-token"]])
  func failedCapture(fields: [String]) throws {
    let token = Variable("token", .secret, .integer)
    let contract = Contract("Secret") {
      Get("/a").expect(200) { Capture(token, .header("X-Token")) }
    }
    let (result, _) = try run(contract, against: { _ in [.respond(200, fields)] })
    #expect(result.outcomes == ["failed"])
    #expect(result.secrets.contains("first-token"))
    #expect(fields.count == 1 || result.secrets.contains("other-token"))
  }

  @Test("Text in a charset that is not read here is no fault of the server")
  func charset() throws {
    let contract = Contract("Charset") { Get("/a").expect(200) { Text(.containsText("x")) } }
    let (result, _) = try run(
      contract,
      against: { _ in [.respond(200, ["Content-Type: text/html; charset=windows-1252"], "x")] })
    #expect(result.outcomes == ["error"])
  }
}
