import AccordConformance
import AccordContract
import AccordDocuments
import Testing

@testable import AccordEngine

@Suite("Targets that are held to rules, in a plan")
struct PlanProbeTests {
  private static let token = Variable("token", .secret)

  private static func shop(_ name: String = "Shop", adding extra: [Conformance] = []) -> Contract {
    Contract("c") {
      Get("/health").expect(200)
      for conformance in extra { conformance }
      Group("G", .tags("outer"), .auth(.bearer("sesame-outer"))) {
        Conformance(name, .tags("rules")) {
          CollectionTarget("/cart", item: "/cart/{id}").creates(["a": 1]).tags("writes")
          DocumentTarget("/products/1")
          ProtectedTarget("/account", .bearer(token)).named("me")
        }
      }
    }
  }

  private func targets(_ selection: Selection) throws -> [String] {
    try plan(Self.shop(), selecting: selection).probes.flatMap(\.targets).map(\.id)
  }

  @Test("Ids are made of the names above a target; the server is the last of them")
  func ids() throws {
    let plan = try plan(Self.shop())
    #expect(plan.hasProbes && plan.targetCountOfContract == 4)
    #expect(
      plan.probes.flatMap(\.targets).map(\.id) == [
        "G › Shop › /cart", "G › Shop › /products/1", "G › Shop › me", "G › Shop › server",
      ])
    let server = try #require(plan.probes.first?.targets.last?.target)
    #expect(server.path.description == "/products/1")
    #expect(plan.probes.first?.section == 1)
  }

  @Test("Targets are chosen by tag and id as steps are")
  func selected() throws {
    #expect(try targets(selection(tags: ["writes"])) == ["G › Shop › /cart"])
    #expect(try targets(selection(tags: ["outer"])).count == 4)
    #expect(
      try targets(selection(skipping: ["writes"])) == [
        "G › Shop › /products/1", "G › Shop › me", "G › Shop › server",
      ])
    #expect(try targets(selection(filter: "Shop › /")).count == 2)
    #expect(try targets(selection(filter: "^GET")) == [])
    var again = Selection()
    again.onlyIDs = [ExactText("G › Shop › me")]
    #expect(try targets(again) == ["G › Shop › me"])
    #expect(try plan(Self.shop(), selecting: selection(filter: "^GET")).targetCountOfContract == 4)
  }

  @Test("A contract needs no step beside a Conformance, which needs a target")
  func alone() throws {
    let plan = try plan(Contract(Conformance("Shop") { DocumentTarget("/a") }))
    #expect(plan.steps.isEmpty && !plan.isEmpty)
    #expect(plan.probes.first?.targets.map(\.id) == ["Shop › /a", "Shop › server"])
    #expect(problems(Contract(Conformance("Shop") {})).map(\.kindName) == ["emptyComponent"])
  }

  @Test("What is settled further out and on it is known, and nothing where it is disabled")
  func settings() throws {
    let contract = Contract("c", .conformance(.owasp, skipping: "json")) {
      Conformance("a") { DocumentTarget("/a") }
      Conformance(
        "b", .profile(.http), .strict, .only("http"), .skipping("sec"), .allowing(.mutating),
        .disabled("ABC-1")
      ) { DocumentTarget("/a") }
    }
    let probes = try plan(contract).probes
    #expect(probes.map(\.settings.profile) == [.owasp, .http])
    #expect(probes.map(\.settings.without) == [["json"], ["json", "sec"]])
    #expect(probes.map(\.settings.only) == [[], ["http"]])
    #expect(probes.map(\.settings.isStrict) == [false, true])
    #expect(probes.map(\.settings.risks) == [[], [.mutating]])
    #expect(probes.map(\.skipReason) == [nil, .disabled("ABC-1")])
    #expect(try plan(Self.shop()).probes.first?.settings == ProbeSettings())
  }

  @Test("What the command line says goes before what the contract says")
  func terms() {
    var settings = ProbeSettings()
    settings.profile = .http
    settings.only = ["http"]
    settings.without = ["sec"]
    #expect(
      ProbeTerms(settings, ProbeOptions()).selection
        == RuleSelection(profile: .http, only: ["http"], without: ["sec"]))
    var options = ProbeOptions()
    options.profile = .owasp
    options.only = ["json"]
    options.without = ["xml"]
    options.isStrict = true
    options.mode = .warn
    options.risks = [.intrusive]
    let terms = ProbeTerms(settings, options)
    #expect(
      terms.selection
        == RuleSelection(profile: .owasp, only: ["json"], without: ["sec", "xml"]))
    #expect(terms.isStrict && terms.mode == .warn)
    #expect(ProbeTerms(ProbeSettings(), ProbeOptions()).selection.profile == .rest)
  }

  @Test("Only what is named is made, and nothing where only reading is allowed")
  func allowed() {
    var settings = ProbeSettings()
    let made = CollectionTarget("/a").creates(1).target
    let read = CollectionTarget("/a").rejects(1).target
    func allowed(_ target: ConformanceTarget, isReadOnly: Bool = false) -> Set<SafetyClass> {
      ProbeTerms(settings, ProbeOptions()).allowed(on: target, isReadOnly: isReadOnly)
    }
    #expect(allowed(made) == [.readOnly, .throwaway])
    #expect(allowed(read) == [.readOnly])
    settings.risks = [.mutating, .intrusive]
    #expect(allowed(read) == [.readOnly, .mutating, .intrusive])
    #expect(allowed(made, isReadOnly: true) == [.readOnly])
  }

  @Test(
    "What cannot be is a problem of the contract, with its line",
    arguments: [
      (CollectionTarget("/a", item: "/a"), ["conformanceTarget"]),
      (CollectionTarget("/a/{id}"), ["conformanceTarget"]),
      (CollectionTarget("/a b"), ["target"]),
      (CollectionTarget("/a", item: "/a b/{id}"), ["target"]),
      (CollectionTarget("/a").creates(1, type: "json"), ["conformanceTarget"]),
      (CollectionTarget("/a").creates(["a": 1, "a": 2]), ["duplicateMember"]),
      (CollectionTarget("/a").creates(.number("01")), ["notANumber"]),
      (CollectionTarget("/a").creates(body: .file("none.csv"), type: "text/csv"), ["missingFile"]),
      (CollectionTarget("/a").creates(1).replaces(2).replaces(3), ["conformanceTarget"]),
      (CollectionTarget("/a").patches(.merge), ["conformanceTarget"]),
      (CollectionTarget("/a").creates(1).idempotencyKey("a b"), ["fieldName"]),
      (CollectionTarget("/a").auth(.bearer("abc")), ["shortCredential"]),
      (CollectionTarget("/a").creates(1).patches(.json), []),
      (CollectionTarget("/a").allowsOrigin("https://a.example/"), ["conformanceTarget"]),
      (CollectionTarget("/a").allowsOrigin("https://a.example"), []),
      (CollectionTarget("/a").pages(by: .number("")), ["conformanceTarget"]),
      (CollectionTarget("/a").pages(by: .number("page")), []),
    ] as [(CollectionTarget, [String])])
  func targetProblems(target: CollectionTarget, kinds: [String]) {
    let line = #line
    let found = problems(
      Contract("c") {
        Conformance("p") { target }
      })
    #expect(found.map(\.kindName) == kinds)
    #expect(found.allSatisfy { $0.location.line == line + 3 })
  }

  @Test("So are unknown rules, traits that mean nothing and targets of one id")
  func otherProblems() {
    let found = problems(
      Contract("c", .strict) {
        Conformance("p", .only("http.nothing"), .knownIssue("x"), .serialized) {
          DocumentTarget("/a")
          ProtectedTarget("/a")
          DocumentTarget("/server").named("server")
        }
        Group("g", .skipping("no.such")) { Get("/b") }
      })
    #expect(
      found.map(\.kindName).sorted() == [
        "conformanceTarget", "conformanceTarget", "misplacedTrait", "misplacedTrait",
        "misplacedTrait", "unknownRule", "unknownRule",
      ])
  }

  @Test("A variable that nothing binds is known before anything is sent")
  func unbound() throws {
    let (a, b, c, d) = (Variable("a"), Variable("b"), Variable("c"), Variable("d", .uuid))
    let contract = Contract("c") {
      Scenario("s") { Get("/x").expect(200) { Capture(c, .json("$.c")) } }
      Conformance("p", .header("X-A", "\(a)")) {
        DocumentTarget("/\(d)")
        CollectionTarget("/i", item: "/i/\(b)/{id}").creates(["c": .variable(c)])
      }
    }
    let plan = try plan(contract)
    #expect(
      plan.unboundVariables(given: []).map(\.name) == ["a", "b", "c"])
    #expect(plan.unboundVariables(given: ["a", "b", "c"]).isEmpty)
  }

  @Test("Credentials of targets are known secrets")
  func secrets() throws {
    let plan = try plan(
      Contract("c") {
        Conformance("p", .auth(.bearer("sesame-1"))) {
          DocumentTarget("/a")
          ProtectedTarget("/b", .basic(user: "u", password: "sesame-2"))
        }
      })
    let options = RunOptions(baseURL: try BaseURL(parsing: "http://h"), seed: 1)
    #expect(Set(options.knownSecrets(of: plan).map(\.value)) == ["sesame-1", "sesame-2"])
  }

  @Test("A Conformance is one shard's as a whole, by its name: what is added moves nothing")
  func shards() throws {
    func shard(_ contract: Contract, of total: Int) throws -> Int {
      let whole = try plan(contract)
      let assignment = ShardAssignment(whole, total: total, durations: ["GET /health": .seconds(9)])
      let parts = try (1...total).map { whole.part(try #require(Shard($0, of: total)), assignment) }
      let counts = parts.map { part in
        part.probes.filter { $0.name == "Shop" }.reduce(0) { $0 + $1.targets.count }
      }
      #expect(counts.filter { $0 > 0 } == [4])
      return 1 + (counts.firstIndex(of: 4) ?? -1)
    }
    let more = (1...9).map { n in Conformance("More \(n)") { DocumentTarget("/a") } }
    let scenario = try plan(
      Contract("c") { Group("G") { Scenario("Shop") { Get("/a") } } })
    var all: Set<Int> = []
    for total in 1...9 {
      let own = try shard(Self.shop(), of: total)
      // As a scenario of that name, whose hash is known to be stable.
      #expect(ShardAssignment(scenario, total: total).shards == [own])
      #expect(try shard(Self.shop(adding: more), of: total) == own)
      all.insert(own)
    }
    #expect(all.count > 1)
  }

  @Test("A shard with nothing is excused, one with targets is not")
  func excused() throws {
    let whole = try plan(Contract(Conformance("Shop") { DocumentTarget("/a") }))
    let assignment = ShardAssignment(whole, total: 2)
    let parts = try (1...2).map { whole.part(try #require(Shard($0, of: 2)), assignment) }
    for part in parts {
      #expect(part.shard?.mayBeWithoutVerdict == part.probes.isEmpty)
    }
    #expect(parts.count(where: \.hasProbes) == 1)
  }

  @Test("Whatever is said of targets makes another plan, and what steps make stays as it was")
  func digest() throws {
    func digest(_ contract: Contract) throws -> String {
      let whole = try plan(contract)
      let part = whole.part(
        try #require(Shard(1, of: 2)), ShardAssignment(whole, total: 2))
      return try #require(part.shard?.digest)
    }
    func contract(_ traits: [AccordContract.Trait], _ path: String) -> Contract {
      var target = ConformanceTarget(Template(path), .document)
      target.location = .unknown
      var conformance = Conformance("p", traits: traits, targets: [target])
      conformance.location = .unknown
      var contract = Contract("c") { Get("/a") }
      contract.components.append(.conformance(conformance))
      return contract
    }
    let all = [
      try digest(contract([], "/x")), try digest(contract([], "/y")),
      try digest(contract([.strict], "/x")), try digest(contract([.profile(.http)], "/x")),
      try digest(contract([.allowing(.mutating)], "/x")),
      try digest(contract([.disabled("no")], "/x")),
      try digest(Contract("c") { Get("/a") }),
    ]
    #expect(Set(all).count == all.count)
  }
}

extension ContractProblem {
  fileprivate var name: String {
    if case .unboundVariable(let name) = kind { name } else { "?" }
  }
}
