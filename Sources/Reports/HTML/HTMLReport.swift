internal import AccordDocuments
package import AccordEngine

/// One HTML file with all of a run: it opens from disk and asks for nothing from anywhere.
///
/// The file is a frame, a style and a script, which are this package's own, and data of the run as
/// JSON in `script` elements that are never run. Two elements for some hundred steps each: `rows`
/// is an array that the script reads at once, `details` has a line for each step that is parsed when
/// the step is opened. Steps stand in the order of their completion; the script sorts them. Nothing of
/// a step is held in memory, and how much of one is written is bounded: see ``HTMLBounds``.
///
/// A class, since it is changed with every event by the one queue that owns it.
package final class HTMLReport: Report {
  package let kind = "html"
  package let output: ReportOutput
  private var account: StepAccount
  private let endpoints: [Endpoint]
  private let source = HTMLSource()
  private var footer: RunFooter?
  private var staleEntryCount = 0
  /// Where the verdict belongs, in the title and on the page.
  private var places: (title: Int, line: Int)?
  private var rows: [UInt8] = []
  private var details: [UInt8] = []
  private var waiting = 0

  /// So many steps share a `script` element, or fewer where they are long.
  private static let chunkSteps = 250
  private static let chunkOctets = 256 << 10

  /// The names of the data's members.
  private static let ownWords = JSONRedaction.OwnWords(
    names: HTMLStep.names.union(HTMLRun.names).union(HTMLRules.names),
    valuesOf: ["kind", "level", "verdict"])

  /// A report in the form of HTML.
  ///
  /// - Parameters:
  ///   - destination: Where it goes.
  ///   - endpoints: What the contract declares, so that what no step speaks of is shown too.
  ///   - sources: Where the contract's lines are read.
  ///   - redactor: What the reports of the run share.
  package init(
    _ destination: ReportDestination, endpoints: [Endpoint] = [], sources: SourceOptions,
    redactor: Redactor
  ) {
    self.endpoints = endpoints
    output = ReportOutput(destination, isPatchable: true)
    account = StepAccount(sources, redactor)
  }

  package func receive(_ event: Event) {
    switch event {
    case .secret: break
    case .started(let header):
      account.curlOptions = header.curlOptions
      staleEntryCount = header.heldTo.staleEntries.count
      begin(header)
    case .finished(let record): add(record)
    case .ended(let footer): self.footer = footer
    }
  }

  package func finish(_ written: WrittenReports) {
    if places == nil { begin(nil) }
    writeChunk()
    if let footer {
      write(HTMLRun.json(footer, account), named: "end")
    }
    output.write(HTMLFrame.end)
    if let places {
      let verdict = HTMLVerdict(footer, staleEntryCount: staleEntryCount)
      output.patch(verdict.title, at: places.title)
      output.patch(verdict.line, at: places.line)
    }
  }

  // MARK: - Writing

  private func begin(_ header: RunHeader?) {
    let contract = header.map { account.wording.redactor.redact($0.contract) } ?? "Accord"
    output.write(HTMLFrame.beginning)
    let title = output.position
    output.write(HTMLVerdict.reserved)
    output.write(HTMLFrame.heading(contract))
    let line = output.position
    output.write(HTMLVerdict.reserved)
    output.write(HTMLFrame.main)
    places = (title, line)
    if let header {
      write(
        HTMLRun.json(
          header, endpoints: endpoints.isEmpty ? header.endpoints : endpoints, account.wording),
        named: "run")
    }
  }

  private func add(_ record: StepRecord) {
    let bounds = HTMLBounds.of(record.outcome, written: output.position)
    let step = HTMLStep(record: record, account: account, bounds: bounds, source: source)
    if waiting > 0 { rows.append(UInt8(ascii: ",")) }
    rows.append(contentsOf: harmless(step.row()))
    details.append(contentsOf: harmless(step.details()))
    details.append(UInt8(ascii: "\n"))
    waiting += 1
    if waiting == Self.chunkSteps || rows.count + details.count > Self.chunkOctets { writeChunk() }
  }

  private func writeChunk() {
    guard waiting > 0 else { return }
    output.write(#"<script type="application/json" class="rows">["#)
    output.write(rows)
    output.write("]</script>\n<script type=\"application/json\" class=\"details\">\n")
    output.write(details)
    output.write("</script>\n")
    rows.removeAll(keepingCapacity: true)
    details.removeAll(keepingCapacity: true)
    waiting = 0
  }

  private func write(_ json: JSONWriter, named name: String) {
    output.write("<script type=\"application/json\" id=\"\(name)\">")
    output.write(harmless(json))
    output.write("</script>\n")
  }

  private func harmless(_ json: JSONWriter) -> [UInt8] {
    let redacted = JSONRedaction.redact(
      json.bytes, account.wording.redactor, keeping: Self.ownWords)
    return HTMLEncoding.script(VisibleText.json(redacted))
  }
}
