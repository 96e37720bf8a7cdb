import AccordContract
import AccordEngine
import AccordHTTP
import AccordTestSupport
import Dispatch
import Synchronization
import Testing

@Suite("Retry-After is honoured")
struct RetryAfterTests {
  /// Answers the first requests so, and then 200.
  private static func server(
    _ first: [ScriptedServer.Action]...
  ) -> @Sendable (ReceivedRequest) -> [ScriptedServer.Action] {
    let count = Counter()
    return { _ in
      let number = count.next()
      return number < first.count ? first[number] : [.respond(200, [], "{}")]
    }
  }

  private static func busy(_ status: Int, _ value: String) -> [ScriptedServer.Action] {
    [.respond(status, ["Retry-After: \(value)"], "busy")]
  }

  private static func respecting(_ options: inout RunOptions) { options.respectsRetryAfter = true }

  @Test(
    "The request is sent again when the time is over, and the later answer is judged",
    arguments: [
      ("GET", 429), ("GET", 503), ("DELETE", 503), ("POST", 429), ("PATCH", 429),
    ] as [(String, Int)])
  func waits(method: String, status: Int) throws {
    let contract = Contract("Busy") { Request(Method(method), "/a").expect(200) }
    let start = ContinuousClock.now
    let (result, server) = try run(
      contract, against: Self.server(Self.busy(status, "1")), Self.respecting)
    #expect(result.outcomes == ["passed"])
    #expect(ContinuousClock.now - start >= .seconds(1))
    #expect(server.requests.map(\.method) == [method, method])
    let record = result.records[0]
    #expect(record.deferrals.map(\.status) == [status])
    #expect(try #require(record.deferrals[0].wait) >= .seconds(1))
    #expect(record.exchanges.map { $0.response?.status } == [status, 200])
    #expect(record.tries == 1)
    #expect(!record.isFlaky)
    #expect(result.footer.totals.waits == 1)
    #expect(result.footer.totals.waited >= .seconds(1))
    #expect(result.footer.totals.flaky == 0)
    #expect(result.footer.requestCount == 2)
  }

  @Test("A date counts from the answer's own Date, whatever this side's clock says")
  func date() throws {
    let contract = Contract("Busy") { Get("/a").expect(200) }
    let (result, _) = try run(
      contract,
      against: Self.server([
        .respond(
          503,
          [
            "Date: Sun, 06 Nov 1994 08:49:36 GMT", "Retry-After: Sun, 06 Nov 1994 08:49:37 GMT",
          ])
      ]), Self.respecting)
    #expect(result.outcomes == ["passed"])
    #expect(try #require(result.records[0].deferrals.first?.wait) >= .seconds(1))
  }

  @Test("A status that is expected is judged on the first answer", arguments: [429, 503])
  func expected(status: Int) throws {
    let contract = Contract("Limits") {
      Get("/a").expect(.oneOf(429, 503)) { Header(.retryAfter, "1") }
    }
    let (result, server) = try run(
      contract, against: Self.server(Self.busy(status, "1")), Self.respecting)
    #expect(result.outcomes == ["passed"])
    #expect(server.requests.count == 1)
    #expect(result.records[0].deferrals == [])
  }

  @Test("What may have been done is not sent again after 503", arguments: ["POST", "PATCH"])
  func notIdempotent(method: String) throws {
    let contract = Contract("Busy") { Request(Method(method), "/a").expect(200) }
    let (result, server) = try run(
      contract, against: Self.server(Self.busy(503, "1")), Self.respecting)
    #expect(result.outcomes == ["failed"])
    #expect(server.requests.count == 1)
    #expect(result.records[0].deferrals.map(\.course) == [.mayHaveActed(method: method)])
  }

  @Test("A wait that does not fit into the step's time is not made, and holds nothing up")
  func tooLong() throws {
    let contract = Contract("Busy", .serialized) {
      Get("/a").timeout(.seconds(5)).expect(200)
      Get("/b").expect(200)
    }
    let start = ContinuousClock.now
    let (result, _) = try run(
      contract, against: Self.server(Self.busy(429, "6")), Self.respecting)
    #expect(result.outcomes == ["failed", "passed"])
    #expect(ContinuousClock.now - start < .seconds(5))
    #expect(
      result.records[0].deferrals.map(\.course) == [
        .tooLong(asked: .seconds(6), limit: .seconds(5))
      ])
  }

  @Test(
    "A value that says nothing is told and not followed",
    arguments: ["soon", "-1", "1.5", "", "Sun, 06 Nov 1994 08:49:37 CET", "1, 1"])
  func unusable(value: String) throws {
    let contract = Contract("Busy") { Get("/a").expect(200) }
    let (result, server) = try run(
      contract, against: Self.server(Self.busy(429, value)), Self.respecting)
    #expect(result.outcomes == ["failed"])
    #expect(server.requests.count == 1)
    #expect(result.records[0].deferrals.map(\.course) == [.unusable(value)])
  }

  @Test("A server that always says 0 is asked a bounded number of times, with pauses")
  func endless() throws {
    let contract = Contract("Busy") { Get("/a").expect(200) }
    let start = ContinuousClock.now
    let (result, server) = try run(
      contract, against: { _ in Self.busy(429, "0") }, Self.respecting)
    #expect(result.outcomes == ["failed"])
    #expect(server.requests.count == 11)
    #expect(result.records[0].deferrals.last?.course == .tooOften(10))
    #expect(ContinuousClock.now - start >= .seconds(3))
  }

  @Test("The waits and the repeated requests of a step keep its time together")
  func bound() throws {
    let contract = Contract("Busy") { Get("/a").timeout(.seconds(3)).expect(200) }
    let (result, _) = try run(
      contract, against: Self.server(Self.busy(503, "1"), [.hang]), Self.respecting)
    #expect(result.outcomes == ["error"])
    guard case .transport(let error)? = result.records[0].outcome.problem else {
      Issue.record("unexpected outcome: \(result.records[0].outcome)")
      return
    }
    #expect(error.reason == .totalTimeout(.seconds(3)))
    #expect(result.records[0].duration < .milliseconds(3_500))
  }

  @Test("Nothing is waited for on loopback unless it is asked for")
  func loopback() throws {
    let contract = Contract("Busy") { Get("/a").expect(200) }
    let (result, server) = try run(contract, against: Self.server(Self.busy(429, "1")))
    #expect(result.outcomes == ["failed"])
    #expect(server.requests.count == 1)
  }

  @Test("Other hosts are waited for by default")
  func otherHost() throws {
    let server = try ScriptedServer(Self.server(Self.busy(429, "1")))
    defer { server.stop() }
    let contract = Contract("Busy") { Get("/a").expect(200) }
    let result = try run(contract, at: "http://api.test") {
      $0.client.connectTo = ["api.test:80:127.0.0.1:\(server.port)"]
    }
    #expect(result.outcomes == ["passed"])
    #expect(server.requests.count == 2)
  }

  @Test("Steps to the same origin hold back meanwhile, and lose none of their time")
  func holdsBack() throws {
    let contract = Contract("Busy") {
      Get("/first").expect(200)
      for number in 1...6 { Get("/other/\(number)").timeout(.milliseconds(900)).expect(200) }
    }
    let moments = Mutex<[ContinuousClock.Instant]>([])
    let respond = Self.server(Self.busy(429, "2"))
    let (result, server) = try run(
      contract,
      against: { request in
        moments.withLock { $0.append(.now) }
        return respond(request)
      }
    ) {
      $0.respectsRetryAfter = true
      $0.jobs = 1
    }
    #expect(result.outcomes == [String](repeating: "passed", count: 7))
    #expect(server.requests.count == 8)
    let seen = moments.withLock { $0 }
    for moment in seen.dropFirst() { #expect(moment - seen[0] >= .seconds(2)) }
  }

  @Test("Other origins go on while one is left alone")
  func otherOrigins() throws {
    let link = Variable("link", .link)
    let other = try ScriptedServer { _ in [.respond()] }
    defer { other.stop() }
    let contract = Contract("Two", .linkOrigins(other.url(""))) {
      Scenario("away") {
        Get("/away").expect(200) { Capture(link, .json("$.link")) }
        Get(link).expect(200)
      }
      Get("/busy").expect(200)
    }
    let first = Mutex(true)
    let (result, _) = try run(
      contract,
      against: { request in
        if request.target == "/away" {
          return [.respond(200, [], #"{"link": "\#(other.url("/x"))"}"#)]
        }
        return first.withLock { first in
          defer { first = false }
          return first ? Self.busy(503, "2") : [.respond()]
        }
      }
    ) {
      $0.respectsRetryAfter = true
      $0.jobs = 2
    }
    #expect(result.outcomes == ["passed", "passed", "passed"])
    #expect(result.recordsAsTheyEnded.map(\.endpoint).last == "/busy")
  }

  @Test("An eventually step waits as long as it is asked to, and within its own time only")
  func eventually() throws {
    let contract = Contract("Busy", .serialized) {
      Get("/a").eventually(within: .seconds(20), every: .milliseconds(1)).expect(200)
      Get("/b").eventually(within: .milliseconds(500), every: .milliseconds(1)).expect(204)
    }
    let respond = Self.server(Self.busy(503, "1"), [.respond(200)], Self.busy(503, "1"))
    let (result, server) = try run(contract, against: respond, Self.respecting)
    #expect(result.outcomes == ["passed", "failed"])
    #expect(server.requests.count == 3)
    #expect(try #require(result.records[0].deferrals.first?.wait) >= .seconds(1))
    #expect(
      result.records[1].deferrals.map(\.course) == [
        .tooLong(asked: .seconds(1), limit: .milliseconds(500))
      ])
  }

  @Test("A hop of a redirect waits too, and its wait is no hop")
  func redirect() throws {
    let contract = Contract("Busy") { Get("/a").followRedirects(upTo: 1).expect(200) }
    let (result, server) = try run(
      contract,
      against: Self.server(
        [.respond(302, ["Location: /b"])], Self.busy(429, "1"), Self.busy(429, "1")),
      Self.respecting)
    #expect(result.outcomes == ["passed"])
    #expect(server.requests.map(\.target) == ["/a", "/b", "/b", "/b"])
  }

  @Test("The time of an answer is without the answers that asked for time")
  func within() throws {
    let contract = Contract("Busy") { Get("/a").expect(200) { Within(.milliseconds(1_500)) } }
    let (result, _) = try run(
      contract,
      against: Self.server([
        .pause(.milliseconds(1_600)), .respond(503, ["Retry-After: 0"]),
      ]), Self.respecting)
    #expect(result.outcomes == ["passed"])
  }

  @Test("A signal ends the wait at once")
  func signal() throws {
    let interruption = Interruption()
    let contract = Contract("Busy") {
      Get("/a").expect(200)
      Get("/b").expect(200)
    }
    let start = ContinuousClock.now
    let (result, server) = try run(
      contract,
      against: { _ in
        DispatchQueue.global().asyncAfter(deadline: .now() + 0.3) {
          interruption.interrupt(signal: 2)
        }
        return Self.busy(429, "15")
      }, interruption: interruption
    ) {
      $0.respectsRetryAfter = true
      $0.jobs = 1
    }
    #expect(result.outcomes == ["error", "skipped"])
    // It was not sent again, so it was not waited either.
    #expect(result.records.first?.deferrals.map(\.course) == [.interrupted])
    #expect(server.requests.count == 1)
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  @Test("What is held back and was not sent is skipped as soon as --fail-fast stops the run")
  func failFast() throws {
    let contract = Contract("Busy") {
      Get("/breaks").expect(200)
      Get("/busy").expect(200)
      Get("/held").expect(200)
    }
    let isBusy = Mutex(false)
    let respond = Self.server(Self.busy(429, "2"))
    let (result, server) = try run(
      contract,
      against: { request in
        if request.target == "/breaks" {
          return [
            .waiting { isBusy.withLock(\.self) }, .pause(.milliseconds(300)), .respond(500),
          ]
        }
        isBusy.withLock { $0 = true }
        return respond(request)
      }
    ) {
      $0.respectsRetryAfter = true
      $0.failsFast = true
      $0.jobs = 2
    }
    #expect(result.outcomes == ["failed", "passed", "skipped"])
    #expect(server.requests.map(\.target).contains("/held") == false)
    #expect(result.recordsAsTheyEnded.map(\.endpoint).last == "/busy")
  }
}

/// Counts from 0.
final class Counter: Sendable {
  private let count = Mutex(0)

  func next() -> Int {
    count.withLock { count in
      defer { count += 1 }
      return count
    }
  }
}
