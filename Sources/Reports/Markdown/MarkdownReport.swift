package import AccordEngine

/// A run as GitHub-flavoured Markdown, for a comment on a pull request or the summary of a CI step: the
/// verdict, counts, failures before all else, and the slowest steps.
///
/// It never grows beyond a limit; what is left out is counted.
///
/// A class, since it is changed with every event by the one queue that owns it.
package final class MarkdownReport: Report {
  /// How long a comment may be on GitHub, in characters; here in octets, which are never fewer.
  package static let commentLimit = 65_536
  /// How long the summary of a step may be on GitHub, in octets.
  package static let stepSummaryLimit = 1 << 20

  package let kind = "markdown"
  package let output: ReportOutput
  private var account: StepAccount
  private let limit: Int
  private var ordered = OrderedOutput<Remark?>()
  private var header: RunHeader?
  private var footer: RunFooter?
  private var sections: [Remark: MarkdownSection] = [:]
  private var slowest = SlowestSteps()

  /// What is said of a step, in the order in which it is told.
  enum Remark: Int, CaseIterable {
    case failed, errored, changed, flaky, fixed, sentAgain, known
  }

  /// A report in the form of Markdown.
  ///
  /// - Parameters:
  ///   - destination: Where it goes.
  ///   - limit: How many octets it may have.
  ///   - sources: Where the contract's lines are read.
  ///   - redactor: What the reports of the run share.
  package init(
    _ destination: ReportDestination, limit: Int = MarkdownReport.commentLimit,
    sources: SourceOptions, redactor: Redactor
  ) {
    self.limit = limit
    output = ReportOutput(destination)
    account = StepAccount(sources, redactor)
  }

  /// The same in the file of `GITHUB_STEP_SUMMARY`, behind what is there, in the room that is left.
  package convenience init(
    stepSummary path: String, sources: SourceOptions, redactor: Redactor
  ) {
    self.init(
      .appended(to: path, name: "GITHUB_STEP_SUMMARY"),
      limit: Self.stepSummaryLimit - (POSIX.facts(path)?.size ?? 0), sources: sources,
      redactor: redactor)
  }

  package func receive(_ event: Event) {
    switch event {
    case .secret: break
    case .started(let header):
      self.header = header
      account.curlOptions = header.curlOptions
    case .ended(let footer): self.footer = footer
    case .finished(let record):
      slowest.add(record)
      let (piece, remark) = piece(record)
      ordered.add(piece, remark, at: record.index, emit: emit)
    }
  }

  package func finish(_ written: WrittenReports) {
    ordered.drain(emit: emit)
    if ordered.hasLostPieces { output.noteLoss() }
    if let header, let footer {
      let document = MarkdownDocument(
        header: header, footer: footer, account: account, slowest: slowest.steps, limit: limit)
      output.write(document.render(sections))
    }
  }

  private func piece(_ record: StepRecord) -> ([UInt8], Remark?) {
    switch record.outcome {
    case .failed: (MarkdownStep(record: record, account: account).render(), .failed)
    // Told once, for the whole run.
    case .errored(.unreachable): ([], nil)
    case .errored: (MarkdownStep(record: record, account: account).render(), .errored)
    case .known(let reason):
      (
        line(
          record,
          [account.wording.shown(reason)]
            + StepRemark.all(of: record, account.wording).map(\.sentence)), .known
      )
    case .passed, .observed, .skipped: remarks(of: record)
    }
  }

  /// What is said of a step that did not go wrong, below the first thing that is to be said.
  private func remarks(of record: StepRecord) -> ([UInt8], Remark?) {
    let remarks = StepRemark.all(of: record, account.wording)
    guard let first = remarks.first else { return ([], nil) }
    let remark: Remark =
      switch first.kind {
      case .fixed: .fixed
      case .flaky: .flaky
      case .sentAgain, .waited: .sentAgain
      case .changed: .changed
      }
    // The section's title says what the first is about.
    let words = remarks.map { $0.kind == first.kind ? $0.text : $0.sentence }
    return (line(record, words), remark)
  }

  private func line(_ record: StepRecord, _ words: [String]) -> [UInt8] {
    var text = MarkedText()
    text.own("- ")
    text.foreign(StepAccount.title(record), as: .span)
    for (place, words) in words.enumerated() {
      text.own(place == 0 ? ": " : "; ")
      text.foreign(words, as: .span)
    }
    text.own("\n")
    return text.octets
  }

  private func emit(_ piece: [UInt8], _ remark: Remark?) {
    guard let remark else { return }
    let text = MarkedText.resolve(
      piece, account.wording.redactor, encode: MarkdownEncoding.encode)
    sections[remark, default: MarkdownSection()].add(text, limit: limit)
  }
}

/// What is told of steps of one kind, as much of it as a document can hold.
struct MarkdownSection {
  private(set) var pieces: [[UInt8]] = []
  private(set) var count = 0
  private var octets = 0

  mutating func add(_ piece: [UInt8], limit: Int) {
    count += 1
    // Once one did not fit, none after it is shown: nobody should think that they were all.
    guard pieces.count == count - 1, octets + piece.count <= limit else { return }
    pieces.append(piece)
    octets += piece.count
  }
}
