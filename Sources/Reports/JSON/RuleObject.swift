internal import AccordConformance
internal import AccordContract
internal import AccordDocuments
internal import AccordEngine
internal import AccordHTTP

/// A rule, what was probed, and what came of it, as an object of a JSON report.
struct RuleObject {
  let rule: RuleAccount
  /// What was probed; `nil` for what the exchanges of the contract's steps told.
  let target: ProbedTarget?
  let account: StepAccount

  /// So many octets of a message's content are written.
  private static let bodyLimit = 64 << 10

  private var wording: Wording { account.wording }

  func json() -> JSONWriter {
    let rule = rule.rule
    var json = JSONWriter()
    json.beginObject()
    json.member("id", rule.id)
    json.member("level", rule.level.rawValue)
    json.member("group", rule.group.rawValue)
    json.member("safety", rule.safety.rawValue)
    json.member("verdict", self.rule.verdict.rawValue)
    json.member("fails", self.rule.fails)
    if let least = self.rule.failsFrom { json.member("failsFrom", least.rawValue) }
    if let known = self.rule.known { json.member("known", wording.recorded(known.reason)) }
    addTarget(to: &json)
    if let reason = self.rule.reason { json.member("reason", wording.recorded(reason)) }
    json.member("statement", rule.statement)
    json.name("sections")
    json.beginArray()
    for citation in rule.citations {
      json.beginObject()
      json.member("document", citation.standard.name)
      json.member("section", citation.section)
      json.member("url", citation.url)
      json.endObject()
    }
    json.endArray()
    json.member("remedy", rule.remedy)
    if let violation = self.rule.first { add(violation, to: &json) }
    json.endObject()
    return json
  }

  private func addTarget(to json: inout JSONWriter) {
    json.name("target")
    if let target {
      json.string(wording.recorded(target.id))
      json.member("path", wording.recorded(target.name))
    } else {
      json.null()
      json.member("kept", rule.kept)
      json.member("broken", rule.broken)
      json.member("undecided", rule.undecided)
    }
  }

  // MARK: - What shows it

  private func add(_ violation: RuleViolation, to json: inout JSONWriter) {
    if violation.level != rule.rule.level { json.member("weight", violation.level.rawValue) }
    json.name("evidence")
    json.beginObject()
    json.member(
      "message", target == nil ? wording.message(violation) : wording.problem(violation))
    if violation.recordedMessage == nil {
      let evidence = violation.evidence
      json.name("part")
      json.value(evidence.part, wording)
      json.member("problem", wording.recorded(evidence.problem))
      if let quote = evidence.quote { json.member("quote", wording.shown(quote)) }
    }
    if target == nil { json.member("step", wording.recorded(violation.step)) }
    if violation.location != .unknown {
      json.name("location")
      json.beginObject()
      json.member("file", account.sources.path(of: violation.location))
      json.member("line", violation.location.line)
      json.member("column", violation.location.column)
      json.endObject()
    }
    json.name("exhibits")
    json.beginArray()
    for exhibit in violation.recordedExhibits { add(ShownExhibit(exhibit, wording), to: &json) }
    if violation.recordedExhibits.isEmpty {
      for exhibit in violation.exhibits { add(exhibit, to: &json) }
    }
    json.endArray()
    json.endObject()
  }

  /// An exchange as an HTTP Archive has it, with the command that sends it again.
  private func add(_ exhibit: Exhibit, to json: inout JSONWriter) {
    let shown = ShownExhibit(exhibit, account)
    json.beginObject()
    json.member("role", shown.role)
    json.name("parts")
    json.beginArray()
    for part in exhibit.parts { json.value(part, wording) }
    json.endArray()
    json.member("marks", shown.marks)
    var messages = HARMessages(
      exhibit.exchange.withoutCredentials, wording, bodyLimit: Self.bodyLimit)
    messages.addRequest(to: &json)
    messages.addResponse(to: &json)
    json.member("reproduce", shown.reproduction)
    json.endObject()
  }

  /// What an earlier run showed, whose messages nobody has any more.
  private func add(_ exhibit: ShownExhibit, to json: inout JSONWriter) {
    json.beginObject()
    json.member("role", exhibit.role)
    json.member("marks", exhibit.marks)
    json.name("request")
    json.beginObject()
    json.member("method", exhibit.method)
    json.member("url", exhibit.url)
    json.endObject()
    json.name("response")
    json.beginObject()
    json.member("status", exhibit.status ?? 0)
    json.endObject()
    json.member("reproduce", exhibit.reproduction)
    json.endObject()
  }
}

extension JSONWriter {
  /// A part of a message: its kind, and the name of the field or the pointer to the member.
  mutating func value(_ part: Evidence.Part, _ wording: Wording) {
    beginObject()
    switch part {
    case .status: member("kind", "status")
    case .content: member("kind", "content")
    case .framing: member("kind", "framing")
    case .field(let name):
      member("kind", "field")
      member("name", wording.recorded(name))
    case .member(let pointer):
      member("kind", "member")
      member("pointer", wording.recorded(pointer))
    }
    endObject()
  }
}
