internal import AccordContract
internal import AccordDocuments
internal import AccordEngine
internal import AccordHTTP
internal import AccordRuns

/// A step's line: all that comparing runs needs.
struct StepLine {
  let record: StepRecord
  let account: StepAccount
  /// Whether the run is a shard's: what is joined may find a failure where the shard found none.
  var isOfShard = false

  func json() -> JSONWriter {
    var json = JSONWriter()
    json.beginObject()
    json.member("event", "step")
    json.member("id", record.id)
    json.member("index", record.index)
    if let index = record.wholeIndex { json.member("wholeIndex", index) }
    json.member("repetition", record.repetition)
    json.member("path", record.path)
    json.member("title", record.title)
    json.member("role", Wording.word(record.role))
    if record.ordinal > 0 { json.member("ordinal", record.ordinal) }
    json.member("section", record.section)
    json.member("method", record.method)
    json.member("endpoint", record.endpoint)
    json.member("tags", record.tags)
    add(record.location, to: &json)
    if let expected = record.expectedStatus { json.member("expected", expected) }
    addOutcome(to: &json)
    addRemarks(to: &json)
    json.member(record.violations, account.wording)
    json.member("tries", record.tries)
    json.member("flaky", record.isFlaky)
    addDeferrals(to: &json)
    json.member("start", record.start)
    json.member("duration", record.duration)
    addExchanges(to: &json)
    addTold(to: &json)
    json.endObject()
    return json
  }

  private func add(_ location: SourceLocation, to json: inout JSONWriter) {
    json.name("location")
    json.beginObject()
    json.member("file", account.sources.path(of: location))
    json.member("line", location.line)
    json.member("column", location.column)
    json.endObject()
  }

  private func addOutcome(to json: inout JSONWriter) {
    let wording = account.wording
    json.member("outcome", Wording.word(record.outcome))
    switch record.outcome {
    case .passed(let isFixed): if isFixed { json.member("fixed", true) }
    case .failed: if let reason = record.knownReason { addKnown(reason, to: &json) }
    case .observed: break
    case .errored(let problem):
      json.member("reasonKind", wording.kind(problem))
      json.member("reason", wording.message(problem))
    case .skipped(let reason):
      json.member("reasonKind", wording.kind(reason))
      json.member("reason", wording.message(reason))
    case .known(let reason): addKnown(reason, to: &json)
    }
    guard !record.findings.isEmpty else { return }
    json.name("findings")
    json.beginArray()
    for finding in record.findings { add(finding, to: &json) }
    json.endArray()
  }

  private func addKnown(_ reason: String, to json: inout JSONWriter) {
    let wording = account.wording
    json.member("reasonKind", record.isKnownByBaseline ? RecordedStep.kindOfBaseline : "known")
    json.member("reason", record.isRecorded ? wording.recorded(reason) : wording.shown(reason))
  }

  private func add(_ finding: Finding, to json: inout JSONWriter) {
    let place = account.wording.words(finding.mismatch.place)
    let nearMiss = NearMiss.of(finding.mismatch, in: record.exchanges.last?.response)
    json.beginObject()
    json.member("kind", account.wording.kind(finding.mismatch.place))
    if !place.isEmpty { json.member("place", place) }
    if let name = finding.mismatch.place.stableName.map(shown), name != place {
      json.member("stablePlace", name)
    }
    json.member("message", account.wording.message(finding.mismatch, nearMiss: nearMiss))
    if let sides = account.wording.sides(finding.mismatch) {
      json.member("expected", sides.expected)
      json.member("found", sides.found)
      let lines = account.wording.lines(finding.mismatch, nearMiss: nearMiss)
      if lines.count > 1 { json.member("diff", lines[0]) }
    }
    add(finding.location, to: &json)
    if finding.furtherCount > 0 { json.member("further", finding.furtherCount) }
    json.endObject()
  }

  /// What changed since an earlier run, and what else reviews say.
  private func addRemarks(to json: inout JSONWriter) {
    guard !record.remarks.isEmpty else { return }
    let changes = record.changes
    if !changes.isEmpty { json.member("changes", changes, shown: shown) }
    let others = record.remarks.filter { $0.change == nil }
    guard !others.isEmpty else { return }
    json.name("remarks")
    json.beginArray()
    for remark in others {
      json.beginObject()
      json.member("kind", remark.kind)
      json.member("message", account.wording.message(remark))
      json.endObject()
    }
    json.endArray()
  }

  private func addDeferrals(to json: inout JSONWriter) {
    guard !record.deferrals.isEmpty else { return }
    json.name("retryAfter")
    json.beginArray()
    for deferral in record.deferrals {
      json.beginObject()
      json.member("status", deferral.status)
      if let wait = deferral.wait { json.member("waited", wait) }
      if let reason = account.wording.reason(deferral) { json.member("notWaited", reason) }
      json.endObject()
    }
    json.endArray()
  }

  private func addExchanges(to json: inout JSONWriter) {
    guard let exchange = record.exchanges.last else { return }
    json.member("url", shown(exchange.request.url))
    if exchange.sendCount > 1 { json.member("sendCount", exchange.sendCount) }
    if let response = exchange.response ?? exchange.error?.received {
      json.member("status", response.status)
      if let type = response.fields.first("Content-Type")?.value {
        // Secrets come out first: of one in small letters nobody would know.
        let redacted = account.wording.redactor.redact(type)
        json.member("mediaType", shown(HTTPResponse.mediaType(redacted)))
      }
      let names = response.fields.names.map { shown($0).lowercased() }
      json.member("fields", Set(names).sorted())
    }
    if let shape = record.bodyShape {
      json.name("shape")
      json.raw(shape)
    }
    add(exchange.timings, to: &json)
    guard record.exchanges.count > 1 else { return }
    json.name("hops")
    json.beginArray()
    for hop in record.exchanges.dropLast() {
      json.beginObject()
      json.member("method", hop.request.method)
      json.member("url", shown(hop.request.url))
      if let status = hop.response?.status { json.member("status", status) }
      if hop.sendCount > 1 { json.member("sendCount", hop.sendCount) }
      json.endObject()
    }
    json.endArray()
  }

  /// What other reports say of the exchanges, for those of a later run: of steps of which they say it.
  private func addTold(to json: inout JSONWriter) {
    switch record.outcome {
    case .failed, .errored, .known, .observed: break
    case .passed where isOfShard: break
    case .passed, .skipped: return
    }
    guard !record.exchanges.isEmpty else { return }
    json.name("told")
    json.beginObject()
    json.member("exchanges", account.linesOfExchanges(record).map(Wording.bounded))
    if case .observed = record.outcome, !isOfShard { return json.endObject() }
    let answer = account.answer(record)
    if !answer.isEmpty { json.member("answer", answer.map(Wording.bounded)) }
    json.member("reproduce", account.reproduction(record).map(Wording.bounded))
    json.endObject()
  }

  private func add(_ timings: Timings, to json: inout JSONWriter) {
    json.name("timings")
    json.beginObject()
    json.member("nameLookup", timings.nameLookup)
    json.member("connect", timings.connect)
    if let tls = timings.tls { json.member("tls", tls) }
    json.member("wait", timings.wait)
    json.member("receive", timings.receive)
    json.member("firstByte", timings.firstByte)
    json.member("total", timings.total)
    json.endObject()
  }

  /// Text that a line holds however long it is: what a server chose may have any length.
  private func shown(_ text: String) -> String {
    if record.isRecorded { return account.wording.redactor.redact(text) }
    return JSONNode.excerpt(of: account.wording.redactor.redact(text), limit: Self.textLimit)
  }

  private static let textLimit = 4_096
}
