internal import AccordConformance
internal import AccordDocuments
internal import AccordEngine

/// A rule of HTTP and REST as a test of the Common Test Report Format.
struct CTRFRule {
  let rule: RuleAccount
  let conformance: ConformanceAccount
  let wording: Wording

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
    json.member("name", rule.rule.id)
    json.member("status", status)
    json.member("rawStatus", rule.verdict.rawValue)
    json.member("duration", 0)
    json.member("suite", [Self.suite, rule.rule.group.rawValue])
    if rule.broken > 0 { json.member("message", wording.conformance(rule)) }
    json.name("extra")
    json.beginObject()
    json.member("level", rule.rule.level.rawValue)
    json.member("kept", rule.kept)
    json.member("broken", rule.broken)
    json.member("undecided", rule.undecided)
    json.member("sections", rule.rule.citations.map(\.description))
    json.endObject()
    json.endObject()
    return json
  }
}
