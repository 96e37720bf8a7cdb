internal import AccordConformance
internal import AccordContract
internal import AccordDocuments
internal import AccordEngine

/// A rule of HTTP and REST as a test of the Common Test Report Format.
struct CTRFRule {
  let rule: RuleAccount
  /// What was probed; `nil` for what the exchanges of the contract's steps told.
  let target: ProbedTarget?
  let account: StepAccount

  /// The suite of all rules.
  static let suite = "conformance"

  /// What fails the run has failed; what only warns or informs is another thing than passing.
  var status: String {
    switch rule.verdict {
    case .conforms: "passed"
    case .inconclusive, .notApplicable: "skipped"
    case .violation: rule.fails ? "failed" : "other"
    }
  }

  func json() -> JSONWriter {
    var json = JSONWriter()
    json.beginObject()
    let wording = account.wording
    let name = target.map { " \(wording.shown($0.name))" } ?? ""
    json.member("name", rule.rule.id + name)
    json.member("status", status)
    json.member("rawStatus", rule.verdict.rawValue)
    json.member("duration", 0)
    json.member("suite", [Self.suite, rule.rule.group.rawValue])
    if let target, rule.broken > 0 {
      let finding = FindingAccount(rule: rule, target: target, account: account)
      json.member("message", "\(finding.level.rawValue) \(finding.headline)")
      json.member("trace", finding.lines().joined(separator: "\n"))
    } else if rule.broken > 0 {
      json.member("message", wording.conformance(rule))
    } else if target != nil, rule.verdict != .conforms {
      json.member("message", wording.verdict(rule))
    }
    if target != nil, let place = rule.first?.location, place != .unknown {
      json.member("filePath", account.sources.path(of: place))
      json.member("line", place.line)
    }
    json.name("extra")
    json.beginObject()
    json.member("level", rule.rule.level.rawValue)
    if let target {
      json.member("target", wording.recorded(target.id))
    } else {
      json.member("kept", rule.kept)
      json.member("broken", rule.broken)
      json.member("undecided", rule.undecided)
    }
    json.member("sections", rule.rule.citations.map(\.description))
    json.endObject()
    json.endObject()
    return json
  }
}
