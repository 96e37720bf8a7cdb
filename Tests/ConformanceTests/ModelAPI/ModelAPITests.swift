import AccordConformance
import AccordHTTP
import AccordTestSupport
import Testing

@Suite("The model API")
struct ModelAPITests {
  private static let rules = RuleSet(RuleCatalogue.rules)

  /// The rules judged on single exchanges that the exchanges of a walk break, each once.
  private func broken(_ walk: ModelWalk) -> [String] {
    var broken: Set<String> = []
    for exchange in walk.sender.exchanges {
      let findings = Self.rules.judge(ObservedExchange(exchange))
      for violation in findings.violations {
        broken.insert(
          "\(Self.rules.rules[violation.rule].id): \(exchange.request.method) "
            + "\(exchange.request.url) \(violation.evidence.problem)")
      }
    }
    return broken.sorted()
  }

  @Test("It breaks no rule that is judged on single exchanges")
  func conforms() throws {
    let walk = try ModelWalk()
    #expect(walk.sender.exchanges.count >= 60)
    #expect(broken(walk) == [])
  }

  @Test(
    "No variant breaks a rule that is judged on single exchanges",
    arguments: ModelVariant.allCases)
  func variantConforms(_ variant: ModelVariant) throws {
    #expect(try broken(ModelWalk(ModelAPI(nil, [variant]))) == [])
  }

  @Test("Every fault shows, and every variant", arguments: ModelFault.allCases)
  func faultShows(_ fault: ModelFault) throws {
    let walk = try ModelWalk(ModelAPI(fault))
    #expect(try walk.transcript != ModelWalk().transcript)
    let ids = Set(broken(walk).map { String($0.prefix { $0 != ":" }) })
    #expect(ids == Set(fault.besides))
  }

  @Test("Every variant shows", arguments: ModelVariant.allCases)
  func variantShows(_ variant: ModelVariant) throws {
    #expect(try ModelWalk(ModelAPI(nil, [variant])).transcript != ModelWalk().transcript)
  }

  @Test("The same requests are answered in the same way")
  func isPure() throws {
    #expect(try ModelWalk().transcript == ModelWalk().transcript)
  }
}
