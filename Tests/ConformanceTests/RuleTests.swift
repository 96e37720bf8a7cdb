import AccordConformance
import AccordHTTP
import Testing

@Suite("Rules")
struct RuleTests {
  private static let rules = RuleSet(RuleCatalogue.rules)

  @Test("A rule is broken by what breaks it, and by nothing else", arguments: RuleCase.all)
  func judges(_ known: RuleCase) throws {
    let findings = Self.rules.judge(
      ObservedExchange(known.exchange, fidelity: known.fidelity))
    let place = try #require(Self.rules.rules.firstIndex { $0.id == known.rule })
    var broken = findings.violations.map { Self.rules.rules[$0.rule].id }.sorted()
    for id in known.besides {
      let place = try #require(broken.firstIndex(of: id), "\(id) is not broken")
      broken.remove(at: place)
    }
    switch known.outcome {
    case .breaks(let level):
      #expect(broken == [known.rule])
      let evidence = findings.violations.first { $0.rule == place }?.evidence
      #expect(evidence?.level == level)
      #expect(evidence?.problem.isEmpty == false)
    case .keeps:
      #expect(broken == [])
      #expect(findings.states[place] == .conforms)
    case .silent:
      #expect(broken == [])
      #expect([.notApplicable, .inconclusive].contains(findings.states[place]))
    }
  }

  @Test("Every rule that is judged passively has a pair of cases", arguments: rules.rules.map(\.id))
  func hasPair(_ id: String) {
    let cases = RuleCase.all.filter { $0.rule == id }
    #expect(cases.contains { if case .breaks(nil) = $0.outcome { true } else { false } })
    #expect(cases.contains { $0.outcome == .keeps })
  }

  @Test("No case is there twice")
  func casesAreDistinct() {
    #expect(Set(RuleCase.all.map(\.testDescription)).count == RuleCase.all.count)
  }
}

extension RuleCase {
  /// The cases of all sections.
  static let all: [RuleCase] =
    fields + content + json + representations + methods + status + authentication + negotiation
    + conditional + caching + problems + links + deprecation + cookies + security
}
