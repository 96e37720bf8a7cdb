internal import AccordConformance
internal import AccordHTTP

/// Collects what the exchanges of a run tell of the rules.
struct ConformanceLedger {
  private let check: ConformanceCheck
  private var accounts: [RuleAccount]

  init(_ check: ConformanceCheck) {
    self.check = check
    let level = check.mode.failsFrom(isStrict: check.isStrict)
    accounts = check.rules.rules.map { RuleAccount(rule: $0, failsFrom: level) }
  }

  /// Takes in what the exchanges of a step told, and notes in its record which rules they broke.
  mutating func add(_ observations: [RuleObservation], to record: inout StepRecord) {
    for observation in observations {
      for (place, state) in observation.findings.states.enumerated() {
        switch state {
        case .notApplicable: break
        case .conforms: accounts[place].kept += 1
        case .violation: accounts[place].broken += 1
        case .inconclusive: accounts[place].undecided += 1
        }
      }
      for (place, evidence) in observation.findings.violations {
        let rule = accounts[place].rule
        let violation = RuleViolation(
          rule: rule.id, level: evidence.level ?? rule.level, evidence: evidence,
          exchange: observation.exchange.withoutBody, index: record.index, step: record.id,
          wholeIndex: record.wholeIndex, location: record.location)
        if let known = record.violations.firstIndex(where: { $0.rule == rule.id }) {
          // Of the exchanges of a step what weighs most is told.
          if violation.level > record.violations[known].level {
            record.violations[known] = violation
          }
        } else {
          record.violations.append(violation)
        }
        accounts[place].note(violation)
      }
    }
  }

  /// What all of it came to.
  var account: ConformanceAccount {
    ConformanceAccount(
      mode: check.mode, profile: check.selection.profile, rules: accounts.filter(\.applied),
      isStrict: check.isStrict)
  }
}

/// An exchange and what it told of the rules.
struct RuleObservation: Sendable {
  let exchange: Exchange
  let findings: RuleSet.Findings
}

extension ConformanceCheck {
  /// Holds an exchange to the rules, and gives what was read of it on the way.
  func observe(
    _ exchange: Exchange, fidelity: ObservedExchange.Fidelity = .exact
  ) -> (observation: RuleObservation, json: ObservedExchange.JSONReading?) {
    let observed = ObservedExchange(exchange, fidelity: fidelity)
    let findings = rules.judge(observed)
    return (RuleObservation(exchange: exchange, findings: findings), observed.readJSON)
  }
}
