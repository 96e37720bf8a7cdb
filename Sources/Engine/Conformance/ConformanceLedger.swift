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
      let findings = observation.findings
      for place in findings.states.indices {
        switch findings.states[place] {
        case .notApplicable: break
        case .conforms: accounts[place].kept += 1
        case .violation: accounts[place].broken += 1
        case .inconclusive: accounts[place].undecided += 1
        }
      }
      if findings.violations.isEmpty { continue }
      let exchange = observation.exchange.withoutLargeBody
      record.violations.reserveCapacity(record.violations.count + findings.violations.count)
      for found in findings.violations {
        let (place, evidence) = (found.rule, found.evidence)
        let violation = RuleViolation(
          rule: accounts[place].rule.id, level: evidence.level ?? accounts[place].rule.level,
          evidence: evidence, exchange: exchange, index: record.index, step: record.id,
          wholeIndex: record.wholeIndex, location: record.location)
        accounts[place].note(violation)
        if let known = record.violations.firstIndex(where: { $0.rule == violation.rule }) {
          // Of the exchanges of a step what weighs most is told.
          if violation.level > record.violations[known].level {
            record.violations[known] = violation
          }
        } else {
          record.violations.append(violation)
        }
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

extension Exchange {
  /// What waits for the reports with a step: a small body costs less than to leave it out.
  fileprivate var withoutLargeBody: Exchange {
    bodySize > Runner.largestBodyKept ? withoutBody : self
  }
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
