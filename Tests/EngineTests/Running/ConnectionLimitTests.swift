import AccordContract
import AccordEngine
import AccordTestSupport
import Synchronization
import Testing

@Suite("Connections to one host are limited")
struct ConnectionLimitTests {
  private static let contract = Contract("Many") {
    for number in 1...24 { Get("/a/\(number)").timeout(.seconds(10)).expect(200) }
  }

  /// How many requests were there at once.
  private final class Crowd: Sendable {
    private struct State {
      var now = 0
      var most = 0
    }

    private let state = Mutex(State())

    var most: Int { state.withLock(\.most) }

    func enter() {
      state.withLock { state in
        state.now += 1
        state.most = max(state.most, state.now)
      }
    }

    func leave() { state.withLock { $0.now -= 1 } }
  }

  @Test(
    "No more connections are open than the limit says, and no more than there are jobs",
    arguments: [(1, 8), (3, 8), (8, 3), (nil, 2)] as [(Int?, Int)])
  func limited(limit: Int?, jobs: Int) throws {
    let crowd = Crowd()
    let (result, server) = try run(
      Self.contract,
      against: { _ in
        crowd.enter()
        return [
          .pause(.milliseconds(20)),
          .waiting {
            crowd.leave()
            return true
          }, .respond(),
        ]
      }
    ) {
      $0.jobs = jobs
      $0.connectionsPerHost = limit
    }
    let most = min(limit ?? jobs, jobs)
    #expect(result.outcomes == [String](repeating: "passed", count: 24))
    #expect(crowd.most <= most)
    #expect(server.connectionCount <= most)
    // Where more than one could be, more than one was.
    #expect(most == 1 || crowd.most > 1)
  }

  @Test("The time of a step does not run while it waits for a connection")
  func time() throws {
    let contract = Contract("Queue") {
      for number in 1...8 { Get("/a/\(number)").timeout(.milliseconds(900)).expect(200) }
    }
    let (result, server) = try run(
      contract, against: { _ in [.pause(.milliseconds(250)), .respond()] }
    ) {
      $0.jobs = 8
      $0.connectionsPerHost = 1
    }
    #expect(result.outcomes == [String](repeating: "passed", count: 8))
    #expect(server.connectionCount == 1)
    for record in result.records { #expect(record.duration < .milliseconds(900)) }
  }

  @Test("A redirect that waits for a connection waits no longer than its step may take")
  func redirected() throws {
    let contract = Contract("Redirects") {
      Get("/first").followRedirects().timeout(.seconds(20)).expect(200)
      Get("/second").followRedirects().timeout(.seconds(1)).expect(200)
    }
    let (result, _) = try run(
      contract,
      against: { request in
        // Another name is another origin, whose one connection the first step has.
        let port = request.head.split(separator: "127.0.0.1:").last?.prefix(while: \.isNumber) ?? ""
        let elsewhere = "http://localhost:\(port)/slow"
        switch request.target {
        case "/first": return [.respond(302, ["Location: \(elsewhere)"])]
        case "/second":
          return [.pause(.milliseconds(300)), .respond(302, ["Location: \(elsewhere)"])]
        default: return [.pause(.seconds(4)), .respond()]
        }
      }
    ) {
      $0.jobs = 4
      $0.connectionsPerHost = 1
    }
    let second = try #require(result.records.first { $0.title == "GET /second" })
    guard case .errored(.noTimeLeft(.seconds(1))) = second.outcome else {
      Issue.record("\(second.outcome)")
      return
    }
    #expect(second.exchanges.count == 1)
    #expect(result.recordsAsTheyEnded.map(\.title) == ["GET /second", "GET /first"])
  }

  @Test("An abandoned exchange gives its connection's place back")
  func abandoned() throws {
    let contract = Contract("Slow") {
      Get("/hangs").timeout(.milliseconds(200)).expect(200)
      Get("/breaks").expect(200)
      Get("/a").expect(200)
    }
    let (result, _) = try run(
      contract,
      against: { request in
        switch request.target {
        case "/hangs": [.hang]
        case "/breaks": [.reset]
        default: [.respond()]
        }
      }
    ) {
      $0.jobs = 4
      $0.connectionsPerHost = 1
    }
    #expect(result.outcomes == ["error", "error", "passed"])
  }

  @Test("A second origin has connections of its own")
  func origins() throws {
    let link = Variable("link", .link)
    let isThere = Mutex(false)
    let other = try ScriptedServer { _ in
      isThere.withLock { $0 = true }
      return [.respond()]
    }
    defer { other.stop() }
    let contract = Contract("Two", .linkOrigins(other.url(""))) {
      Scenario("away") {
        Get("/away").expect(200) { Capture(link, .json("$.link")) }
        Get(link).expect(200)
      }
      Get("/waits").expect(200)
    }
    // The second request is answered when the other origin was asked.
    let (result, _) = try run(
      contract,
      against: { request in
        request.target == "/away"
          ? [.respond(200, [], #"{"link": "\#(other.url("/x"))"}"#)]
          : [.waiting { isThere.withLock(\.self) }, .respond()]
      }
    ) {
      $0.jobs = 4
      $0.connectionsPerHost = 1
    }
    #expect(result.outcomes == ["passed", "passed", "passed"])
  }
}
