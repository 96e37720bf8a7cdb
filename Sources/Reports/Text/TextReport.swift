package import AccordEngine

/// What a run prints: failures as they come up, a line for each section, and a summary.
///
/// The order is the contract's, whatever the order in which steps are done.
///
/// A class, since it is changed with every event by the one queue that owns it.
package final class TextReport: Report {
  package let kind = "text"
  package let output: ReportOutput
  private let options: TextOptions
  private let style: TextStyle
  private var account: StepAccount
  private var ordered = OrderedOutput<StepNote>()
  private var header: RunHeader?
  private var footer: RunFooter?
  private var sections: [SectionTally] = []
  /// Where in `sections` a section is, in a run that is shuffled and so has many of them open.
  private var places: [StepNote.Place: Int] = [:]
  private var slowest = SlowestSteps()
  private var unreachableCount = 0

  /// A report in the form of text.
  ///
  /// - Parameters:
  ///   - destination: Where it goes.
  ///   - options: How it looks.
  ///   - sources: Where the contract's lines are read.
  ///   - redactor: What the reports of the run share.
  package init(
    _ destination: ReportDestination, options: TextOptions, sources: SourceOptions,
    redactor: Redactor
  ) {
    self.options = options
    style = TextStyle(usesColor: options.usesColor)
    output = ReportOutput(destination)
    account = StepAccount(sources, redactor)
  }

  package func receive(_ event: Event) {
    switch event {
    case .started(let header):
      self.header = header
      account.curlOptions = header.curlOptions
    case .secret: break
    case .ended(let footer): self.footer = footer
    case .finished(let record):
      slowest.add(record)
      if case .errored(.unreachable) = record.outcome { unreachableCount += 1 }
      let piece = Array(Self.joined(block(record)).utf8)
      ordered.add(piece, StepNote(record), at: record.index, emit: emit)
    }
  }

  package func flush() { output.flush() }

  package func finish(_ written: WrittenReports) {
    ordered.drain(emit: emit)
    if ordered.hasLostPieces { output.noteLoss() }
    for section in sections.sorted(by: { $0.first.place < $1.first.place }) { tell(section) }
    sections = []
    places = [:]
    for target in footer?.conformance?.targets ?? [] {
      write(
        TargetBlock(target: target, account: account, style: style, verbosity: options.verbosity)
          .lines())
    }
    if let header, let footer {
      let summary = RunSummary(
        header: header, footer: footer, slowest: slowest.steps,
        unreachableCount: unreachableCount, written: written)
      write(summary.lines(account.wording, style, isQuiet: options.verbosity == .quiet))
    }
  }

  // MARK: - Order

  private func emit(_ piece: [UInt8], _ note: StepNote) {
    let isShuffled = header?.isShuffled == true
    let known =
      isShuffled ? places[note.place] : sections.lastIndex { $0.first.isWith(note) }
    if let known {
      sections[known].add(note, wording: account.wording)
    } else {
      // In the contract's order a section has ended when another begins; shuffled ones end last.
      if isShuffled {
        places[note.place] = sections.count
      } else {
        for section in sections { tell(section) }
        sections = []
      }
      var section = SectionTally(note)
      section.add(note, wording: account.wording)
      sections.append(section)
    }
    if !piece.isEmpty { output.write(account.wording.redactor.redact(piece)) }
  }

  private func tell(_ section: SectionTally) {
    guard options.verbosity != .quiet else { return }
    write(section.lines(contract: header?.contract ?? "", style))
  }

  private func write(_ lines: [String]) {
    guard !lines.isEmpty else { return }
    output.write(Array(account.wording.redactor.redact(Self.joined(lines)).utf8))
  }

  private static func joined(_ lines: [String]) -> String {
    lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
  }

  // MARK: - Steps

  /// What is printed of a step; nothing for one that passed, unless everything is asked for.
  private func block(_ record: StepRecord) -> [String] {
    if options.showsWire { return titled(record) + wire(record) + details(record) }
    let isQuiet = options.verbosity == .quiet
    switch record.outcome {
    case .failed: return titled(record) + details(record)
    case .errored(let problem):
      if case .unreachable = problem { return [] }
      return titled(record) + details(record)
    case .known(let reason):
      guard !isQuiet else { return [] }
      return [remark(record, "known", account.wording.shown(reason))]
        + remarks(record) { $0 == .changed }
    case .passed, .observed, .skipped: return isQuiet ? [] : remarks(record)
    }
  }

  private func remarks(
    _ record: StepRecord, where isTold: (StepRemark.Kind) -> Bool = { _ in true }
  ) -> [String] {
    StepRemark.all(of: record, account.wording).filter { isTold($0.kind) }
      .map { remark(record, $0.kind.rawValue, $0.text) }
  }

  private func titled(_ record: StepRecord) -> [String] {
    let mark: (String, TextStyle.Role) =
      switch record.outcome {
      case .passed: ("✔", .green)
      case .failed: ("✘", .red)
      case .errored: ("!", .yellow)
      case .skipped, .observed, .known: ("–", .faint)
      }
    let title = account.wording.redactor.redact(StepAccount.title(record))
    let duration = record.tries > 0 ? Wording.duration(record.duration) : "not sent"
    let room = options.width - 2 - title.count - duration.count
    return [
      "\(style.paint(mark.0, mark.1)) \(style.paint(title, .bold))"
        + String(repeating: " ", count: max(room, 2)) + duration
    ]
  }

  private func details(_ record: StepRecord) -> [String] {
    switch record.outcome {
    case .failed, .errored: account.lines(record, style).map { "  \($0)" }
    case .skipped(let reason): ["  \(account.wording.message(reason))"]
    case .known(let reason):
      ["  known: \(account.wording.shown(reason))"]
        + account.messages(record).map { "  \($0)" }
    case .passed, .observed: StepRemark.all(of: record, account.wording).map { "  \($0.sentence)" }
    }
  }

  private func wire(_ record: StepRecord) -> [String] {
    let text = WireText(wording: account.wording)
    return record.exchanges.flatMap { text.lines($0) }.map { "  \($0)" }
  }

  private func remark(_ record: StepRecord, _ word: String, _ text: String) -> String {
    "\(style.paint("•", .yellow)) \(word): \(StepAccount.title(record)): \(text)"
  }
}
