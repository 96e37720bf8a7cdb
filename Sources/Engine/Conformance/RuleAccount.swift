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

  /// Takes in what other exchanges told.
  mutating func add(_ other: RuleAccount) {
    kept += other.kept
    broken += other.broken
    undecided += other.undecided
    if let violation = other.first { note(violation) }
  }

  /// Keeps a violation if it is to be told before the one that is known.
  mutating func note(_ violation: RuleViolation) {
    // What is done first differs from run to run; the order of the plan does not.
    if first.map({ violation.precedes($0) }) ?? true { first = violation }
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
  /// The step's place in the order of the run of all shards, where the run is one of them.
  package internal(set) var wholeIndex: Int?
  /// Where the step stands in the contract.
  package internal(set) var location = SourceLocation.unknown
  /// What an earlier run said of it, which has no exchange any more.
  package internal(set) var recordedMessage: String?
}

extension RuleViolation {
  /// Whether it is told before another one of the same rule.
  fileprivate func precedes(_ other: RuleViolation) -> Bool {
    level == other.level ? index < other.index : level > other.level
  }
}

/// What a run came to besides its steps: which rules its exchanges kept and broke.
package struct ConformanceAccount: Sendable {
  package let mode: ConformanceCheck.Mode
  package let profile: RuleProfile
  /// The rules that had something to say, in the catalogue's order.
  package let rules: [RuleAccount]
  /// Whether a SHOULD that was broken weighs as much as a MUST.
  package let isStrict: Bool

  package init(
    mode: ConformanceCheck.Mode, profile: RuleProfile, rules: [RuleAccount], isStrict: Bool = false
  ) {
    self.mode = mode
    self.profile = profile
    self.rules = rules
    self.isStrict = isStrict
  }

  /// The same with what the exchanges of another shard of the run told.
  package func joined(with other: ConformanceAccount) -> ConformanceAccount {
    var rules = rules
    for account in other.rules {
      if let place = rules.firstIndex(where: { $0.rule.id == account.rule.id }) {
        rules[place].add(account)
      } else {
        rules.append(account)
      }
    }
    // Which rules a shard's exchanges bear on is its own; their order is not.
    let places = Dictionary(
      RuleCatalogue.rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    rules.sort { places[$0.rule.id, default: .max] < places[$1.rule.id, default: .max] }
    return ConformanceAccount(
      mode: mode == .fail ? mode : other.mode, profile: profile, rules: rules,
      isStrict: isStrict || other.isStrict)
  }

  /// Those that were broken, what weighs most first.
  package var broken: [RuleAccount] {
    RuleLevel.allCases.sorted(by: >).flatMap { level in rules.filter { $0.level == level } }
  }

  /// Whether the run fails for what was broken: a MUST, where it is strict a SHOULD too, where that
  /// was asked for.
  package var fails: Bool { rules.contains(where: fails) }

  /// Whether the run fails for a rule.
  package func fails(for account: RuleAccount) -> Bool {
    guard mode == .fail, let level = account.level else { return false }
    return level >= (isStrict ? .should : .must)
  }
}
