internal import AccordContract
package import AccordEngine

/// The Test Anything Protocol, version 14 (https://testanything.org/tap-version-14-specification.html):
/// a test point for each step, in the contract's order, with a diagnostic in YAML.
///
/// A run that could not reach the server, or that a signal stopped, ends with `Bail out!`.
///
/// A class, since it is changed with every event by the one queue that owns it.
package final class TAPReport: Report {
  package let kind = "tap"
  package let destination: ReportDestination
  package var stream: StreamWriter? { output.stream }
  private var account: StepAccount
  private let output: ReportOutput
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
    self.destination = destination
    account = StepAccount(wording: Wording(redactor: redactor), sources: SourceFiles(sources))
    output = ReportOutput(destination)
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

  package func finish(_ written: WrittenReports) throws(ReportFailure) {
    ordered.drain { point, _ in write(point) }
    if ordered.hasLostPieces { output.noteLoss() }
    if let header, header.conformance != nil, let conformance = footer?.conformance {
      let rules = TAPRules(conformance: conformance, wording: account.wording)
      write(rules.render(number: header.stepCount + 1).octets)
    }
    if header == nil { output.write("TAP version 14\n1..0 # SKIP nothing was run\n") }
    if let header, let footer { end(header, footer) }
    do throws(POSIX.Failure) {
      try output.close()
    } catch {
      throw failure(error)
    }
  }

  private func begin(_ header: RunHeader) {
    var text = MarkedText()
    // All rules together are one point more.
    let count = header.stepCount + (header.conformance == nil ? 0 : 1)
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

  private func end(_ header: RunHeader, _ footer: RunFooter) {
    var text = MarkedText()
    text.own("# \(Wording.counts(of: footer.totals))\n")
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
