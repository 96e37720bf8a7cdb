internal import AccordDocuments
package import AccordEngine

/// A run as JSON Lines: an event a line, as they come, for programs and for comparing runs.
///
/// The format is documented in `reports/README.md`, and has a version.
///
/// A class, since it is changed with every event by the one queue that owns it.
package final class JSONLinesReport: Report {
  /// The version of the format.
  package static let formatVersion = 1

  package let kind = "jsonl"
  package let output: ReportOutput
  private var account: StepAccount
  private var isOfShard = false
  private var staleEntryCount = 0

  /// A report in the form of JSON Lines.
  ///
  /// - Parameters:
  ///   - destination: Where it goes.
  ///   - sources: How the contract's files are called.
  ///   - redactor: What the reports of the run share.
  package init(
    _ destination: ReportDestination, sources: SourceOptions, redactor: Redactor
  ) {
    output = ReportOutput(destination)
    account = StepAccount(sources, redactor)
  }

  package func receive(_ event: Event) {
    switch event {
    case .secret: break
    case .started(let header):
      account.curlOptions = header.curlOptions
      isOfShard = header.shard != nil
      staleEntryCount = header.heldTo.staleEntries.count
      write(EventLines.line(header, account.wording))
    case .finished(let record):
      write(StepLine(record: record, account: account, isOfShard: isOfShard).json())
    case .ended(let footer):
      write(EventLines.line(footer, staleEntryCount: staleEntryCount, account))
    }
  }

  private func write(_ line: JSONWriter) {
    var line = line
    line.newline()
    output.write(
      VisibleText.json(JSONRedaction.redact(line.bytes, account.wording.redactor)))
  }
}
