import AccordConformance
import AccordHTTP
import AccordTestSupport

/// A target that was held to all rules, and cleaned up after.
struct ProbeRun {
  let sender: any ProbeSender
  let verdicts: [ProbeVerdict]
  /// What could not be removed.
  let left: [String]

  init(
    _ api: ModelAPI, _ target: ProbeTarget = ModelSender.items,
    allowing allowed: Set<SafetyClass> = [.readOnly, .throwaway, .mutating]
  ) {
    self.init(ModelSender(api), target, allowing: allowed)
  }

  init(
    _ sender: any ProbeSender, _ target: ProbeTarget = ModelSender.items,
    allowing allowed: Set<SafetyClass> = [.readOnly, .throwaway, .mutating]
  ) {
    self.sender = sender
    let probe = Probe(target, allowing: allowed, token: "t0k3n", sender: sender)
    verdicts = probe.judge(RuleCatalogue.rules)
    left = probe.cleanUp()
  }

  /// The ids of the rules that are broken.
  var broken: [String] { verdicts.filter { $0.broken > 0 }.map(\.rule.id) }

  /// The verdict on a rule.
  subscript(id: String) -> ProbeVerdict? { verdicts.first { $0.rule.id == id } }

  /// What is told of the rules that are broken, or could not be judged.
  var tellings: String {
    verdicts.filter { $0.broken > 0 || $0.undecided > 0 }.map { verdict in
      let found = verdict.evidence.map { "\($0.part) \($0.problem) [\($0.quote ?? "")]" }
      return "\(verdict.rule.id): \(found ?? verdict.reason ?? "")"
    }.joined(separator: "\n")
  }
}
