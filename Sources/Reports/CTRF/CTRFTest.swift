internal import AccordContract
internal import AccordDocuments
internal import AccordEngine
internal import AccordHTTP

/// A step as a test of the Common Test Report Format.
struct CTRFTest {
  let record: StepRecord
  let account: StepAccount
  let contract: String
  /// The start of the run, in milliseconds since 1970.
  let runStart: Int64

  func json() -> JSONWriter {
    var json = JSONWriter()
    json.beginObject()
    // What must not be empty is not, whatever the contract's names are.
    json.member("name", Self.filled(name))
    json.member("status", Self.status(of: record.outcome))
    json.member("rawStatus", Wording.word(record.outcome))
    json.member("duration", Int(milliseconds))
    if record.tries > 0 {
      let start = runStart + record.start.microseconds / 1_000
      json.member("start", Int(start))
      json.member("stop", Int(start + milliseconds))
    }
    json.member("testId", Self.filled(record.id))
    json.member("suite", [contract] + record.path)
    json.member("filePath", account.sources.path(of: record.location))
    json.member("line", record.location.line)
    if !record.tags.isEmpty { json.member("tags", record.tags) }
    addMessage(to: &json)
    if record.tries > 1 { json.member("retries", record.tries - 1) }
    json.member("flaky", record.isFlaky)
    json.name("labels")
    json.beginObject()
    json.member("method", record.method)
    json.member("endpoint", record.endpoint)
    json.endObject()
    addExtra(to: &json)
    json.endObject()
    return json
  }

  /// The format knows no errors: a step without a verdict has failed there too, since what reads the
  /// format to decide a deployment reads `failed`; `rawStatus` tells them apart.
  static func status(of outcome: Outcome) -> String {
    switch outcome {
    case .passed: "passed"
    case .failed, .errored: "failed"
    case .skipped: "skipped"
    case .observed, .known: "other"
    }
  }

  private var milliseconds: Int64 { max(0, (record.duration.microseconds + 500) / 1_000) }

  private var name: String {
    var name = record.title
    switch record.role {
    case .step: if record.ordinal > 0 { name = "\(record.ordinal). \(name)" }
    case .cleanup: name = "cleanup \(record.ordinal). \(name)"
    case .probe: name = "allows › \(name)"
    }
    if record.repetition > 1 { name += " #\(record.repetition)" }
    return VisibleText.escape(name)
  }

  private static func filled(_ text: String) -> String { text.isEmpty ? "step" : text }

  private func addMessage(to json: inout JSONWriter) {
    switch record.outcome {
    case .passed:
      let remarks = StepRemark.all(of: record, account.wording)
      if !remarks.isEmpty {
        json.member("message", remarks.map(\.sentence).joined(separator: "\n"))
      }
    case .failed, .errored:
      json.member("message", account.messages(record).joined(separator: "\n"))
      json.member("trace", account.lines(record, .plain).joined(separator: "\n"))
      if let line = account.sources.line(record.findings.first?.location ?? record.location) {
        json.member("snippet", VisibleText.escape(String(line)))
      }
    case .known(let reason):
      json.member("message", "known: \(account.wording.shown(reason))")
      json.member("trace", account.lines(record, .plain).joined(separator: "\n"))
    case .skipped(let reason): json.member("message", account.wording.message(reason))
    case .observed:
      let remarks = StepRemark.all(of: record, account.wording).map(\.sentence)
      json.member(
        "message", (["observed: nothing was expected"] + remarks).joined(separator: "\n"))
    }
  }

  private func addExtra(to json: inout JSONWriter) {
    json.name("extra")
    json.beginObject()
    json.member("index", record.index)
    json.member("repetition", record.repetition)
    if let expected = record.expectedStatus { json.member("expectedStatus", expected) }
    if let exchange = record.exchanges.last,
      let response = exchange.response ?? exchange.error?.received
    {
      json.member("responseStatus", response.status)
    }
    if case .errored(let problem) = record.outcome {
      json.member("reasonKind", account.wording.kind(problem))
    }
    if case .skipped(let reason) = record.outcome {
      json.member("reasonKind", account.wording.kind(reason))
    }
    if case .passed(isFixed: true) = record.outcome { json.member("fixed", true) }
    if record.hasExpired { json.member("expired", true) }
    if !record.changes.isEmpty {
      json.member("changes", record.changes, shown: account.wording.shown)
    }
    if record.wasSentAgain { json.member("sentAgain", true) }
    if let waits = Wording.waits(record) { json.member("waited", waits) }
    switch record.outcome {
    case .failed, .errored, .known:
      if let command = account.command(record) { json.member("reproduce", command.text) }
    case .passed, .skipped, .observed: break
    }
    json.endObject()
  }
}
