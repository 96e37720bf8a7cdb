internal import AccordConformance
internal import AccordEngine

/// Rules of HTTP and REST as one test point, behind those of the steps.
struct TAPRules {
  let conformance: ConformanceAccount
  let account: StepAccount

  private var wording: Wording { account.wording }

  /// The point with its diagnostic: the rules that the exchanges of steps broke, and what came of each
  /// target that was probed.
  func render(number: Int) -> MarkedText {
    var text = MarkedText()
    // A probe that did not come to its end gives no verdict, which is no pass.
    let isOK = !conformance.fails && !conformance.wasCutShort
    text.own("\(isOK ? "ok" : "not ok") \(number) - conformance: ")
    text.own("\(wording.conformance(conformance))\n")
    let broken = conformance.passive.broken
    let targets = conformance.targets
    guard !broken.isEmpty || !targets.isEmpty else { return text }
    text.own("  ---\n")
    if conformance.fails { text.own("  severity: fail\n") }
    let lines = broken.map { "\(($0.level ?? $0.rule.level).rawValue) \(wording.conformance($0))" }
    list("rules", lines, indent: "  ", to: &text)
    if !targets.isEmpty { text.own("  targets:\n") }
    for target in targets { append(target, to: &text) }
    text.own("  ...\n")
    return text
  }

  private func append(_ target: TargetAccount, to text: inout MarkedText) {
    text.own("    - summary: ")
    text.foreign(wording.summary(target), as: .scalar)
    text.own("\n")
    list("alarms", wording.alarms(target.target), indent: "      ", to: &text)
    let findings = target.broken.map { rule in
      let finding = FindingAccount(rule: rule, target: target.target, account: account)
      return (["\(finding.level.rawValue) \(finding.headline)"] + finding.lines())
        .joined(separator: "\n")
    }
    list("violated", findings, indent: "      ", to: &text)
    let open = target.rules.filter { $0.verdict == .inconclusive }
    list(
      "inconclusive", open.map { "\($0.rule.id) \(wording.verdict($0))" }, indent: "      ",
      to: &text)
  }

  private func list(
    _ name: String, _ values: [String], indent: String, to text: inout MarkedText
  ) {
    guard !values.isEmpty else { return }
    text.own("\(indent)\(name):\n")
    for value in values {
      text.own("\(indent)  - ")
      text.foreign(value, as: .scalar)
      text.own("\n")
    }
  }
}
