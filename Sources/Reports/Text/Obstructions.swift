internal import AccordConformance
internal import AccordEngine

/// What stood in the way of judging rules, in a few lines: most often it is one thing, as a sample that is
/// refused or credentials that are missing.
struct Obstructions {
  private let rules: [RuleAccount]

  init(of rules: [RuleAccount]) { self.rules = rules }

  /// A line for each of the reasons that most rules have, those without a verdict first.
  func lines(_ wording: Wording) -> [String] {
    let undecided = reasons(of: .inconclusive).prefix(2)
    // What was answered, where that made rules not applicable.
    let lacking = reasons(of: .notApplicable).filter { $0.reason.contains(" answered ") }.prefix(1)
    return (undecided + lacking).map { reason, count in
      "\(Wording.count(count, "rule")) not judged: \(wording.shown(reason))"
    }
  }

  /// How many rules wait for leave to be tried; `nil` for none.
  var untried: String? {
    let risks = [(SafetyClass.mutating, "mutating"), (.intrusive, "intrusive")]
    let parts = risks.compactMap { safety, word -> String? in
      let count = Set(rules.filter { $0.reason == safety.permission }.map(\.rule.id)).count
      return count == 0 ? nil : "\(Wording.count(count, "rule")) without --allow \(word)"
    }
    return parts.isEmpty ? nil : "not tried: \(parts.joined(separator: ", "))"
  }

  private func reasons(of verdict: RuleVerdict) -> [(reason: String, count: Int)] {
    var order: [String] = []
    var counts: [String: Int] = [:]
    for case let rule in rules where rule.verdict == verdict {
      guard let reason = rule.reason else { continue }
      if counts[reason] == nil { order.append(reason) }
      counts[reason, default: 0] += 1
    }
    return order.map { ($0, counts[$0, default: 0]) }
      .enumerated()
      .sorted { $0.element.1 == $1.element.1 ? $0.offset < $1.offset : $0.element.1 > $1.element.1 }
      .map(\.element)
  }
}
