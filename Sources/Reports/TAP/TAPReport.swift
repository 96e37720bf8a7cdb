internal import AccordContract
package import AccordEngine
internal import AccordRuns

/// The Test Anything Protocol, version 14 (https://testanything.org/tap-version-14-specification.html):
/// a test point for each step, in the contract's order, with a diagnostic in YAML.
///
/// A run that could not reach the server, or that a signal stopped, ends with `Bail out!`.
///
/// A class, since it is changed with every event by the one queue that owns it.
package final class TAPReport: Report {
  package let kind = "tap"
  package let output: ReportOutput
  private var account: StepAccount
  private var ordered = OrderedOutput<Bool>()
  private var header: RunHeader?
  private var footer: RunFooter?

  /// A report in the form of TAP 14.
  ///
  /// - Parameters:
  ///   - destination: Where it goes.
  ///   - sources: How the contract's files are called.
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
      // What could not be sent is told once, by `Bail out!`.
      let isSent = if case .errored(.unreachable) = record.outcome { false } else { true }
      let point = isSent ? TAPPoint(record: record, account: account).render() : []
      ordered.add(point, isSent, at: record.index) { point, _ in write(point) }
    case .ended(let footer): self.footer = footer
    }
  }

  package func flush() { output.flush() }

  package func finish(_ written: WrittenReports) {
    ordered.drain { point, _ in write(point) }
    if ordered.hasLostPieces { output.noteLoss() }
    if header == nil { output.write("TAP version 14\n1..0 # SKIP nothing was run\n") }
    if let header {
      for (place, entry) in header.heldTo.staleEntries.enumerated() {
        write(point(of: entry, number: header.stepCount + place + 1))
      }
    }
    if let header, header.conformance != nil, let conformance = footer?.conformance {
      let rules = TAPRules(conformance: conformance, account: account)
      write(rules.render(number: Self.count(header)).octets)
    }
    if let header, let footer { end(header, footer) }
  }

  /// How many points there are: steps, entries of a baseline, and all rules together, which are the last.
  private static func count(_ header: RunHeader) -> Int {
    header.stepCount + header.heldTo.staleEntries.count + (header.conformance == nil ? 0 : 1)
  }

  private func begin(_ header: RunHeader) {
    var text = MarkedText()
    let count = Self.count(header)
    text.own("TAP version 14\n1..\(count)")
    if count == 0 { text.own(" # SKIP no step was selected") }
    text.own("\n# ")
    text.foreign(header.contract, as: .remark)
    text.own(" at ")
    text.foreign(account.wording.shownURL(header.baseURL), as: .remark)
    text.own(", seed \(header.seed), Accord \(header.version)\n")
    for warning in header.warnings {
      text.own("# warning: ")
      text.foreign(account.wording.message(warning), as: .remark)
      text.own("\n")
    }
    write(text.octets)
  }

  /// An entry of the baseline that fails the run, behind the steps.
  private func point(of entry: StaleEntry, number: Int) -> [UInt8] {
    var text = MarkedText()
    text.own("not ok \(number) - baseline: ")
    text.foreign(account.wording.title(entry), as: .description)
    text.own("\n  ---\n  message: ")
    text.foreign(account.wording.message(entry), as: .scalar)
    text.own("\n  severity: fail\n  kind: baseline\n  at: {file: ")
    text.foreign(entry.file, as: .scalar)
    text.own(", line: \(entry.line)}\n  ...\n")
    return text.octets
  }

  private func end(_ header: RunHeader, _ footer: RunFooter) {
    var text = MarkedText()
    let stale = header.heldTo.staleEntries.count
    text.own(
      "# \(Wording.counts(of: footer.totals))"
        + "\(stale > 0 ? ", \(Wording.staleEntries(stale))" : "")\n")
    if let ways = Wording.changes(of: footer.totals) {
      text.own("# changed since the earlier run: \(ways)\n")
    }
    if let waits = Wording.waits(footer.totals) { text.own("# \(waits)\n") }
    if let error = footer.unreachable {
      text.own("Bail out! ")
      text.foreign(account.wording.shownURL(header.baseURL), as: .remark)
      text.own(" cannot be reached: ")
      text.foreign(account.wording.message(error), as: .remark)
      text.own("\n")
    } else if let signal = footer.signal {
      text.own("Bail out! stopped by \(Wording.name(ofSignal: signal))\n")
    }
    write(text.octets)
  }

  private func write(_ piece: [UInt8]) {
    guard !piece.isEmpty else { return }
    output.write(
      MarkedText.resolve(piece, account.wording.redactor, encode: TAPEncoding.encode))
  }
}
