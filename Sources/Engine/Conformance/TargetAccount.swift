internal import AccordConformance

/// A target that was probed, and what it told of each rule.
package struct TargetAccount: Sendable {
  package let target: ProbedTarget
  /// All rules that were to be judged, in the catalogue's order.
  package let rules: [RuleAccount]

  /// How many rules came to a verdict.
  package func count(of verdict: RuleVerdict) -> Int { rules.count { $0.verdict == verdict } }

  /// Those that were broken, what weighs most first.
  package var broken: [RuleAccount] { rules.broken }
}

extension ConformanceAccount {
  /// What the exchanges of the contract's steps told.
  package var passive: [RuleAccount] { rules.filter { $0.target == nil } }

  /// What was probed, in order, each with its rules.
  package var targets: [TargetAccount] {
    var rulesOfTargets: [String: [RuleAccount]] = [:]
    var unnamed: [String] = []
    let names = Set(probed.map(\.id))
    for rule in rules {
      guard let target = rule.target else { continue }
      if rulesOfTargets[target] == nil, !names.contains(target) { unnamed.append(target) }
      rulesOfTargets[target, default: []].append(rule)
    }
    // A record may tell of rules of a target, and nothing of the target.
    let others = unnamed.map { ProbedTarget(id: $0, name: $0, index: .max) }
    return (probed + others).map { target in
      TargetAccount(target: target, rules: rulesOfTargets[target.id] ?? [])
    }
  }
}

extension [RuleAccount] {
  /// Those that were broken, what weighs most first.
  package var broken: [RuleAccount] {
    RuleLevel.allCases.sorted(by: >).flatMap { level in filter { $0.level == level } }
  }
}
