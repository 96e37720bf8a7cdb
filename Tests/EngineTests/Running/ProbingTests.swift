import AccordContract
import AccordHTTP
import AccordRuns
import AccordTestSupport
import Synchronization
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

/// Reads a resource once, whatever it answers.
private struct OneRead: Study {
  static let safety = SafetyClass.readOnly
  static let roles: Set<Subject.Role> = [.document, .server]

  let answer: ObservedExchange

  static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> OneRead {
    OneRead(answer: try probe.read(subject.url).answered())
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
  private static let statusRule = Rule(
    "test.status", .must, .methods, "It is 200.", remedy: "Let it.",
    active: .of(OneRead.self) { study in
      .holds(
        study.answer.status == 200, else: .status, "is not 200",
        shownBy: [Exhibit("a read", study.answer.exchange, .status)])
    })
  private static let makeRule = Rule(
    "test.make", .must, .methods, "It is made.", remedy: "Let it.",
    active: .of(MadeItem.self) { _ in .conforms })

  /// Probes targets, in a contract that has no step.
  private func probe(
    _ conformance: Conformance, rules: [Rule] = [readRule],
    interruption: Interruption = Interruption(), change: (inout RunOptions) -> Void = { _ in },
    against respond: @escaping @Sendable (ReceivedRequest) -> [ScriptedServer.Action]
  ) throws -> (account: ConformanceAccount, result: RunResult, server: ScriptedServer) {
    let (result, server) = try run(
      Contract(conformance), against: respond, interruption: interruption
    ) {
      $0.catalogue = rules
      change(&$0)
    }
    return (try #require(result.footer.conformance), result, server)
  }

  private static let items = CollectionTarget("/items", item: "/items/{id}")
    .creates(["name": "one"]).creates(["name": "two"])

  @Test("Each target is judged by itself, the server as a whole by a path that answers")
  func targets() throws {
    let targets = Conformance("P", .header("X-Always", "1")) {
      DocumentTarget("/gone")
      DocumentTarget("/here")
    }
    let (account, result, server) = try probe(targets) {
      [.respond($0.target == "/here" ? 200 : 404)]
    }
    #expect(account.rules.map(\.target) == ["P › /gone", "P › /here", "P › server"])
    #expect(account.rules.map(\.verdict) == [.notApplicable, .conforms, .conforms])
    #expect(account.rules.first?.reason == "GET /gone answered 404")
    // One look at each document, and what the study sends.
    #expect(account.probed.map(\.requestCount) == [4, 4, 3])
    #expect(account.probed.allSatisfy { $0.location != .unknown })
    #expect(result.footer.requestCount == 11)
    #expect(server.requests.allSatisfy { $0.method == "GET" && $0.values("X-Always") == ["1"] })
    #expect(!account.fails)
    #expect(account.hasProbeVerdict)
  }

  @Test("A violation fails the run and names its target, with what shows it")
  func violation() throws {
    let count = Counter()
    let targets = Conformance("P") { DocumentTarget("/here") }
    let (account, _, _) = try probe(targets) { _ in
      [.respond(count.next() == 1 ? 206 : 200)]
    }
    let first = try #require(account.rules.first?.first)
    #expect(first.step == "P › /here")
    #expect(first.evidence.exhibits.map { $0.exchange.response?.status } == [206, 200, 200])
    #expect(account.fails)
  }

  @Test("What is broken below .knownIssue is known, and fails nothing", arguments: [true, false])
  func knownIssue(isOutside: Bool) throws {
    let here = { (traits: [AccordContract.Trait]) in
      Conformance("P", traits: traits, targets: [DocumentTarget("/here").target])
    }
    let contract = Contract("c") {
      if isOutside {
        Group("G", .knownIssue("ABC-12")) { here([]) }
      } else {
        here([.knownIssue("ABC-12")])
      }
    }
    let (broken, _) = try run(contract, against: { _ in [.respond(206)] }) {
      $0.catalogue = [Self.statusRule]
    }
    let account = try #require(broken.footer.conformance)
    #expect(account.rules.map(\.verdict) == [.violation, .violation])
    #expect(
      account.rules.map(\.known)
        == Array(repeating: KnownViolation(reason: "ABC-12", isByBaseline: false), count: 2))
    #expect(!account.fails && account.hasProbeVerdict)
    #expect(account.probed.allSatisfy { $0.remarks.isEmpty })
    let (kept, _) = try run(contract, against: { _ in [.respond(200)] }) {
      $0.catalogue = [Self.statusRule]
    }
    let probed = try #require(kept.footer.conformance).probed
    #expect(probed.map(\.remarks) == [[], [.issueGone("ABC-12")]])
  }

  @Test("A baseline knows a rule of a target, and no other one")
  func baseline() throws {
    let id = "P › /here"
    var review = BaselineReview(
      Baseline([BaselineEntry(id: id, kind: "rule", place: "test.status")]), file: "known.jsonl",
      today: CalendarDay(ofMillisecondsSince1970: 0))
    let targets = Conformance("P") {
      DocumentTarget("/here")
      DocumentTarget("/there")
    }
    let (account, _, _) = try probe(
      targets, rules: [Self.statusRule], change: { $0.reviews = [review] }
    ) { _ in
      [.respond(206)]
    }
    #expect(account.rules.map(\.known?.isByBaseline) == [true, nil, nil])
    #expect(account.rules.map(\.fails) == [false, true, true])
    review = BaselineReview(
      Baseline(), file: "known.jsonl", today: CalendarDay(ofMillisecondsSince1970: 0),
      takesInNewOnes: true)
    let (written, _, _) = try probe(
      targets, rules: [Self.statusRule], change: { $0.reviews = [review] }
    ) { _ in
      [.respond(206)]
    }
    #expect(!written.fails)
    #expect(
      review.update { _ in true }.baseline.entries.map(\.id)
        == [
          "P › /here", "P › server", "P › /there",
        ].sorted())
  }

  @Test("Requests carry the target's credentials unless they are to carry none")
  func credentials() throws {
    let targets = Conformance("P") { ProtectedTarget("/here", .bearer("sesame-1")) }
    let (account, result, server) = try probe(targets) {
      [.respond($0.values("Authorization").isEmpty ? 401 : 200)]
    }
    let sent = server.requests.map { $0.values("Authorization") }
    let own = ["Bearer sesame-1"]
    #expect(sent.prefix(4) == [own, own, own, []])
    #expect(result.secrets.contains("sesame-1"))
    #expect(account.rules.first?.verdict == .inconclusive)
    #expect(account.rules.first?.reason == "GET /here answered 401")
  }

  @Test("A server that does not answer is not asked on and on, and the run has no verdict")
  func silence() throws {
    let targets = Conformance("P") {
      DocumentTarget("/a")
      DocumentTarget("/b")
    }
    let (account, _, server) = try probe(
      targets,
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
    let posts = Counter()
    let reads = Counter()
    let targets = Conformance("P") {
      Self.items
      DocumentTarget("/later")
    }
    let (account, result, server) = try probe(
      targets, rules: [Self.makeRule, Self.readRule], interruption: interruption
    ) { request in
      switch (request.method, request.target) {
      case ("POST", _): return [.respond(201, ["Location: /items/\(posts.next())"])]
      case ("DELETE", _): return [.respond(204)]
      case (_, "/items"): return [.respond(200, ["Content-Type: application/json"], "[]")]
      default:
        guard reads.next() == 0 else { return [.respond(404)] }
        interruption.interrupt(signal: 2)
        return [.hang]
      }
    }
    let made = server.requests.count { $0.method == "POST" }
    #expect(made >= 1)
    #expect(server.requests.count { $0.method == "DELETE" } == made)
    #expect(!server.requests.contains { $0.target == "/later" })
    #expect(Set(account.probed.map(\.interruption)) == ["the run was stopped"])
    #expect(account.probed.allSatisfy { $0.leftovers.isEmpty })
    #expect(result.footer.signal == 2)
  }

  @Test("What cannot be removed is told")
  func leftovers() throws {
    let isMade = Mutex(false)
    let targets = Conformance("P") { Self.items }
    let (account, _, server) = try probe(targets, rules: [Self.makeRule]) { request in
      switch request.method {
      case "POST":
        isMade.withLock { $0 = true }
        return [.respond(201, ["Location: /items/1"])]
      case "GET":
        let list = isMade.withLock { $0 } ? #"[{"id":1}]"# : "[]"
        return [.respond(200, ["Content-Type: application/json"], list)]
      default: return [.respond(500)]
      }
    }
    #expect(
      account.probed.first?.leftovers == [server.url("/items/1") + " (DELETE answered 500)"])
    #expect(!account.wasCutShort, "it came to its end")
  }

  @Test("The rate of the run holds")
  func rate() throws {
    let start = ContinuousClock.now
    let targets = Conformance("P") { DocumentTarget("/here") }
    let (_, result, _) = try probe(targets, change: { $0.rate = 20 }) { _ in [.respond()] }
    #expect(result.footer.requestCount == 7)
    #expect(ContinuousClock.now - start >= .milliseconds(250))
  }

  @Test("The time that a busy server asks for is waited for, where that is on")
  func retryAfter() throws {
    let count = Counter()
    let targets = Conformance("P") { DocumentTarget("/here") }
    let (account, _, server) = try probe(targets, change: { $0.respectsRetryAfter = true }) { _ in
      count.next() == 1 ? [.respond(429, ["Retry-After: 0"])] : [.respond()]
    }
    #expect(account.rules.first?.verdict == .conforms)
    #expect(server.requests.count == 8)
  }
}
