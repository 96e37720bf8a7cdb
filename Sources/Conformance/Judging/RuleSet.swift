/// The rules that a run is held to, in an order in which each comes after those that it depends on.
package struct RuleSet: Sendable {
  /// What an exchange tells of the rules.
  package struct Findings: Sendable {
    /// What it tells of each rule, in the order of ``RuleSet/rules``.
    package var states: [State]
    /// What shows that rules were broken.
    package var violations: [Violation] = []
  }

  /// A rule that was broken.
  package struct Violation: Sendable {
    /// Its place in ``RuleSet/rules``.
    package let rule: Int
    /// What shows it.
    package let evidence: Evidence
  }

  /// A verdict without what it rests on.
  package enum State: UInt8, Sendable {
    case notApplicable, conforms, violation, inconclusive
  }

  /// The rules that are told of.
  package let rules: [Rule]
  /// What is judged: the rules, and those that they depend on.
  private let steps: [Step]

  private struct Step: Sendable {
    let judgement: Rule.PassiveJudgement
    /// The steps before it that it depends on.
    let dependencies: [Int]
    /// The place among the rules; `nil` for one that is not told of.
    let rule: Int?
  }

  /// A set of those rules that can be judged without requests of their own.
  ///
  /// - Parameters:
  ///   - rules: The rules that are told of.
  ///   - catalogue: Where those are found that they depend on.
  package init(_ rules: [Rule], of catalogue: [Rule] = RuleCatalogue.rules) {
    let told = rules.filter { $0.passive != nil }
    let places = Dictionary(told.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var steps: [Step] = []
    var done: [String: Int] = [:]
    for rule in RuleOrder.sorted(told, of: catalogue) {
      guard let judgement = rule.passive else { continue }
      done[rule.id] = steps.count
      steps.append(
        Step(
          judgement: judgement, dependencies: rule.dependencies.compactMap { done[$0] },
          rule: places[rule.id]))
    }
    self.rules = told
    self.steps = steps
  }

  /// Whether there is nothing to judge.
  package var isEmpty: Bool { rules.isEmpty }

  /// Holds an exchange to the rules.
  package func judge(_ exchange: ObservedExchange) -> Findings {
    var findings = Findings(states: Array(repeating: .notApplicable, count: rules.count))
    var broken: [Int] = []
    // Most rules have nothing to say of an exchange: what is done for each of them is what counts.
    steps.withUnsafeBufferPointer { steps in
      for index in steps.indices {
        let state: State
        switch steps[index].judgement(exchange) {
        case .notApplicable: continue
        case .conforms: state = .conforms
        case .inconclusive: state = .inconclusive
        case .violation(let evidence):
          state =
            steps[index].dependencies.contains(where: broken.contains) ? .inconclusive : .violation
          if broken.isEmpty {
            broken.reserveCapacity(Self.usuallyBroken)
            findings.violations.reserveCapacity(Self.usuallyBroken)
          }
          broken.append(index)
          if state == .violation, let rule = steps[index].rule {
            findings.violations.append(Violation(rule: rule, evidence: evidence))
          }
        }
        if let rule = steps[index].rule { findings.states[rule] = state }
      }
    }
    return findings
  }

  /// For how many violations there is room at once.
  private static let usuallyBroken = 4
}
