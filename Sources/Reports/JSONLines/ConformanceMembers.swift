internal import AccordConformance
internal import AccordContract
internal import AccordDocuments
internal import AccordEngine

/// What rules of HTTP and REST say of a run, as members of its lines.
extension JSONWriter {
  /// What the exchanges told of each rule that had something to say of them.
  mutating func member(_ conformance: ConformanceAccount, _ account: StepAccount) {
    name("conformance")
    beginObject()
    member("mode", conformance.mode.rawValue)
    member("profile", conformance.profile.rawValue)
    if conformance.isStrict { member("strict", true) }
    member("fails", conformance.fails)
    name("rules")
    beginArray()
    for rule in conformance.rules { value(rule, account) }
    endArray()
    endObject()
  }

  private mutating func member(_ location: SourceLocation, _ account: StepAccount) {
    name("location")
    beginObject()
    member("file", account.sources.path(of: location))
    member("line", location.line)
    member("column", location.column)
    endObject()
  }

  /// To which rules the exchanges of the run are held.
  mutating func member(_ heading: ConformanceHeading) {
    name("conformance")
    beginObject()
    member("mode", heading.mode.rawValue)
    member("profile", heading.profile.rawValue)
    endObject()
  }

  private mutating func value(_ rule: RuleAccount, _ account: StepAccount) {
    beginObject()
    member("id", rule.rule.id)
    member("level", rule.rule.level.rawValue)
    member("verdict", rule.verdict.rawValue)
    member("kept", rule.kept)
    member("broken", rule.broken)
    member("undecided", rule.undecided)
    if let first = rule.first {
      if first.level != rule.rule.level { member("weight", first.level.rawValue) }
      member("step", account.wording.recorded(first.step))
      member("index", first.index)
      if let index = first.wholeIndex { member("wholeIndex", index) }
      member(first.location, account)
      member("message", account.wording.message(first))
    }
    member("statement", rule.rule.statement)
    member("sections", rule.rule.citations.map(\.description))
    endObject()
  }

  /// The rules that a step's exchanges broke; nothing where there is none.
  mutating func member(_ violations: [RuleViolation], _ wording: Wording) {
    guard !violations.isEmpty else { return }
    name("violations")
    beginArray()
    for violation in violations {
      beginObject()
      member("rule", violation.rule)
      member("level", violation.level.rawValue)
      member("message", wording.message(violation))
      endObject()
    }
    endArray()
  }
}
