package import AccordConformance
package import AccordContract
package import AccordHTTP
package import AccordRuns

/// What a run told of a rule: its exchanges as they came, or what a probe tried on a target.
package struct RuleAccount: Sendable {
  package let rule: Rule
  /// The id of what was probed, as in ``ProbedTarget/id``; `nil` for what the exchanges of the contract's steps told.
  package let target: String?
  /// The least level for which a violation fails the run; `nil` where it is only told.
  package internal(set) var failsFrom: RuleLevel?
  /// How many exchanges kept it where they could have broken it.
  package internal(set) var kept = 0
  /// How many exchanges broke it.
  package internal(set) var broken = 0
  /// How many exchanges may have broken it, and something stood in the way of saying so.
  package internal(set) var undecided = 0
  /// The first exchange that broke it, in the order of the plan, of those that weigh most.
  package internal(set) var first: RuleViolation?
  /// Why nothing can be said of it, or why it is not applicable, where a probe tried it.
  package internal(set) var reason: String?

  package init(rule: Rule, target: String? = nil, failsFrom: RuleLevel? = nil) {
    self.rule = rule
    self.target = target
    self.failsFrom = failsFrom
  }

  /// Whether the run fails for it.
  package var fails: Bool {
    guard let level, let failsFrom, known == nil else { return false }
    return level >= failsFrom
  }

  /// Why it is known that the rule is broken: it is told, and fails nothing.
  package var known: KnownViolation? { first?.known }

  /// How much the findings weigh: the rule's level, or less where all of them are of a kind that does
  /// no harm; `nil` where there is none.
  package var level: RuleLevel? { first?.level }

  /// What all exchanges together come to: one that breaks the rule weighs more than any that keeps it.
  package var verdict: RuleVerdict {
    if broken > 0 { return .violation }
    if kept > 0 { return .conforms }
    return applied ? .inconclusive : .notApplicable
  }

  /// Takes in what other exchanges told.
  mutating func add(_ other: RuleAccount) {
    kept += other.kept
    broken += other.broken
    undecided += other.undecided
    reason = reason ?? other.reason
    failsFrom = [failsFrom, other.failsFrom].compactMap(\.self).min()
    if let violation = other.first { note(violation) }
  }

  /// Keeps a violation if it is to be told before the one that is known.
  mutating func note(_ violation: RuleViolation) {
    // What is done first differs from run to run; the order of the plan does not.
    if let level = first?.level, let index = first?.index,
      level == violation.level ? index <= violation.index : level > violation.level
    {
      return
    }
    first = violation
    first?.exchange = violation.exchange.withoutBody
  }

  /// Whether the rule had something to say of the run.
  package var applied: Bool { kept + broken + undecided > 0 }
}

/// What exchanges together tell of a rule, a word for programs.
package enum RuleVerdict: String, Sendable {
  case violation, conforms, inconclusive
  case notApplicable = "not-applicable"
}

/// Exchanges that broke a rule, and what shows it.
package struct RuleViolation: Sendable {
  /// The rule's id.
  package let rule: String
  package let level: RuleLevel
  package let evidence: Evidence
  /// The exchange; the last one, where the evidence has several.
  ///
  /// A ``RuleAccount`` has it without the content of its response, since it waits for the end of the run.
  package internal(set) var exchange: Exchange
  /// The step's place in the run's order.
  package internal(set) var index = 0
  /// The step's id; the target's, where a probe found it.
  package internal(set) var step = ""
  /// The step's place in the order of the run of all shards, where the run is one of them.
  package internal(set) var wholeIndex: Int?
  /// Where the step stands in the contract.
  package internal(set) var location = SourceLocation.unknown
  /// What an earlier run said of it, which has no exchange any more.
  package internal(set) var recordedMessage: String?
  /// What an earlier run showed of the exchanges.
  package internal(set) var recordedExhibits: [RecordedConformance.Exhibit] = []
  /// Why it is known, if it is.
  package internal(set) var known: KnownViolation?
}

/// Why it is known that a rule is broken.
package struct KnownViolation: Sendable, Hashable {
  /// In the words of the contract's author, or of who keeps the baseline.
  package var reason: String
  /// Whether a baseline says so, and not the contract.
  package var isByBaseline: Bool

  package init(reason: String, isByBaseline: Bool) {
    self.reason = reason
    self.isByBaseline = isByBaseline
  }
}

/// What a run came to besides its steps: which rules its exchanges kept and broke.
package struct ConformanceAccount: Sendable {
  package let mode: ConformanceCheck.Mode
  package let profile: RuleProfile
  /// The rules that had something to say of the contract's steps, in the catalogue's order; then, target
  /// by target, all that were to be judged by a probe.
  package let rules: [RuleAccount]
  /// Whether a SHOULD that was broken weighs as much as a MUST.
  package var isStrict = false
  /// What was probed, in order.
  package var probed: [ProbedTarget] = []

  /// The same with what the exchanges of another shard of the run told.
  package func joined(with other: ConformanceAccount) -> ConformanceAccount {
    var rules = rules
    for account in other.rules {
      if let place = rules.firstIndex(where: {
        $0.rule.id == account.rule.id && $0.target == account.target
      }) {
        rules[place].add(account)
      } else {
        rules.append(account)
      }
    }
    let probed = ProbedTarget.joined(probed + other.probed)
    // Which rules a shard's exchanges bear on is its own; their order is not.
    let targets = Dictionary(
      probed.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let places = Dictionary(
      RuleCatalogue.rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    func place(_ account: RuleAccount) -> (Int, Int) {
      (
        account.target.map { targets[$0, default: .max] } ?? -1,
        places[account.rule.id, default: .max]
      )
    }
    rules.sort { place($0) < place($1) }
    return ConformanceAccount(
      mode: mode == .fail ? mode : other.mode, profile: profile, rules: rules,
      isStrict: isStrict || other.isStrict, probed: probed)
  }

  /// Those that were broken, what weighs most first.
  package var broken: [RuleAccount] { rules.broken }

  /// Whether a probe did not come to its end.
  package var wasCutShort: Bool { probed.contains { $0.interruption != nil } }

  /// Whether a probe came to a verdict.
  package var hasProbeVerdict: Bool {
    rules.contains { $0.target != nil && $0.kept + $0.broken > 0 }
  }

  /// Whether something stood in the way of a probe's verdicts.
  package var isProbeUndecided: Bool { rules.contains { $0.target != nil && $0.undecided > 0 } }

  /// Whether the run fails for what was broken, or for what a baseline lists in vain.
  package var fails: Bool {
    rules.contains(where: \.fails)
      || probed.contains { $0.remarks.contains(where: \.fails) }
  }
}
