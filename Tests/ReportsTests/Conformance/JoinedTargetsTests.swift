import AccordConformance
import Testing

@testable import AccordEngine

@Suite("Targets that shards of a run probed")
struct JoinedTargetsTests {
  private func account(
    _ rules: [RuleAccount], _ probed: [ProbedTarget], mode: ConformanceCheck.Mode = .fail
  ) -> ConformanceAccount {
    ConformanceAccount(mode: mode, profile: .rest, rules: rules, probed: probed)
  }

  private func passive(_ id: String) -> RuleAccount {
    var account = RuleAccount(rule: ProbeSamples.rule(id), failsFrom: .must)
    account.kept = 1
    return account
  }

  private let cart = ProbedTarget(id: ProbeSamples.cart, name: "/cart", index: 0, requestCount: 9)
  private let other = ProbedTarget(
    id: ProbeSamples.account, name: "/account", index: 1, requestCount: 2)

  @Test("Stand in the contract's order, behind what steps told, whichever shard comes first")
  func order() {
    let first = account([passive("json.valid"), ProbeSamples.kept("json.valid")], [cart])
    let second = account(
      [
        passive("http.405.allow"), passive("json.valid"),
        ProbeSamples.inconclusive("json.valid", "403", ProbeSamples.account),
      ], [other])
    for joined in [first.joined(with: second), second.joined(with: first)] {
      #expect(joined.probed.map(\.name) == ["/cart", "/account"])
      #expect(joined.passive.map(\.kept).reduce(0, +) == 3)
      #expect(joined.rules.map(\.target) == [nil, nil, ProbeSamples.cart, ProbeSamples.account])
      #expect(joined.targets.map { $0.rules.count } == [1, 1])
      #expect(joined.rules.last?.reason == "403")
    }
  }

  @Test("One that two of them probed is one, with what both know")
  func twice() {
    var again = cart
    again.leftovers = ["http://a/1"]
    again.interruption = "stopped"
    let first = account([ProbeSamples.notApplicable("json.valid", "no JSON")], [cart])
    let second = account(
      [ProbeSamples.broken(ProbeSamples.rule("json.valid"), ProbeSamples.comparison())], [again])
    let joined = first.joined(with: second)
    #expect(joined.probed.count == 1)
    #expect(joined.probed[0].requestCount == 18)
    #expect(joined.probed[0].leftovers == ["http://a/1"])
    #expect(joined.probed[0].interruption == "stopped")
    #expect(joined.rules.map(\.verdict) == [.violation])
    #expect(joined.rules[0].reason == "no JSON")
  }

  @Test("Fail from the lower of two levels on")
  func levels() {
    let told = account([ProbeSamples.kept("json.valid", failsFrom: nil)], [cart], mode: .warn)
    let held = account([ProbeSamples.kept("json.valid", failsFrom: .should)], [cart])
    #expect(told.joined(with: held).rules[0].failsFrom == .should)
    #expect(held.joined(with: told).rules[0].failsFrom == .should)
    #expect(told.joined(with: told).rules[0].failsFrom == nil)
  }

  @Test("Are told of though a record has only their rules")
  func unnamed() {
    let joined = account([ProbeSamples.kept("json.valid")], [])
    #expect(joined.targets.map(\.target.name) == [ProbeSamples.cart])
  }
}
