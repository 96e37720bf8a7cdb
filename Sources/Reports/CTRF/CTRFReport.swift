internal import AccordDocuments
package import AccordEngine
internal import AccordRuns

/// The Common Test Report Format (https://ctrf.io), version 1.0.0: one JSON document with a test for
/// each step, in the contract's order.
///
/// The summary comes behind the tests, which the format leaves open, so that nothing is held in memory
/// and nothing is written twice.
///
/// A class, since it is changed with every event by the one queue that owns it.
package final class CTRFReport: Report {
  package let kind = "ctrf"
  package let output: ReportOutput
  private var account: StepAccount
  private var ordered = OrderedOutput<StepNote>()
  private var header: RunHeader?
  private var footer: RunFooter?
  private var counts: [String: Int] = [:]
  /// The names of the suites below the contract: no more than it has.
  private var suites: Set<String> = []
  private var testCount = 0

  /// A report in the form of CTRF.
  ///
  /// - Parameters:
  ///   - destination: Where it goes.
  ///   - sources: Where the contract's lines are read.
  ///   - redactor: What the reports of the run share.
  package init(_ destination: ReportDestination, sources: SourceOptions, redactor: Redactor) {
    output = ReportOutput(destination)
    account = StepAccount(sources, redactor)
  }

  package func receive(_ event: Event) {
    switch event {
    case .secret: break
    case .started(let header):
      self.header = header
      account.curlOptions = header.curlOptions
      begin(header)
    case .finished(let record):
      let test = CTRFTest(
        record: record, account: account, contract: header?.contract ?? "",
        runStart: header?.startedAt ?? 0)
      ordered.add(test.json().bytes, StepNote(record), at: record.index, emit: emit)
    case .ended(let footer): self.footer = footer
    }
  }

  package func finish(_ written: WrittenReports) {
    if header == nil { begin(nil) }
    ordered.drain(emit: emit)
    if ordered.hasLostPieces { output.noteLoss() }
    for entry in header?.heldTo.staleEntries ?? [] { write(entry) }
    if let conformance = footer?.conformance {
      for rule in conformance.passive { write(rule, of: nil) }
      for target in conformance.targets {
        for rule in target.rules { write(rule, of: target.target) }
      }
    }
    end()
  }

  private func emit(_ test: [UInt8], _ note: StepNote) {
    add(test, status: CTRFTest.status(of: note.outcome), suite: note.name ?? "")
  }

  private func write(_ rule: RuleAccount, of target: ProbedTarget?) {
    let test = CTRFRule(rule: rule, target: target, account: account)
    add(test.json().bytes, status: test.status, suite: CTRFRule.suite)
  }

  private func add(_ test: [UInt8], status: String, suite: String) {
    counts[status, default: 0] += 1
    suites.insert(suite)
    output.write(testCount == 0 ? "\n" : ",\n")
    write(test)
    testCount += 1
  }

  /// An entry of the baseline that fails the run, as a test of its own.
  private func write(_ entry: StaleEntry) {
    var json = JSONWriter()
    json.beginObject()
    json.member("name", account.wording.title(entry))
    json.member("status", "failed")
    json.member("rawStatus", "failed")
    json.member("duration", 0)
    json.member("suite", [header?.contract ?? "", "baseline"])
    json.member("filePath", entry.file)
    json.member("line", entry.line)
    json.member("message", account.wording.message(entry))
    json.member("flaky", false)
    json.endObject()
    add(json.bytes, status: "failed", suite: "baseline")
  }

  private func begin(_ header: RunHeader?) {
    var json = JSONWriter()
    json.beginObject()
    json.member("reportFormat", "CTRF")
    json.member("specVersion", "1.0.0")
    json.member("timestamp", Timestamp.seconds(header?.startedAt ?? 0) + "Z")
    json.member("generatedBy", "Accord")
    json.name("results")
    json.beginObject()
    json.name("tool")
    json.beginObject()
    json.member("name", "Accord")
    if let header { json.member("version", header.version) }
    json.endObject()
    json.name("tests")
    json.beginArray()
    write(json.bytes)
  }

  private func end() {
    var json = JSONWriter()
    json.beginObject()
    json.member("tests", testCount)
    for status in ["passed", "failed", "skipped", "pending", "other"] {
      json.member(status, counts[status] ?? 0)
    }
    json.member("flaky", footer?.totals.flaky ?? 0)
    json.member("suites", suites.count)
    let start = header?.startedAt ?? 0
    let milliseconds = (footer?.duration.microseconds ?? 0) / 1_000
    json.member("start", Int(start))
    json.member("stop", Int(start + milliseconds))
    json.member("duration", Int(milliseconds))
    if let footer { addExtra(footer, to: &json) }
    json.endObject()
    output.write("\n],\"summary\":")
    write(json.bytes)
    if let header {
      output.write(",\"environment\":")
      write(environment(header).bytes)
    }
    output.write("}}\n")
  }

  /// What the format has no words for: outcomes never mix.
  private func addExtra(_ footer: RunFooter, to json: inout JSONWriter) {
    let totals = footer.totals
    json.name("extra")
    json.beginObject()
    json.member("failures", totals.failed)
    json.member("errors", totals.errors)
    json.member("observed", totals.observed)
    json.member("known", totals.known)
    json.member("fixed", totals.fixed)
    if totals.expired > 0 { json.member("expired", totals.expired) }
    let stale = header?.heldTo.staleEntries.count ?? 0
    if stale > 0 { json.member("staleEntries", stale) }
    json.members(ofChanges: totals)
    if totals.waits > 0 {
      json.member("waits", totals.waits)
      json.member("waited", totals.waited)
    }
    if let conformance = footer.conformance, !conformance.probed.isEmpty {
      json.member("probed", conformance.targets.map(account.wording.summary))
      let alarms = conformance.probed.flatMap(account.wording.alarms)
      if !alarms.isEmpty { json.member("alarms", alarms) }
    }
    json.member("requests", footer.requestCount)
    if let signal = footer.signal { json.member("signal", Wording.name(ofSignal: signal)) }
    if let error = footer.unreachable {
      json.member("unreachable", account.wording.message(error))
    }
    json.endObject()
  }

  private func environment(_ header: RunHeader) -> JSONWriter {
    var json = JSONWriter()
    json.beginObject()
    json.member("appName", header.contract)
    if let footer {
      json.member(
        "healthy",
        footer.totals.failed + footer.totals.errors == 0 && footer.signal == nil
          && header.heldTo.staleEntries.isEmpty && footer.conformance?.fails != true)
    }
    json.name("extra")
    json.beginObject()
    json.member("url", header.baseURL)
    json.name("seed")
    json.raw(String(header.seed))
    json.member("jobs", header.jobs)
    json.member("shuffled", header.isShuffled)
    if !header.warnings.isEmpty {
      json.member("warnings", header.warnings.map(account.wording.message))
    }
    json.endObject()
    json.endObject()
    return json
  }

  private func write(_ json: [UInt8]) {
    let redacted = JSONRedaction.redact(
      json, account.wording.redactor, keeping: Self.ownWords)
    output.write(VisibleText.json(redacted))
  }

  /// All names of members are the format's or Accord's.
  private static let ownWords = JSONRedaction.OwnWords(
    valuesOf: [
      "reportFormat", "specVersion", "timestamp", "generatedBy", "status", "rawStatus",
      "reasonKind", "signal", "kind",
    ])
}
