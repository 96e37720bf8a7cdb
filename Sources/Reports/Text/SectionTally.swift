internal import AccordDocuments
internal import AccordEngine

/// What the text report keeps of a step until its section is told.
struct StepNote {
  /// A section in one repetition; in the contract's order.
  struct Place: Hashable, Comparable {
    let section: Int
    let repetition: Int

    static func < (first: Place, second: Place) -> Bool {
      (first.section, first.repetition) < (second.section, second.repetition)
    }
  }

  var section: Int
  var repetition: Int
  /// The section's name; `nil` for a step that stands in the contract itself.
  var name: String?
  var outcome: Outcome
  var isFlaky: Bool
  var duration: Duration

  init(_ record: StepRecord) {
    section = record.section
    repetition = record.repetition
    name = record.path.first
    isFlaky = record.isFlaky
    duration = record.duration
    outcome = record.outcome
  }

  var place: Place { Place(section: section, repetition: repetition) }

  /// Whether a step belongs to the same section of the report.
  ///
  /// Steps that stand in the contract itself, one after another, are one.
  func isWith(_ other: StepNote) -> Bool {
    repetition == other.repetition && name == other.name
      && (section == other.section || name == nil)
  }
}

/// The counts of a section: a component of the contract's outermost level.
struct SectionTally {
  let first: StepNote
  private var totals = RunTotals()
  private var unreachable = 0
  private var duration: Duration = .zero
  /// Why steps were skipped, and how many for each reason, in the order of the first.
  private var causes: [(text: String, count: Int)] = []

  init(_ first: StepNote) { self.first = first }

  mutating func add(_ note: StepNote, wording: Wording) {
    duration += note.duration
    switch note.outcome {
    case .passed: totals.passed += 1
    case .failed: totals.failed += 1
    case .errored(.unreachable): unreachable += 1
    case .errored: totals.errors += 1
    case .observed: totals.observed += 1
    case .known: totals.known += 1
    case .skipped(let reason):
      totals.skipped += 1
      let cause = wording.cause(reason)
      if let index = causes.firstIndex(where: { $0.text == cause }) {
        causes[index].count += 1
      } else {
        causes.append((cause, 1))
      }
    }
  }

  private static let causeLimit = 8

  /// The section's line and those of its skipped steps; nothing where no step could be sent, which
  /// is told once for the whole run.
  func lines(contract: String, _ style: TextStyle) -> [String] {
    guard totals.count > 0 else { return [] }
    let mark =
      if totals.failed > 0 {
        style.paint("✘", .red)
      } else if totals.errors > 0 {
        style.paint("!", .yellow)
      } else if totals.passed > 0 {
        style.paint("✔", .green)
      } else {
        style.paint("–", .faint)
      }
    var name = VisibleText.escape(first.name ?? contract)
    if first.repetition > 1 { name += " #\(first.repetition)" }
    var lines = ["\(mark) \(name)   \(counts)   \(Wording.duration(duration))"]
    for cause in causes.prefix(Self.causeLimit) {
      lines.append("    \(cause.count) skipped: \(cause.text)")
    }
    if causes.count > Self.causeLimit {
      lines.append("    and \(causes.count - Self.causeLimit) more reasons")
    }
    return lines
  }

  private var counts: String {
    var parts: [String] = []
    func add(_ count: Int, _ word: String) { if count > 0 { parts.append("\(count) \(word)") } }
    add(totals.passed, "passed")
    add(totals.failed, "failed")
    add(totals.errors, totals.errors == 1 ? "error" : "errors")
    add(totals.skipped, "skipped")
    add(totals.observed, "observed")
    add(totals.known, "known")
    add(unreachable, "not sent")
    return parts.joined(separator: ", ")
  }
}
