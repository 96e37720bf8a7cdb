package import AccordConformance
package import AccordContract
package import AccordHTTP

/// What a run's exchanges told of a rule.
package struct RuleAccount: Sendable {
  package let rule: Rule
  /// How many exchanges kept it where they could have broken it.
  package internal(set) var kept = 0
  /// How many exchanges broke it.
  package internal(set) var broken = 0
  /// How many exchanges may have broken it, and something stood in the way of saying so.
  package internal(set) var undecided = 0
  /// The first exchange that broke it, in the order of the plan, of those that weigh most.
  package internal(set) var first: RuleViolation?

  /// How much the findings weigh: the rule's level, or less where all of them are of a kind that does
  /// no harm; `nil` where there is none.
  package var level: RuleLevel? { first?.level }

  /// What all exchanges together come to: one that breaks the rule weighs more than any that keeps it.
  package var verdict: RuleVerdict {
    if broken > 0 { return .violation }
    return kept > 0 ? .conforms : .inconclusive
  }

  /// Whether the rule had something to say of the run.
  package var applied: Bool { kept + broken + undecided > 0 }
}

/// What exchanges together tell of a rule, a word for programs.
package enum RuleVerdict: String, Sendable {
  case violation, conforms, inconclusive
}

/// An exchange that broke a rule, and what shows it.
package struct RuleViolation: Sendable {
  /// The rule's id.
  package let rule: String
  package let level: RuleLevel
  package let evidence: Evidence
  /// The exchange, without the content of its response.
  package let exchange: Exchange
  /// The step's place in the run's order.
  package internal(set) var index = 0
  /// The step's id.
  package internal(set) var step = ""
  /// Where the step stands in the contract.
  package internal(set) var location = SourceLocation.unknown
}

/// What a run came to besides its steps: which rules its exchanges kept and broke.
package struct ConformanceAccount: Sendable {
  package let mode: ConformanceCheck.Mode
  package let profile: RuleProfile
  /// The rules that had something to say, in the catalogue's order.
  package let rules: [RuleAccount]

  /// Those that were broken, what weighs most first.
  package var broken: [RuleAccount] {
    RuleLevel.allCases.sorted(by: >).flatMap { level in rules.filter { $0.level == level } }
  }

  /// Whether the run fails for what was broken: a MUST, where that was asked for.
  package var fails: Bool { mode == .fail && rules.contains { $0.level == .must } }

  /// Whether the run fails for a rule.
  package func fails(for account: RuleAccount) -> Bool { mode == .fail && account.level == .must }
}
