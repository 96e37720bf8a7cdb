import AccordContract
import AccordEngine
import AccordTestSupport
import Synchronization
import Testing

@Suite("Steps run side by side, as many as asked and as fast as asked")
struct ConcurrencyTests {
  /// Counts the requests that a server holds at once.
  private final class Gauge: Sendable {
    private let state = Mutex((now: 0, most: 0))
    var most: Int { state.withLock { $0.most } }
    func enter() {
      state.withLock {
        $0.now += 1
        $0.most = max($0.most, $0.now)
      }
    }
    func leave() { state.withLock { $0.now -= 1 } }
  }

  private func most(_ contract: Contract, jobs: Int) throws -> Int {
    let gauge = Gauge()
    let (result, _) = try run(
      contract,
      against: { _ in
        gauge.enter()
        return [
          .pause(.milliseconds(20)),
          .waiting {
            gauge.leave()
            return true
          },
          .respond(200),
        ]
      }
    ) { $0.jobs = jobs }
    #expect(result.footer.totals.passed == result.records.count)
    return gauge.most
  }

  @Test("Independent steps are in flight together, never more than the jobs", arguments: [1, 4])
  func jobs(jobs: Int) throws {
    let contract = Contract("Jobs") { for number in 0..<16 { Get("/\(number)").expect(200) } }
    let most = try most(contract, jobs: jobs)
    #expect(most == jobs)
  }

  @Test("Scenarios run beside one another; serialized ones do not")
  func serialized() throws {
    let contract = Contract("Serial") {
      Group("one after another", .serialized) {
        for number in 0..<6 {
          Scenario("s\(number)") {
            Get("/\(number)/a").expect(200)
            Get("/\(number)/b").expect(200)
          }
        }
      }
    }
    #expect(try most(contract, jobs: 8) == 1)
  }

  @Test("Serialized units keep the contract's order")
  func serialOrder() throws {
    let contract = Contract("Serial", .serialized) {
      for number in 0..<20 { Get("/\(number)").expect(200) }
    }
    let (_, server) = try run(contract, against: { _ in [.respond()] })
    #expect(server.requests.map(\.target) == (0..<20).map { "/\($0)" })
  }

  @Test("The rate holds over any second")
  func rate() throws {
    let times = Mutex<[ContinuousClock.Instant]>([])
    let contract = Contract("Rate") { for number in 0..<60 { Get("/\(number)").expect(200) } }
    _ = try run(
      contract,
      against: { _ in
        times.withLock { $0.append(.now) }
        return [.respond()]
      }
    ) {
      $0.rate = 40
      $0.jobs = 16
    }
    let arrivals = times.withLock { $0.sorted() }
    for (index, first) in arrivals.enumerated() {
      let inSecond = arrivals[index...].prefix { $0 - first < .seconds(1) }.count
      // One more is borne for the machine's own delays between sending and arriving.
      #expect(inSecond <= 41)
    }
  }

  /// About as fast as exchanges are: a moment that comes between two looks at the clock is not missed.
  @Test(
    "A run at a rate comes to its end", .timeLimit(.minutes(3)),
    arguments: [500, 1_000, 2_000, 4_000, 8_000, 16_000, 64_000] as [Double])
  func rateToTheEnd(rate: Double) throws {
    let contract = Contract("Rate") { for number in 0..<400 { Get("/\(number)").expect(200) } }
    let (result, _) = try run(contract, against: { _ in [.respond()] }) {
      $0.rate = rate
      $0.jobs = 2
    }
    #expect(result.footer.totals.passed == 400)
  }

  @Test("Fail-fast stops new work, skips the rest with the reason, and still cleans up")
  func failFast() throws {
    let contract = Contract("Fast") {
      Scenario("s") {
        Get("/made").expect(200)
        Cleanup { Delete("/made").expect(200) }
        Get("/fails").expect(404)
        Get("/later").expect(200)
      }
      for number in 0..<50 { Get("/\(number)").expect(200) }
    }
    let (result, server) = try run(contract, against: { _ in [.respond()] }) {
      $0.failsFast = true
      $0.jobs = 1
    }
    #expect(result.outcomes.prefix(4) == ["passed", "failed", "skipped", "passed"])
    #expect(server.requests.contains { $0.method == "DELETE" })
    #expect(result.footer.totals.skipped >= 50)
    #expect(result.records.last?.outcome.skipReason == .failFast)
  }

  @Test("Shuffling is an order that the seed determines")
  func shuffle() throws {
    let contract = Contract("Shuffle") { for number in 0..<30 { Get("/\(number)").expect(200) } }
    func order(seed: UInt64) throws -> [String] {
      try run(contract, against: { _ in [.respond()] }) {
        $0.jobs = 1
        $0.isShuffled = true
        $0.seed = seed
      }.server.requests.map(\.target)
    }
    let first = try order(seed: 5)
    #expect(first != (0..<30).map { "/\($0)" })
    #expect(Set(first).count == 30)
    #expect(try order(seed: 5) == first)
    #expect(try order(seed: 6) != first)
  }

  @Test("A closure that takes its time, and a large body, hold up no other step")
  func slowCheck() throws {
    let large = #"["# + String(repeating: "1,", count: 200_000) + "1]"
    let contract = Contract("Checks") {
      Get("/slow").expect(200) {
        Check("takes its time") { _ in
          let end = ContinuousClock.now + .milliseconds(300)
          while ContinuousClock.now < end {}
          return true
        }
      }
      Get("/large").expect(200) { JSON(.each(1)) }
      for number in 0..<20 { Get("/\(number)").expect(200) }
    }
    let (result, _) = try run(
      contract, against: { [.respond(200, [], $0.target == "/large" ? large : "")] }
    ) { $0.jobs = 4 }
    #expect(result.footer.totals.passed == 22)
    let lastTwo = result.recordsAsTheyEnded.suffix(2).map(\.title)
    #expect(Set(lastTwo) == ["GET /slow", "GET /large"])
  }
}
