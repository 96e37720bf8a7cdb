internal import AccordConformance
internal import AccordDocuments
internal import AccordEngine

/// What rules of HTTP and REST say of a run, as members of its lines.
extension JSONWriter {
  /// What the exchanges told of each rule that had something to say of them.
  mutating func member(_ account: ConformanceAccount, _ wording: Wording) {
    name("conformance")
    beginObject()
    member("mode", account.mode.rawValue)
    member("profile", account.profile.rawValue)
    member("fails", account.fails)
    name("rules")
    beginArray()
    for rule in account.rules { value(rule, wording) }
    endArray()
    endObject()
  }

  private mutating func value(_ account: RuleAccount, _ wording: Wording) {
    beginObject()
    member("id", account.rule.id)
    member("level", account.rule.level.rawValue)
    member("verdict", account.verdict.rawValue)
    member("kept", account.kept)
    member("broken", account.broken)
    member("undecided", account.undecided)
    if let first = account.first {
      if first.level != account.rule.level { member("weight", first.level.rawValue) }
      member("step", wording.recorded(first.step))
      member("index", first.index)
      member("message", wording.message(first))
    }
    member("statement", account.rule.statement)
    member("sections", account.rule.citations.map(\.description))
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
