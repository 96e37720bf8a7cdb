internal import AccordConformance
internal import AccordContract
internal import AccordDocuments
internal import AccordEngine

/// What came of probing a target, as annotations on its line of the contract.
struct GitHubTarget {
  let target: TargetAccount
  let account: StepAccount

  /// Where the target stands in the contract; `nil` where it stands in none.
  var location: SourceLocation? {
    (target.broken.compactMap(\.first?.location) + [target.target.location])
      .first { $0 != .unknown }
  }

  /// All that is to be said at a level; `nil` where nothing is.
  func command(_ level: GitHubCommand.Level) -> GitHubCommand? {
    let wording = account.wording
    let findings = target.broken.filter { GitHubCommand.Level.of($0).level == level }.map {
      FindingAccount(rule: $0, target: target.target, account: account)
    }
    let alarms = level == .warning ? wording.alarms(target.target) : []
    let name = wording.shown(target.target.name)
    guard let first = findings.first else {
      guard let alarm = alarms.first else { return nil }
      return GitHubCommand(
        level: level, title: "Probing \(name)", lines: [alarm] + alarms.dropFirst())
    }
    let title =
      findings.count == 1
      ? "\(first.level.rawValue) \(first.rule.rule.id) \(name)"
      : "\(Wording.count(findings.count, "rule")) violated by \(name)"
    // A message is cut after 4,096 characters: of several each is told in short.
    let lines = findings.flatMap { finding in
      ["\(finding.level.rawValue) \(finding.headline)"]
        + (findings.count == 1 ? finding.lines() : finding.brief)
    }
    return GitHubCommand(level: level, title: title, lines: alarms + lines)
  }
}
