import AccordContract
import AccordHTTP
import AccordTestSupport
import Testing

@testable import AccordConformance
@testable import AccordEngine

/// Reads a resource so many times.
private struct ThreeReads: Study {
  static let safety = SafetyClass.readOnly
  static let roles: Set<Subject.Role> = [.document, .protected, .server]

  let answers: [ObservedExchange]

  static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> ThreeReads {
    ThreeReads(answers: [
      try probe.read(subject.url).answered(),
      try probe.read(subject.url, onNewConnection: true).answered(),
      try probe.read(subject.url, as: .none).usable(),
    ])
  }
}

/// Makes an item and reads it.
private struct MadeItem: Study {
  static let safety = SafetyClass.throwaway
  static let roles: Set<Subject.Role> = [.collection]

  static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> MadeItem {
    let url = try probe.makeItem(sample: 1)
    try probe.read(url).usable()
    return MadeItem()
  }
}

@Suite("Probes of a run")
struct ProbingTests {
  private static let readRule = Rule(
    "test.read", .must, .methods, "It is read.", remedy: "Let it.",
    active: .of(ThreeReads.self) { study in
      .holds(
        study.answers.allSatisfy { $0.status == 200 }, else: .status, "is not 200",
        shownBy: study.answers.map { Exhibit("a read", $0.exchange, .status) })
    })
  private static let makeRule = Rule(
    "test.make", .must, .methods, "It is made.", remedy: "Let it.",
    active: .of(MadeItem.self) { _ in .conforms })

  /// Runs a contract without steps, but with a probe of these paths.
  private func probe(
    _ kinds: [(path: String, kind: ProbeTarget.Kind)], rules: [Rule] = [readRule],
    credential: Credential? = nil, interruption: Interruption = Interruption(),
    change: (inout RunOptions) -> Void = { _ in },
    against respond: @escaping @Sendable (ReceivedRequest) -> [ScriptedServer.Action]
  ) throws -> (account: ConformanceAccount, result: RunResult, server: ScriptedServer) {
    let server = try ScriptedServer(respond)
    defer { server.stop() }
    let targets = kinds.enumerated().map { index, target in
      ResolvedTarget(
        id: "P › \(target.path)", index: index, location: .unknown,
        target: ProbeTarget(
          name: target.path, url: server.url(target.path), kind: target.kind),
        credential: credential, fields: [RequestField("X-Always", "1")])
    }
    let steps = Contract("C") { Get("/").disabled("the probe is what counts") }
    let result = try run(steps, at: server.url(""), interruption: interruption) {
      $0.probes = [
        ResolvedProbe(
          name: "P", location: .unknown, targets: targets, profile: .rest, rules: rules,
          allowed: [.readOnly, .throwaway], failsFrom: .must, serverIndex: kinds.count)
      ]
      change(&$0)
    }
    return (try #require(result.footer.conformance), result, server)
  }

  /// A collection at `/items` with one sample.
  private static var items: (path: String, kind: ProbeTarget.Kind) {
    var collection = ProbedCollection()
    collection.samples = [ProbeContent(type: "text/plain", octets: Array("x".utf8))]
    return ("/items", .collection(collection))
  }

  @Test("Each target is judged by itself, the server as a whole by a path that answers")
  func targets() throws {
    let (account, result, server) = try probe([("/gone", .document), ("/here", .document)]) {
      [.respond($0.target == "/here" ? 200 : 404)]
    }
    #expect(account.rules.map(\.target) == ["P › /gone", "P › /here", "P › the server"])
    #expect(account.rules.map(\.verdict) == [.notApplicable, .conforms, .conforms])
    #expect(account.rules.first?.reason == "GET /gone answered 404")
    #expect(account.probed.map(\.requestCount) == [3, 3, 3])
    #expect(result.footer.requestCount == 9)
    #expect(server.requests.allSatisfy { $0.method == "GET" && $0.values("X-Always") == ["1"] })
    #expect(!account.fails)
    #expect(account.hasProbeVerdict)
  }

  @Test("A violation fails the run and names its target, with what shows it")
  func violation() throws {
    let count = Counter()
    let (account, _, _) = try probe([("/here", .document)]) { _ in
      [.respond(count.next() == 0 ? 206 : 200)]
    }
    let first = try #require(account.rules.first?.first)
    #expect(first.step == "P › /here")
    #expect(first.evidence.exhibits.map { $0.exchange.response?.status } == [206, 200, 200])
    #expect(account.fails)
  }

  @Test("Requests carry the target's credentials unless they are to carry none")
  func credentials() throws {
    let credential = Credential(
      form: .field(name: "Authorization", value: "Bearer sesame-1"), secrets: ["sesame-1"])
    let (account, result, server) = try probe([("/here", .protected)], credential: credential) {
      [.respond($0.values("Authorization").isEmpty ? 401 : 200)]
    }
    let sent = server.requests.map { $0.values("Authorization") }
    #expect(sent.prefix(3) == [["Bearer sesame-1"], ["Bearer sesame-1"], []])
    #expect(result.secrets.contains("sesame-1"))
    #expect(account.rules.first?.verdict == .inconclusive)
    #expect(account.rules.first?.reason == "GET /here answered 401")
  }

  @Test("A server that does not answer is not asked on and on, and the run has no verdict")
  func silence() throws {
    let (account, _, server) = try probe(
      [("/a", .document), ("/b", .document)],
      rules: [Self.readRule, Self.other("1"), Self.other("2"), Self.other("3"), Self.other("4")]
    ) { $0.target == "/a" ? [.reset] : [.respond()] }
    #expect(account.wasCutShort)
    #expect(account.probed.first?.interruption == "3 requests in a row were not answered")
    #expect(server.requests.count { $0.target == "/a" } <= 6)
    #expect(account.rules.first { $0.target == "P › /b" }?.verdict == .conforms)
  }

  /// A rule with a reading of its own.
  private static func other(_ number: String) -> Rule {
    Rule(
      "test.\(number)", .must, .methods, "It is read.", remedy: "Let it.",
      active: ActiveJudgement(safety: .readOnly, roles: [.document]) {
        subject, probe throws(Obstacle) in
        try probe.read(subject.url).answered()
        return .conforms
      })
  }

  @Test("What was made is removed, also after a signal, and nothing else is sent then")
  func signal() throws {
    let interruption = Interruption()
    let (account, result, server) = try probe(
      [Self.items, ("/later", .document)], rules: [Self.makeRule, Self.readRule],
      interruption: interruption
    ) { request in
      switch (request.method, request.target) {
      case ("POST", _): return [.respond(201, ["Location: /items/1"])]
      case ("DELETE", _): return [.respond(204)]
      case (_, "/items/1"):
        interruption.interrupt(signal: 2)
        return [.hang]
      default: return [.respond()]
      }
    }
    let made = server.requests.count { $0.method == "POST" }
    #expect(made >= 1)
    #expect(server.requests.last.map { "\($0.method) \($0.target)" } == "DELETE /items/1")
    #expect(!server.requests.contains { $0.target == "/later" })
    #expect(account.probed.map(\.interruption) == ["the run was stopped", "the run was stopped"])
    #expect(account.probed.map(\.leftovers) == [[], []])
    #expect(result.footer.signal == 2)
  }

  @Test("What cannot be removed is told")
  func leftovers() throws {
    let (account, _, server) = try probe([Self.items], rules: [Self.makeRule]) { request in
      request.method == "POST"
        ? [.respond(201, ["Location: /items/1"])] : [.respond(request.method == "GET" ? 200 : 500)]
    }
    #expect(
      account.probed.first?.leftovers == [server.url("/items/1") + " (DELETE answered 500)"])
    #expect(!account.wasCutShort, "it came to its end")
  }

  @Test("The rate of the run holds")
  func rate() throws {
    let start = ContinuousClock.now
    let (_, result, _) = try probe([("/here", .document)], change: { $0.rate = 20 }) { _ in
      [.respond()]
    }
    #expect(result.footer.requestCount == 6)
    #expect(ContinuousClock.now - start >= .milliseconds(250))
  }

  @Test("The time that a busy server asks for is waited for, where that is on")
  func retryAfter() throws {
    let count = Counter()
    let (account, _, server) = try probe(
      [("/here", .document)], change: { $0.respectsRetryAfter = true }
    ) { _ in count.next() == 1 ? [.respond(429, ["Retry-After: 0"])] : [.respond()] }
    #expect(account.rules.first?.verdict == .conforms)
    #expect(server.requests.count == 7)
  }
}
