import AccordConformance
import AccordHTTP
import AccordTestSupport
import Testing

@Suite("Rules of reads")
struct ReadRuleTests {
  /// The rules that are judged by reading, and the few that take more than that.
  static let rules = [
    "http.get.safe", "http.head.safe", "http.head.supported", "http.head.matches-get",
    "http.head.status-matches-get", "http.head.content-length", "http.304.headers",
    "http.conditional.error-first", "http.etag.stable", "http.etag.per-representation",
    "http.vary.present", "http.vary.consistent", "http.unknown-field.ignored",
    "sec.cors.reflect-any", "sec.cors.vary-origin", "rest.stateless.connection",
    "rest.stateless.cookie", "rest.stateless.order", "rest.auth.not-connection-bound",
    "http.auth.missing-401", "http.auth.invalid-401", "http.404.unknown-path",
    "http.404.unknown-item", "uri.percent-normalisation", "uri.trailing-slash",
    "link.targets-resolve", "link.next-terminates", "link.next-no-duplicates",
    "http.method.unknown-501", "http.method.not-allowed-405",
  ]

  /// The ways of breaking them that the model knows.
  static let faults = ModelFault.allCases.filter { rules.contains($0.rule) }

  @Test("A fault is found by its rule, and by no other one", arguments: faults)
  func finds(_ fault: ModelFault) throws {
    let run = ReadRun(ModelAPI(fault))
    #expect(run.broken == Set([fault.rule] + fault.besides), "\(run.tellings)")
    let evidence = try #require(run.evidence(fault.rule))
    #expect(!evidence.problem.isEmpty && !evidence.exhibits.isEmpty)
    #expect(evidence.exhibits.allSatisfy { !$0.role.isEmpty })
    #expect(evidence.exhibits.contains { $0.parts.contains(evidence.part) })
  }

  @Test("A fault is found on items that were made for it, too", arguments: faults)
  func findsOnOwnItems(_ fault: ModelFault) {
    let run = ReadRun(ModelAPI(fault), allowing: Set(SafetyClass.allCases))
    #expect(run.broken == Set([fault.rule] + fault.besides), "\(run.tellings)")
  }

  @Test("Every rule has a fault that breaks it", arguments: rules)
  func hasFault(_ rule: String) {
    #expect(Self.faults.contains { $0.rule == rule })
  }

  @Test("A server that keeps all rules is said to keep each of them")
  func conforms() {
    let run = ReadRun(ModelAPI())
    #expect(run.broken.isEmpty, "\(run.tellings)")
    // No cookie is set, so that nothing can depend on one.
    for id in Self.rules where id != "rest.stateless.cookie" {
      #expect(run.kept(id) > 0, "\(id) in \(run.tellings)")
    }
  }

  @Test("Manners that are no faults raise nothing", arguments: ModelVariant.allCases)
  func isSilent(_ variant: ModelVariant) throws {
    let run = ReadRun(ModelAPI(nil, [variant]), allowing: Set(SafetyClass.allCases))
    // 405 to a method that nobody knows is worth a note.
    if variant == .unknownMethodIs405 {
      #expect(run.broken == ["http.method.unknown-501"], "\(run.tellings)")
      #expect(run.evidence("http.method.unknown-501")?.level == .convention)
    } else {
      #expect(run.broken.isEmpty, "\(run.tellings)")
    }
  }

  @Test(
    "What is gone, moved, busy or another one each time raises nothing",
    arguments: ["clock", "gone", "busy", "broken", "moved", "redirect-away"])
  func isSilent(_ document: String) {
    let run = ReadRun(ModelAPI(), [ModelSender.document(document)])
    #expect(run.broken.subtracting(["http.5xx.none"]).isEmpty, "\(run.tellings)")
  }

  @Test(
    "Faults of other rules raise nothing in rules of reads",
    arguments: ModelFault.allCases.filter { !rules.contains($0.rule) })
  func isIndependent(_ fault: ModelFault) {
    let run = ReadRun(ModelAPI(fault), allowing: Set(SafetyClass.allCases))
    #expect(run.broken.isDisjoint(with: Self.rules), "\(run.tellings)")
  }

  @Test("A read-only probe sends nothing but GET, HEAD and OPTIONS, and no more than 120 of them")
  func isReadOnly() {
    let run = ReadRun(ModelAPI(), allowing: [.readOnly])
    #expect(Set(run.requests.map(\.method)) == ["GET", "HEAD", "OPTIONS"])
    #expect(run.counts.allSatisfy { 1...120 ~= $0 }, "\(run.counts)")
    #expect(run.requests.allSatisfy { $0.content == .none })
  }

  @Test("A read-only probe of a server with faults sends no unsafe method", arguments: faults)
  func isReadOnly(_ fault: ModelFault) {
    let run = ReadRun(ModelAPI(fault), allowing: [.readOnly])
    #expect(Set(run.requests.map(\.method)).isSubset(of: ["GET", "HEAD", "OPTIONS"]))
  }
}
