internal import AccordConformance
internal import AccordEngine

/// What rules of HTTP and REST say of a run, as a section of Markdown.
struct MarkdownRules {
  let conformance: ConformanceAccount
  let account: StepAccount
  /// How many octets what probes found may take; the rest is counted.
  let limit: Int

  /// So many rules are shown, so that a comment stays within its limit.
  private static let ruleLimit = 40
  /// So many lines are shown of what a probe found.
  private static let lineLimit = 60

  private var wording: Wording { account.wording }

  func append(to text: inout MarkedText) {
    let broken = conformance.passive.broken
    text.own("### Conformance: \(wording.conformance(conformance))\n\n")
    for rule in broken.prefix(Self.ruleLimit) {
      text.own("- **\((rule.level ?? rule.rule.level).rawValue)** ")
      text.foreign(wording.conformance(rule), as: .span)
      text.own("\n")
    }
    if broken.count > Self.ruleLimit {
      text.own("\n_and \(broken.count - Self.ruleLimit) more_\n")
    }
    if !broken.isEmpty { text.own("\n") }
    appendTargets(to: &text)
  }

  /// The targets, those for which the run fails first, as long as there is room.
  private func appendTargets(to text: inout MarkedText) {
    var left = limit
    let targets = conformance.targets
    let ordered =
      targets.filter { $0.rules.contains(where: \.fails) }
      + targets.filter { !$0.rules.contains(where: \.fails) }
    var furtherFindings = 0
    var furtherTargets = 0
    for target in ordered {
      let heading = heading(target)
      guard furtherTargets == 0, size(heading) <= left else {
        furtherTargets += 1
        furtherFindings += target.broken.count
        continue
      }
      left -= size(heading)
      text.append(heading)
      for rule in target.broken {
        let finding = finding(rule, of: target.target)
        // Once one did not fit, none after it is shown.
        guard furtherFindings == 0, size(finding) <= left else {
          furtherFindings += 1
          continue
        }
        left -= size(finding)
        text.append(finding)
      }
    }
    let rest = [(furtherFindings, "violation"), (furtherTargets, "target")].filter { $0.0 > 0 }
      .map { Wording.count($0.0, "more \($0.1)") }
    if !rest.isEmpty {
      text.own("_and \(rest.joined(separator: ", ")), for which there is no room_\n\n")
    }
  }

  /// About what a piece takes when it is encoded: what is foreign grows by little.
  private func size(_ text: MarkedText) -> Int {
    MarkedText.resolve(text.octets, wording.redactor, encode: MarkdownEncoding.encode).count
  }

  private func heading(_ target: TargetAccount) -> MarkedText {
    var text = MarkedText()
    text.own("#### \(target.rules.contains(where: \.fails) ? "❌ " : "")")
    text.foreign(wording.summary(target), as: .span)
    text.own("\n\n")
    for alarm in wording.alarms(target.target) {
      text.own("⚠️ ")
      text.foreign(alarm, as: .span)
      text.own("\n\n")
    }
    return text
  }

  private func finding(_ rule: RuleAccount, of target: ProbedTarget) -> MarkedText {
    let finding = FindingAccount(rule: rule, target: target, account: account)
    var text = MarkedText()
    text.own("- **\(finding.level.rawValue)** ")
    text.foreign(finding.headline, as: .span)
    text.own("\n\n")
    guard rule.fails || finding.level == .must && rule.known == nil else {
      for citation in rule.rule.citations.prefix(1) { text.own("  \(citation)") }
      text.own(": ")
      text.foreign(rule.rule.remedy, as: .span)
      text.own("\n\n")
      return text
    }
    let lines = finding.lines()
    // An empty line behind the tag: what follows is Markdown again (CommonMark section 4.6).
    text.own("<details><summary>What shows it, and what to change</summary>\n\n")
    text.foreign(lines.prefix(Self.lineLimit).joined(separator: "\n"), as: .block)
    text.own("\n\n")
    if lines.count > Self.lineLimit {
      text.own("and \(Wording.count(lines.count - Self.lineLimit, "more line"))\n\n")
    }
    text.own("</details>\n\n")
    return text
  }
}
