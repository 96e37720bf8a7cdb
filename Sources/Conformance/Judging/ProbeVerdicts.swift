/// What a probe came to for one rule, over all resources of its target.
package struct ProbeVerdict: Sendable {
  package let rule: Rule
  /// How many resources, or exchanges, kept the rule where they could have broken it.
  package var kept = 0
  /// How many broke it.
  package var broken = 0
  /// Of how many it could not be said.
  package var undecided = 0
  /// What shows that it was broken: the first of what weighs most.
  package var evidence: Evidence?
  /// Why nothing can be said of it, or why it is not applicable; `nil` where it was kept or broken.
  package var reason: String? { kept + broken > 0 ? nil : obstacle }
  /// What stood in the way, or was missing, on some resource.
  private var obstacle: String?

  init(_ rule: Rule) { self.rule = rule }

  /// Takes in what was found on one resource.
  mutating func add(_ verdict: Verdict) {
    switch verdict {
    case .notApplicable: break
    case .conforms: kept += 1
    case .violation(let evidence):
      broken += 1
      if self.evidence.map({ level(of: evidence) > level(of: $0) }) ?? true {
        self.evidence = evidence
      }
    case .inconclusive(let reason):
      // What stands in the way says more than what is missing elsewhere.
      if undecided == 0 { obstacle = reason }
      undecided += 1
    }
  }

  private func level(of evidence: Evidence) -> RuleLevel { evidence.level ?? rule.level }

  /// Takes in why nothing was found on one resource.
  mutating func add(_ obstacle: Obstacle) {
    switch obstacle {
    case .lacks(let reason): note(reason)
    case .prevents(let reason): add(.inconclusive(reason))
    }
  }

  /// Keeps why nothing was found, if it is the first reason.
  mutating func note(_ reason: String) {
    if obstacle == nil { obstacle = reason }
  }

  /// Turns what was found into nothing, since a rule that it rests on was broken.
  mutating func yield(to foundation: Rule) {
    undecided += broken + kept
    broken = 0
    kept = 0
    evidence = nil
    obstacle = Verdict.resting(on: foundation.id)
  }
}

extension Probe {
  /// Judges rules on the target: by requests of their own, and by everything that was sent.
  ///
  /// - Parameters:
  ///   - rules: The rules that are told of.
  ///   - catalogue: Where those are found that they depend on.
  ///   - profile: Who the API is held to the rules by.
  /// - Returns: A verdict for each of the rules, in their order.
  package func judge(
    _ rules: [Rule], of catalogue: [Rule] = RuleCatalogue.rules, for profile: RuleProfile = .rest
  ) -> [ProbeVerdict] {
    let ordered = RuleOrder.sorted(rules, of: catalogue)
    look(for: profile)
    var verdicts: [String: ProbeVerdict] = [:]
    for rule in ordered { verdicts[rule.id] = tryOut(rule) }
    judgePassively(ordered, into: &verdicts)
    var broken: Set<String> = []
    for rule in ordered {
      guard let verdict = verdicts[rule.id], verdict.broken > 0 else { continue }
      broken.insert(rule.id)
      // What exchanges show by themselves has yielded already, exchange by exchange.
      if rule.active != nil,
        let foundation = ordered.first(where: {
          broken.contains($0.id) && rule.dependencies.contains($0.id)
        })
      {
        verdicts[rule.id]?.yield(to: foundation)
      }
    }
    return rules.compactMap { verdicts[$0.id] }
  }

  /// Judges a rule by requests of its own, resource by resource.
  private func tryOut(_ rule: Rule) -> ProbeVerdict {
    var verdict = ProbeVerdict(rule)
    guard let active = rule.active else { return verdict }
    let subjects = subjects().filter { active.roles.contains($0.role) }
    if subjects.isEmpty {
      verdict.note("it is about something else than \(target.kind.words)")
    }
    if !subjects.isEmpty { turn(to: rule) }
    for subject in subjects {
      do throws(Obstacle) {
        verdict.add(shown(try active.judge(subject, self)))
      } catch {
        verdict.add(error)
      }
    }
    verdict.note("nothing that was sent bears on it")
    return verdict
  }

  /// A verdict whose evidence has an exchange: the last one, where the rule named none.
  private func shown(_ verdict: Verdict) -> Verdict {
    guard case .violation(let evidence) = verdict, evidence.exhibits.isEmpty,
      let last = exchanges.last
    else { return verdict }
    return .violation(evidence.shown(by: Exhibit("", last.exchange, evidence.part)))
  }

  /// Judges what every exchange shows by itself.
  private func judgePassively(_ rules: [Rule], into verdicts: inout [String: ProbeVerdict]) {
    let set = RuleSet(rules)
    for exchange in exchanges {
      let findings = set.judge(exchange)
      for (place, state) in findings.states.enumerated() where state != .notApplicable {
        let id = set.rules[place].id
        switch state {
        case .conforms: verdicts[id]?.kept += 1
        case .inconclusive where verdicts[id]?.undecided == 0:
          verdicts[id]?.add(.inconclusive(reason(for: set.rules[place], exchange, of: rules)))
        case .inconclusive: verdicts[id]?.undecided += 1
        case .violation, .notApplicable: break
        }
      }
      for violation in findings.violations {
        let (id, evidence) = (set.rules[violation.rule].id, violation.evidence)
        verdicts[id]?.add(
          .violation(evidence.shown(by: Exhibit("", exchange.exchange, evidence.part))))
      }
    }
    for rule in set.rules { verdicts[rule.id]?.note("no exchange bears on it") }
  }

  /// Why an exchange does not tell whether a rule is kept: it is judged once more, since a run that is
  /// only watched wants no reasons.
  private func reason(for rule: Rule, _ exchange: ObservedExchange, of rules: [Rule]) -> String {
    if case .inconclusive(let reason) = rule.passive?(exchange) {
      return "\(exchange.requestLine): \(reason)"
    }
    // By itself it would be broken.
    let foundation = rules.first { other in
      guard rule.dependencies.contains(other.id) else { return false }
      if case .violation = other.passive?(exchange) { return true }
      return false
    }
    return foundation.map { Verdict.resting(on: $0.id) } ?? "a rule is broken, on which it rests"
  }
}

extension ProbeTarget.Kind {
  /// What it is, for a sentence.
  fileprivate var words: String {
    switch self {
    case .document: "a document"
    case .protected: "a path that wants credentials"
    case .collection: "a collection"
    case .server: "the server as a whole"
    }
  }
}

extension Evidence {
  /// The same with the exchange that shows it.
  fileprivate func shown(by exhibit: Exhibit) -> Evidence {
    Evidence(part: part, problem: problem, quote: quote, level: level, exhibits: [exhibit])
  }
}
