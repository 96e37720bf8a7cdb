internal import AccordDocuments
internal import AccordEngine
internal import AccordHTTP

/// An exchange as an entry of an HTTP Archive.
struct HAREntry {
  let record: StepRecord
  /// The exchange's place among those of the step, from 0.
  let number: Int
  /// When it began, in milliseconds since 1970.
  let start: Int64
  let account: StepAccount
  private var messages: HARMessages

  var exchange: Exchange { messages.exchange }
  /// What is noted of contents on the way.
  var content: HARContent {
    get { messages.content }
    set { messages.content = newValue }
  }

  init(
    record: StepRecord, number: Int, start: Int64, bodyLimit: Int?, account: StepAccount
  ) {
    self.record = record
    self.number = number
    self.start = start
    self.account = account
    messages = HARMessages(record.exchanges[number], account.wording, bodyLimit: bodyLimit)
  }

  mutating func json() -> JSONWriter {
    if let entry = record.archived.count > number ? record.archived[number] : nil {
      return joined(entry)
    }
    var json = JSONWriter()
    json.beginObject()
    json.member("startedDateTime", Timestamp.milliseconds(start))
    json.member("time", exchange.timings.total)
    addRequest(to: &json)
    let hasRedactedRequest = content.hasRedacted
    content.hasRedacted = false
    addResponse(to: &json)
    let hasRedactedResponse = content.hasRedacted
    json.name("cache")
    json.beginObject()
    json.endObject()
    addTimings(to: &json)
    if let remote = exchange.connection.remote { json.member("serverIPAddress", remote.address) }
    if let local = exchange.connection.local { json.member("connection", "\(local.port)") }
    addAccord(to: &json)
    // A verdict may rest on what was taken out.
    if hasRedactedRequest { json.member("redactedRequest", true) }
    if hasRedactedResponse { json.member("redactedResponse", true) }
    if content.hasCut { json.member("cut", true) }
    json.endObject()
    json.endObject()
    return json
  }

  // MARK: - Messages

  mutating func addRequest(to json: inout JSONWriter) { messages.addRequest(to: &json) }

  mutating func addResponse(to json: inout JSONWriter) { messages.addResponse(to: &json) }

  // MARK: - Time

  /// The phases in milliseconds; -1 for what did not take place.
  ///
  /// Their sum without `ssl`, which is a part of `connect`, is the time of the whole.
  private func addTimings(to json: inout JSONWriter) {
    let timings = exchange.timings
    let isConnected = exchange.connection.isNew
    let connect = timings.connect + (timings.tls ?? .zero)
    let told =
      (isConnected ? timings.nameLookup + connect : .zero) + timings.wait + timings.receive
    json.name("timings")
    json.beginObject()
    json.member("blocked", max(.zero, timings.total - told))
    addPhase("dns", isConnected ? timings.nameLookup : nil, to: &json)
    addPhase("connect", isConnected ? connect : nil, to: &json)
    addPhase("ssl", isConnected ? timings.tls : nil, to: &json)
    json.member("send", Duration.zero)
    json.member("wait", timings.wait)
    json.member("receive", timings.receive)
    json.member("comment", "wait is from the moment the request could be sent")
    json.endObject()
  }

  private func addPhase(_ name: String, _ phase: Duration?, to json: inout JSONWriter) {
    if let phase { json.member(name, phase) } else { json.member(name, -1) }
  }

  // MARK: - What Accord knows

  /// Begins the member that is Accord's own.
  private mutating func addAccord(to json: inout JSONWriter) {
    let wording = account.wording
    json.name("_accord")
    json.beginObject()
    json.member("id", content.redacted(record.id))
    json.member("index", record.index)
    json.member("repetition", record.repetition)
    // What the values that were made for its scenario come from.
    json.member("unit", record.unit)
    json.member("timestamp", Int(record.unitTimestamp))
    json.member("start", record.start)
    json.member("duration", record.duration)
    json.member("answerTime", record.answerTime)
    json.member("hop", number)
    json.member("hops", record.exchanges.count)
    json.member("tries", record.tries)
    addOutcome(to: &json)
    if case .errored(let problem) = record.outcome, !problem.isOfJudging {
      json.member("unjudged", true)
    }
    json.member("place", wording.redactor.redact(account.sources.place(record.location)))
    addFindings(to: &json)
    if record.isFlaky { json.member("flaky", true) }
    if case .passed(isFixed: true) = record.outcome { json.member("fixed", true) }
    if let waits = Wording.waits(record) { json.member("waited", waits) }
    let reasons = record.deferrals.compactMap(wording.reason)
    if !reasons.isEmpty { json.member("notWaited", reasons.map(wording.redactor.redact)) }
    json.member("sendCount", exchange.sendCount)
    json.member("newConnection", exchange.connection.isNew)
    if let remote = exchange.connection.remote { json.member("remotePort", remote.port) }
    if let error = exchange.error { addTransport(error, to: &json) }
  }

  /// What the step came to, and why.
  func addOutcome(to json: inout JSONWriter) {
    let wording = account.wording
    json.member("outcome", Wording.word(record.outcome))
    switch record.outcome {
    case .errored(let problem):
      json.member("reasonKind", wording.kind(problem))
      json.member("reason", wording.message(problem))
    case .skipped(let reason):
      json.member("reasonKind", wording.kind(reason))
      json.member("reason", wording.message(reason))
    case .known(let reason): json.member("reason", wording.shown(reason))
    case .passed, .failed, .observed: break
    }
  }

  /// What was found, with the last exchange.
  func addFindings(to json: inout JSONWriter) {
    guard !record.findings.isEmpty, number == record.exchanges.count - 1 else { return }
    json.member("findings", account.messages(record).map(account.wording.redactor.redact))
  }

  private func addTransport(_ error: TransportError, to json: inout JSONWriter) {
    json.name("error")
    json.beginObject()
    json.member("kind", account.wording.kind(error))
    json.member("phase", error.phase.rawValue)
    json.member("code", error.code)
    json.member("mayHaveBeenProcessed", error.mayHaveBeenProcessed)
    json.endObject()
  }
}
