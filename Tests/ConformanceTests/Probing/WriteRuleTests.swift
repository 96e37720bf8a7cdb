import AccordConformance
import AccordHTTP
import AccordTestSupport
import Testing

@Suite("Rules of writes")
struct WriteRuleTests {
  /// The rules that throwaway resources are made for.
  static let rules = [
    "http.safe.method-override", "http.options.allow-truthful", "http.put.idempotent",
    "http.put.replaces", "http.put.status", "http.delete.idempotent", "http.patch.atomic",
    "patch.merge.null-removes", "patch.json.failed-test", "http.failed-write.no-effect",
    "http.201.location-resolves", "http.400.malformed-content", "http.etag.changes",
    "http.inm.star-412", "http.if-match.412", "rest.lifecycle.roundtrip",
    "rest.lifecycle.created-listed", "rest.lifecycle.post-distinct",
    "rest.lifecycle.deleted-gone", "rest.lifecycle.deleted-unlisted", "idempotency-key.replay",
    "http.415.unsupported-type",
  ]

  /// The ways of breaking them that the model knows.
  static let faults = ModelFault.allCases.filter { rules.contains($0.rule) }

  @Test("A fault is found by its rule, and by no other one", arguments: faults)
  func finds(_ fault: ModelFault) throws {
    let run = ProbeRun(ModelAPI(fault))
    #expect(run.broken.sorted() == ([fault.rule] + fault.besides).sorted(), "\(run.tellings)")
    let verdict = try #require(run.verdicts.first { $0.rule.id == fault.rule })
    let evidence = try #require(verdict.evidence)
    #expect(!evidence.exhibits.isEmpty)
    #expect(evidence.exhibits.allSatisfy { !$0.role.isEmpty })
    #expect(evidence.exhibits.contains { !$0.parts.isEmpty })
  }

  @Test("Every rule has a fault that breaks it", arguments: rules)
  func hasFault(_ rule: String) {
    #expect(Self.faults.contains { $0.rule == rule })
  }

  @Test("A server that keeps all rules is said to keep each of them")
  func conforms() {
    let run = ProbeRun(ModelAPI())
    #expect(run.broken.isEmpty, "\(run.tellings)")
    for id in Self.rules {
      let verdict = run.verdicts.first { $0.rule.id == id }
      #expect((verdict?.kept ?? 0) > 0, "\(id): \(verdict?.reason ?? "")")
    }
    #expect(run.left.isEmpty)
  }

  @Test("Manners that are no faults raise nothing", arguments: ModelVariant.allCases)
  func isSilent(_ variant: ModelVariant) {
    let run = ProbeRun(ModelAPI(nil, [variant]))
    #expect(run.broken.isEmpty, "\(run.tellings)")
  }

  @Test(
    "Faults of other rules raise nothing in rules of writes",
    arguments: ModelFault.allCases.filter { !rules.contains($0.rule) })
  func isIndependent(_ fault: ModelFault) {
    let run = ProbeRun(ModelAPI(fault))
    #expect(Set(run.broken).isDisjoint(with: Self.rules), "\(run.tellings)")
    // A rule that says nothing is silent at no cost.
    let judged = Self.rules.filter { (run[$0]?.kept ?? 0) > 0 }
    #expect(judged.count >= Self.rules.count - 1, "\(run.tellings)")
  }

  @Test("Whether Allow names GET is known by reading alone", arguments: [true, false])
  func allowOfReads(isFaulty: Bool) {
    let id = "http.options.allow-truthful"
    for target in [ModelSender.items, ModelSender.document("steady")] {
      let sender = ModelSender(ModelAPI(isFaulty ? .allowsNoRead : nil))
      let run = ProbeRun(sender, target, allowing: [.readOnly])
      #expect(run.broken == (isFaulty ? [id] : []), "\(run.tellings)")
      #expect(((run[id]?.kept ?? 0) > 0) == !isFaulty)
      #expect(sender.writes.isEmpty)
    }
    // Nothing can be said of what OPTIONS says nothing of.
    let silent = AlteredSender { request, answer in
      request.method == "OPTIONS" ? HTTPResponse(status: 204) : answer(request)
    }
    let run = ProbeRun(silent, ModelSender.document("steady"), allowing: [.readOnly])
    #expect(run[id].map { $0.kept + $0.broken + $0.undecided } == 0)
  }
}
