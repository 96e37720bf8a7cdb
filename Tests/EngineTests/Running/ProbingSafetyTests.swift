import AccordContract
import AccordHTTP
import AccordTestSupport
import Synchronization
import Testing

@testable import AccordConformance
@testable import AccordEngine

/// Reads a resource with credentials and as nobody.
private struct BothWays: Study {
  static let safety = SafetyClass.readOnly
  static let roles: Set<Subject.Role> = [.document, .protected, .server]

  static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> BothWays {
    _ = try probe.read(subject.url)
    _ = try probe.read(subject.url, method: "TRACE", as: .none)
    _ = try probe.read(subject.url, as: .none)
    return BothWays()
  }
}

/// Makes an item.
private struct OneItem: Study {
  static let safety = SafetyClass.throwaway
  static let roles: Set<Subject.Role> = [.collection]

  static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> OneItem {
    _ = try probe.makeItem()
    return OneItem()
  }
}

@Suite("What a probe of a run keeps to itself, and what it waits for")
struct ProbingSafetyTests {
  private static func rule<S: Study>(_ study: S.Type) -> Rule {
    Rule(
      "test.rule", .must, .methods, "It is so.", remedy: "Let it.",
      active: .of(S.self) { _ in .conforms })
  }

  private static let key = Variable("key", .secret)

  /// Probes targets, in a contract that has no step.
  private func probe(
    _ conformance: Conformance, rules: [Rule], interruption: Interruption = Interruption(),
    change: (inout RunOptions) -> Void = { _ in },
    against respond: @escaping @Sendable (ReceivedRequest) -> [ScriptedServer.Action]
  ) throws -> (account: ConformanceAccount, result: RunResult, requests: [ReceivedRequest]) {
    let (result, server) = try run(
      Contract(conformance), against: respond, interruption: interruption
    ) {
      $0.catalogue = rules
      $0.bindings = ["key": .text("sesame-7")]
      change(&$0)
    }
    return (try #require(result.footer.conformance), result, server.requests)
  }

  @Test("Nobody's requests have no secret, in whichever field it stands")
  func nobody() throws {
    let targets = Conformance(
      "P", .header("X-Mine", "\(Self.key)"), .header("X-Shop-Token", "word")
    ) {
      DocumentTarget("/here")
    }
    let (_, _, requests) = try probe(targets, rules: [Self.rule(BothWays.self)]) { _ in [.respond()]
    }
    let seen = requests.map { ($0.method, $0.values("X-Mine") + $0.values("X-Shop-Token")) }
    #expect(seen.contains { $0.1 == ["sesame-7", "word"] })
    let traces = seen.filter { $0.0 == "TRACE" }
    #expect(traces.count == 2)
    #expect(traces.allSatisfy { $0.1.isEmpty })
    #expect(seen.count { $0.1.isEmpty } == 4)
  }

  @Test(
    "What nobody and somebody send alike is not said to be served without credentials",
    arguments: [true, false])
  func protected(hasSecret: Bool) throws {
    let field: AccordContract.Trait =
      hasSecret ? .header("X-Mine", "\(Self.key)") : .header("X-Mine", "1")
    let targets = Conformance("P", field) { ProtectedTarget("/here") }
    let rules = RuleCatalogue.rules.filter { $0.id == "http.auth.missing-401" }
    let (account, _, _) = try probe(targets, rules: rules) { _ in [.respond()] }
    #expect(rules.count == 1)
    // The server serves everybody: that is a fault where there is a secret to be left out.
    #expect(account.rules.first?.verdict == (hasSecret ? .violation : .notApplicable))
  }

  @Test("A key in the query is in no URL that is asked for again, and in nobody's requests")
  func queryKey() throws {
    let targets = Conformance("P", .auth(.apiKey("\(Self.key)", in: .query("k")))) {
      DocumentTarget("/here")
    }
    let (account, _, requests) = try probe(targets, rules: [Self.rule(BothWays.self)]) { _ in
      [.respond()]
    }
    #expect(account.probed.count == 2)
    #expect(Set(requests.map(\.target)) == ["/here", "/here?k=sesame-7"])
    #expect(requests.count { $0.method == "TRACE" && $0.target == "/here" } == 2)
  }

  @Test("A POST in flight is waited for after a signal, and what it made is removed")
  func signalDuringPOST() throws {
    let interruption = Interruption()
    let isMade = Mutex(false)
    let targets = Conformance("P") {
      CollectionTarget("/items", item: "/items/{id}").creates(["name": "one"])
    }
    let (account, _, requests) = try probe(
      targets, rules: [Self.rule(OneItem.self)], interruption: interruption
    ) { request in
      switch request.method {
      case "POST":
        isMade.withLock { $0 = true }
        interruption.interrupt(signal: 2)
        return [.pause(.milliseconds(300)), .respond(201, ["Location: /items/1"])]
      case "DELETE": return [.respond(204)]
      default:
        let list = isMade.withLock { $0 } ? #"[{"id":1}]"# : "[]"
        return [.respond(200, ["Content-Type: application/json"], list)]
      }
    }
    #expect(requests.count { $0.method == "POST" } == 1)
    #expect(requests.filter { $0.method == "DELETE" }.map(\.target) == ["/items/1"])
    #expect(account.probed.first?.interruption == "the run was stopped")
  }

  @Test("A POST that is given up after two signals is told")
  func givenUp() throws {
    let interruption = Interruption()
    let targets = Conformance("P") {
      CollectionTarget("/items", item: "/items/{id}").creates(["name": "one"])
    }
    let (account, _, requests) = try probe(
      targets, rules: [Self.rule(OneItem.self)], interruption: interruption
    ) { request in
      guard request.method == "POST" else { return [.respond(404)] }
      interruption.interrupt(signal: 2)
      interruption.interrupt(signal: 2)
      return [.hang]
    }
    #expect(requests.count { $0.method == "POST" } == 1)
    #expect(
      account.probed.first?.leftovers == ["what POST /items may have made, which was not answered"])
  }

  @Test("A target's server is waited for so long in all, and every sending counts")
  func patience() throws {
    let targets = Conformance("P") { DocumentTarget("/here") }
    let (account, result, requests) = try probe(
      targets, rules: [Self.rule(BothWays.self)],
      change: {
        $0.respectsRetryAfter = true
        $0.probing.patience = .milliseconds(1_500)
      }
    ) { _ in [.respond(429, ["Retry-After: 1"])] }
    // One of each target was sent again: the look at the document, and the first of the server's.
    #expect(requests.count == 4 + 1 + 3 + 1)
    #expect(account.probed.map(\.requestCount) == [5, 4])
    #expect(result.footer.requestCount == requests.count)
  }

  @Test("What was put off and then done is judged by what it shows")
  func deferred() throws {
    let count = Counter()
    let targets = Conformance("P") { DocumentTarget("/here") }
    let rules = RuleCatalogue.rules.filter { $0.id == "http.429.retry-after" }
    let (account, _, _) = try probe(
      targets, rules: rules, change: { $0.respectsRetryAfter = true }
    ) { _ in count.next() == 0 ? [.respond(429, ["Retry-After: 0"])] : [.respond()] }
    #expect(rules.count == 1)
    #expect(account.rules.first?.verdict == .conforms)
  }

  @Test("A POST that a busy server answered 503 is not sent again")
  func busyPOST() throws {
    let targets = Conformance("P") {
      CollectionTarget("/items", item: "/items/{id}").creates(["name": "one"])
    }
    let (_, _, requests) = try probe(
      targets, rules: [Self.rule(OneItem.self)], change: { $0.respectsRetryAfter = true }
    ) { request in
      request.method == "POST" ? [.respond(503, ["Retry-After: 0"])] : [.respond(404)]
    }
    #expect(requests.count { $0.method == "POST" } == 1)
  }
}
