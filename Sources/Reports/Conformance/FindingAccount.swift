internal import AccordConformance
internal import AccordEngine
internal import AccordHTTP

/// Tells of a rule that a target broke, so that who reads it knows what to change: what is demanded and
/// where, the exchanges that show it one under another, what to do, and how to see it again.
struct FindingAccount {
  let rule: RuleAccount
  let target: ProbedTarget
  let account: StepAccount

  private var wording: Wording { account.wording }

  var level: RuleLevel { rule.level ?? rule.rule.level }

  /// What is wrong, in one line.
  var problem: String { rule.first.map(wording.problem) ?? rule.rule.statement }

  /// The rule, the target and what is wrong, in one line.
  var headline: String { "\(rule.rule.id)  \(wording.shown(target.name)): \(problem)\(known)" }

  /// Why it is known, as what follows the problem.
  var known: String { rule.known.map { " (known: \(wording.recorded($0.reason)))" } ?? "" }

  /// What is shown for it.
  var exhibits: [ShownExhibit] {
    guard let first = rule.first else { return [] }
    if !first.recordedExhibits.isEmpty {
      return first.recordedExhibits.map { ShownExhibit($0, wording) }
    }
    return first.exhibits.map { ShownExhibit($0, account) }
  }

  /// All that is to be said below the headline.
  func lines(_ style: TextStyle = .plain) -> [String] {
    let exhibits = exhibits
    return [rule.rule.statement]
      + rule.rule.citations.map { "\($0.description), \($0.url)" }
      + exhibited(exhibits, style)
      + ["on the server: \(rule.rule.remedy)"]
      + exhibits.flatMap(\.reproduction).map { $0.hasPrefix("  (") ? $0 : "reproduce: \($0)" }
  }

  /// The section and what to do, for what does not fail a run.
  var brief: [String] {
    let section = rule.rule.citations.first.map { "\($0.description), \($0.url)" }
    return [section, "on the server: \(rule.rule.remedy)"].compactMap(\.self)
  }

  /// The exchanges one under another, what they are for beside them, so that both sides of a comparison
  /// stand in one column.
  private func exhibited(_ exhibits: [ShownExhibit], _ style: TextStyle) -> [String] {
    let width = exhibits.map(\.role.count).max() ?? 0
    let isWide = width > Self.widestRole
    return exhibits.flatMap { exhibit in
      let lines = exhibit.lines + exhibit.marks.map { style.paint($0, .bold) }
      if isWide { return [exhibit.role] + lines.map { "  \($0)" } }
      return lines.enumerated().map { place, line in
        guard width > 0 else { return line }
        let role = place == 0 ? exhibit.role : ""
        return role + String(repeating: " ", count: width - role.count + 2) + line
      }
    }
  }

  private static let widestRole = 28
}

extension RuleViolation {
  /// The exchanges that show it: several, or the one that was judged.
  var exhibits: [Exhibit] {
    if recordedMessage != nil { return [] }
    return evidence.exhibits.isEmpty ? [Exhibit("", exchange, evidence.part)] : evidence.exhibits
  }
}
