internal import AccordContract
internal import AccordDocuments
internal import AccordEngine
internal import AccordHTTP
internal import AccordRuns

/// A step as the page's script reads it: a row of the list, and what is shown when it is opened.
struct HTMLStep {
  let record: StepRecord
  let account: StepAccount
  let bounds: HTMLBounds
  let source: HTMLSource

  /// The names of a row's values, in their order.
  static let columns = [
    "index", "repetition", "section", "outcome", "role", "ordinal", "method", "endpoint", "title",
    "path", "tags", "status", "expected", "duration", "latency", "tries", "marks", "message",
  ]

  private static let messageLimit = 200

  // MARK: - The row

  /// The values of ``columns``: a list of many steps is read when the page opens, so names stand in
  /// it once.
  func row() -> JSONWriter {
    var json = JSONWriter()
    json.beginArray()
    json.integer(record.index)
    json.integer(record.repetition)
    json.integer(record.section)
    json.string(code)
    json.string(roleCode)
    json.integer(record.ordinal)
    json.string(shown(record.method))
    json.string(shown(record.endpoint))
    json.string(shown(record.title))
    json.strings(record.path.map(shown))
    json.strings(record.tags.map(shown))
    json.integer(status ?? 0)
    if let expected = record.expectedStatus { json.string(shown(expected)) } else { json.null() }
    json.milliseconds(record.duration)
    if status != nil, let exchange = record.exchanges.last {
      json.milliseconds(exchange.timings.total)
    } else {
      json.null()
    }
    json.integer(record.tries)
    json.strings(marks)
    json.string(message)
    json.endArray()
    return json
  }

  /// One letter, so that no secret is ever like it.
  private var code: String {
    switch record.outcome {
    case .passed: "p"
    case .failed: "f"
    case .errored: "e"
    case .skipped: "s"
    case .observed: "o"
    case .known: "k"
    }
  }

  private var roleCode: String {
    switch record.role {
    case .step: ""
    case .cleanup: "c"
    case .probe: "p"
    }
  }

  /// What else the list can be filtered by, a letter each: flaky, fixed, expired, and what changed.
  private var marks: [String] {
    var marks: [String] = []
    if record.isFlaky { marks.append("y") }
    if case .passed(isFixed: true) = record.outcome { marks.append("x") }
    if record.hasExpired { marks.append("d") }
    let kinds = Set(record.changes.map(\.kind))
    return marks + HTMLRun.changes.filter { kinds.contains($0.kind) }.map(\.letter)
  }

  private var status: Int? {
    let exchange = record.exchanges.last
    return (exchange?.response ?? exchange?.error?.received)?.status
  }

  /// What the list says below a step's name.
  private var message: String {
    let message: String
    switch record.outcome {
    case .passed, .observed:
      message = Self.joined(StepRemark.all(of: record, account.wording).map(\.sentence))
    case .skipped(let reason):
      message = Self.joined([account.wording.message(reason)] + account.reviewLines(record))
    case .known(let reason):
      message = Self.joined(
        ["known: \(account.wording.shown(reason))"] + account.reviewLines(record))
    case .failed, .errored:
      let messages = account.messages(record)
      let line = messages.first?.prefix { $0 != "\n" } ?? ""
      let first = messages.count > 1 ? "\(line) (and \(messages.count - 1) more)" : String(line)
      message = Self.joined([first] + account.reviewLines(record))
    }
    guard message.unicodeScalars.count > Self.messageLimit else { return message }
    return String(message.unicodeScalars.prefix(Self.messageLimit - 1)) + "…"
  }

  /// The sentences in one, what several begin with said once.
  private static func joined(_ sentences: [String]) -> String {
    var text = ""
    var last: String?
    for sentence in sentences {
      if !text.isEmpty { text += "; " }
      let beginning = [StepRemark.Kind.changed.rawValue, StepAccount.sinceEarlier]
        .first { sentence.hasPrefix("\($0): ") }
      let isSaid = beginning != nil && beginning == last
      text += isSaid ? String(sentence.dropFirst((beginning?.count ?? 0) + 2)) : sentence
      last = beginning
    }
    return text
  }

  // MARK: - What is shown of an opened step

  /// The names of the members, which no secret takes away.
  static let names: Set<String> = [
    "place", "said", "reason", "findings", "at", "message", "expected", "found", "more",
    "source", "number", "line", "marks", "curl", "notes", "exchanges", "request", "response",
    "interim", "fields", "trailers", "hidden", "body", "size", "text", "cut", "note", "error",
    "timings", "connection", "changes", "kind", "before", "after", "fails", "remarks",
  ]

  func details() -> JSONWriter {
    var json = JSONWriter()
    json.beginObject()
    if let reason { json.member("reason", reason) }
    addFindings(to: &json)
    addReviews(to: &json)
    let remarks = account.remarks(record)
    if bounds != .nothing || !remarks.isEmpty {
      json.member("said", account.linesOfExchanges(record))
      json.name("source")
      json.raw(source.json(remarks, of: record, account))
    }
    if bounds != .nothing {
      addCommand(to: &json)
      addExchanges(to: &json)
    }
    json.endObject()
    return json
  }

  private var reason: String? {
    switch record.outcome {
    case .passed, .failed, .observed: nil
    case .errored(let problem): account.wording.message(problem)
    case .skipped(let reason): account.wording.message(reason)
    case .known(let reason): "known: \(account.wording.shown(reason))"
    }
  }

  private func addFindings(to json: inout JSONWriter) {
    let wording = account.wording
    // A change is told below, with what was before.
    let changes = record.changes.map(wording.message)
    let findings = record.findings.filter {
      $0.mismatch.place.kind != "change" || !changes.contains(wording.message($0.mismatch))
    }
    guard !findings.isEmpty else { return }
    json.name("findings")
    json.beginArray()
    for finding in findings {
      let nearMiss = NearMiss.of(finding.mismatch, in: record.exchanges.last?.response)
      let place = wording.words(finding.mismatch.place)
      json.beginObject()
      json.member("at", place.isEmpty ? wording.kind(finding.mismatch.place) : place)
      json.member("message", wording.message(finding.mismatch, nearMiss: nearMiss))
      if let sides = wording.sides(finding.mismatch) {
        json.member("expected", sides.expected)
        json.member("found", sides.found)
      }
      if finding.furtherCount > 0 { json.member("more", wording.further(finding.furtherCount)) }
      json.endObject()
    }
    json.endArray()
  }

  /// What a baseline and an earlier run say.
  private func addReviews(to json: inout JSONWriter) {
    let wording = account.wording
    let changes = record.changes
    if !changes.isEmpty { json.member("changes", changes, shown: wording.shown) }
    var remarks: [String] = []
    if case .passed(isFixed: true) = record.outcome { remarks = wording.fixedNotes(record) }
    remarks += record.remarks.filter { $0.change == nil && $0.kind != "fixed" }.map(wording.message)
    if !remarks.isEmpty { json.member("remarks", remarks) }
  }

  private func addCommand(to json: inout JSONWriter) {
    guard let command = account.command(record) else { return }
    let text = command.text
    guard HTMLEncoding.cost(of: text) <= bounds.command else {
      json.member("notes", ["the command is too long to be kept here"])
      return
    }
    json.member("curl", text)
    if !command.notes.isEmpty { json.member("notes", command.notes.map(VisibleText.escape)) }
  }

  /// The exchanges; of those before the last less is kept.
  private func addExchanges(to json: inout JSONWriter) {
    json.name("exchanges")
    json.beginArray()
    for (number, exchange) in record.exchanges.enumerated() {
      let isLast = number == record.exchanges.count - 1
      let isWhole = isLast || bounds == .full
      HTMLExchange(
        exchange: exchange, wording: account.wording, sources: account.sources,
        bounds: isWhole ? bounds : bounds == .brief ? .heads : .nothing,
        isWhole: record.hasWholeExchanges,
        entry: number < record.archived.count ? record.archived[number] : nil
      ).add(to: &json)
    }
    json.endArray()
  }

  private func shown(_ text: String) -> String {
    VisibleText.escape(account.wording.redactor.redact(text))
  }
}

extension JSONWriter {
  mutating func strings(_ values: [String]) {
    beginArray()
    for value in values { string(value) }
    endArray()
  }

  /// A duration in milliseconds, to the microsecond.
  mutating func milliseconds(_ duration: Duration) {
    raw(JUnitTotals.decimal(ofThousandths: max(0, duration.microseconds)))
  }
}
