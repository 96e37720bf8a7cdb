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
  let exchange: Exchange
  var content: HARContent

  init(
    record: StepRecord, number: Int, start: Int64, bodyLimit: Int?, account: StepAccount
  ) {
    self.record = record
    self.number = number
    self.start = start
    self.account = account
    exchange = record.exchanges[number]
    content = HARContent(redactor: account.wording.redactor, bodyLimit: bodyLimit)
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

  // MARK: - Request

  mutating func addRequest(to json: inout JSONWriter) {
    // What is taken apart is redacted before: a part of a secret is not found.
    let url = content.redacted(exchange.request.url)
    let fields = content.redacted(HARFields.sent(exchange))
    json.name("request")
    json.beginObject()
    json.member("method", content.redacted(exchange.request.method))
    json.member("url", url)
    json.member("httpVersion", version)
    content.addCookies(HARFields.cookies(of: fields), to: &json)
    content.addFields(fields, as: "headers", to: &json)
    json.name("queryString")
    json.beginArray()
    for (name, value) in HARFields.query(of: url) {
      json.beginObject()
      json.member("name", name)
      json.member("value", value)
      json.endObject()
    }
    json.endArray()
    let octets = sentContent
    if let octets, !octets.isEmpty {
      content.addPostData(octets, type: HARFields.first("content-type", in: fields), to: &json)
    }
    json.member("headersSize", exchange.sent?.head.count ?? -1)
    json.member("bodySize", octets?.count ?? -1)
    if exchange.sent == nil { json.member("comment", "as it was asked for") }
    json.endObject()
  }

  /// The octets after the head; nil where they were not recorded.
  private var sentContent: [UInt8]? {
    switch exchange.request.content {
    case .none: []
    case .bytes(let octets): octets
    case .file, .multipart: exchange.sent?.content
    }
  }

  private var version: String {
    let version = exchange.connection.version ?? answer?.version
    return version?.description ?? "unknown"
  }

  // MARK: - Response

  private var answer: HTTPResponse? { exchange.response ?? exchange.error?.received }

  mutating func addResponse(to json: inout JSONWriter) {
    json.name("response")
    json.beginObject()
    json.member("status", answer?.status ?? 0)
    json.member("statusText", content.redacted(answer?.reason ?? ""))
    json.member("httpVersion", answer?.version.description ?? "unknown")
    let fields = content.redacted(answer.map { HARFields.octets(of: $0.fields) } ?? [])
    content.addCookies(HARFields.setCookies(of: fields), to: &json)
    content.addFields(fields, as: "headers", to: &json)
    content.addContent(
      answer?.body ?? [], asReceived: answer?.bodyAsReceived?.count,
      type: HARFields.first("content-type", in: fields), to: &json)
    let isRedirect = answer.map { 300..<400 ~= $0.status } ?? false
    let location = isRedirect ? HARFields.first("location", in: fields) ?? "" : ""
    json.member("redirectURL", location)
    json.member("headersSize", -1)
    json.member("bodySize", answer.map { $0.bodyAsReceived?.count ?? $0.body.count } ?? -1)
    if let answer, !answer.trailers.isEmpty {
      let trailers = content.redacted(HARFields.octets(of: answer.trailers))
      content.addFields(trailers, as: "_trailers", to: &json)
    }
    if let answer, !answer.interim.isEmpty { addInterim(answer.interim, to: &json) }
    if let error = exchange.error {
      // The member's name and meaning are those of browsers.
      json.member("_error", account.wording.message(error))
    }
    json.endObject()
  }

  private mutating func addInterim(_ interim: [InterimResponse], to json: inout JSONWriter) {
    json.name("_interim")
    json.beginArray()
    for response in interim {
      json.beginObject()
      json.member("status", response.status)
      let fields = content.redacted(HARFields.octets(of: response.fields))
      content.addFields(fields, as: "headers", to: &json)
      json.endObject()
    }
    json.endArray()
  }

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
