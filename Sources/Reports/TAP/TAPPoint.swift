internal import AccordContract
internal import AccordDocuments
internal import AccordEngine
internal import AccordHTTP

/// A step as a test point with its diagnostic.
struct TAPPoint {
  let record: StepRecord
  let account: StepAccount

  func render() -> [UInt8] {
    var text = MarkedText()
    text.own("\(isOK ? "ok" : "not ok") \(record.index + 1) - ")
    text.foreign(StepAccount.title(record), as: .description)
    if let (directive, reason) = directive {
      text.own(" # \(directive) ")
      text.foreign(reason, as: .description)
    }
    text.own("\n")
    if record.tries > 0 || !isOK || !record.changes.isEmpty { appendDiagnostic(to: &text) }
    return text.octets
  }

  private var isOK: Bool {
    switch record.outcome {
    case .passed, .skipped, .observed: true
    case .failed, .errored, .known: false
    }
  }

  /// A known issue is a TODO: it fails, and fails nothing.
  ///
  /// One that passes keeps the word, since that is how harnesses find what is done.
  private var directive: (word: String, reason: String)? {
    switch record.outcome {
    case .passed(isFixed: true):
      StepRemark.all(of: record, account.wording).first.map { ("TODO", $0.sentence) }
    case .passed, .failed, .errored: nil
    case .known(let reason): ("TODO", "known: \(account.wording.shown(reason))")
    case .observed: ("SKIP", "observed: nothing was expected")
    case .skipped(let reason): ("SKIP", account.wording.message(reason))
    }
  }

  // MARK: - Diagnostic

  private func appendDiagnostic(to text: inout MarkedText) {
    text.own("  ---\n")
    let messages = account.messages(record)
    if let first = messages.first { line("message", first, to: &text) }
    if !isOK { text.own("  severity: \(severity)\n") }
    if case .errored(let problem) = record.outcome {
      text.own("  kind: \(account.wording.kind(problem))\n")
    }
    if !isOK || record.isFlaky { appendPlace(record.location, indent: "  ", to: &text) }
    appendFindings(to: &text)
    if !isOK {
      list("exchange", account.exchangeLines(record), to: &text)
      if let command = account.command(record) {
        list("reproduce", [command.text] + command.notes, to: &text)
      }
    }
    list("changed", record.changes.map(account.wording.message), to: &text)
    if record.hasExpired { text.own("  expired: true\n") }
    if record.isFlaky { text.own("  flaky: true\n") }
    if record.wasSentAgain { text.own("  sent_again: true\n") }
    if let waits = Wording.waits(record) { line("waited", waits, to: &text) }
    if record.tries > 1 { text.own("  tries: \(record.tries)\n") }
    text.own("  duration_ms: \(JUnitTotals.decimal(ofThousandths: microseconds))\n")
    text.own("  ...\n")
  }

  private var severity: String {
    switch record.outcome {
    case .errored: "error"
    case .known: "todo"
    case .failed, .passed, .skipped, .observed: "fail"
    }
  }

  private var microseconds: Int64 { max(0, record.duration.microseconds) }

  private func appendFindings(to text: inout MarkedText) {
    guard !record.findings.isEmpty else { return }
    text.own("  findings:\n")
    let response = record.exchanges.last?.response
    for finding in record.findings {
      let nearMiss = NearMiss.of(finding.mismatch, in: response)
      text.own("    - kind: \(account.wording.kind(finding.mismatch.place))\n")
      text.own("      message: ")
      text.foreign(account.wording.message(finding.mismatch, nearMiss: nearMiss), as: .scalar)
      text.own("\n")
      appendPlace(finding.location, indent: "      ", to: &text)
      if finding.furtherCount > 0 { text.own("      further: \(finding.furtherCount)\n") }
    }
  }

  private func appendPlace(
    _ location: SourceLocation, indent: String, to text: inout MarkedText
  ) {
    guard location != .unknown else { return }
    text.own("\(indent)at: {file: ")
    text.foreign(account.sources.path(of: location), as: .scalar)
    text.own(", line: \(location.line), column: \(location.column)}\n")
  }

  private func line(_ name: String, _ value: String, to text: inout MarkedText) {
    text.own("  \(name): ")
    text.foreign(value, as: .scalar)
    text.own("\n")
  }

  private func list(_ name: String, _ values: [String], to text: inout MarkedText) {
    guard !values.isEmpty else { return }
    text.own("  \(name):\n")
    for value in values {
      text.own("    - ")
      text.foreign(value, as: .scalar)
      text.own("\n")
    }
  }
}
