internal import AccordDocuments
package import AccordEngine
internal import AccordRuns

/// What a baseline and an earlier run say of a run.
extension Wording {
  /// A remark on a step, in one line.
  package func message(_ remark: Remark) -> String {
    switch remark {
    case .changed(let change): message(change)
    case .knownBesides(let count, let file):
      count == 1
        ? "1 more finding is known, listed in \(recorded(file))"
        : "\(VisibleText.grouped(count)) more findings are known, listed in \(recorded(file))"
    case .expired(let entry, let file):
      "it was known until \(entry.expires?.description ?? "a day") and that has passed: "
        + "\(recorded(entry.reason ?? entry.subject))"
        + (entry.owner.map { " (\(recorded($0)))" } ?? "")
        + "; mend it, or change \(place(of: entry, in: file))"
    case .fixed(let entry, let file):
      "it passes; its entry for \(recorded(entry.subject)) can go (\(place(of: entry, in: file)))"
    case .recorded(_, let message): recorded(message)
    }
  }

  /// That an entry is of no step, and what to do.
  func message(_ entry: StaleEntry) -> String {
    "\(recorded(entry.file)):\(entry.line) lists a failure (\(recorded(entry.subject))) of a step that "
      + "the contract does not have: \(recorded(entry.id)); take the entry out"
  }

  /// The same of the first entries, and how many more there are.
  func messages(_ entries: [StaleEntry]) -> [String] {
    let rest = entries.count - Self.namesLimit
    return entries.prefix(Self.namesLimit).map(message)
      + (rest > 0 ? ["and \(VisibleText.grouped(rest)) more of that kind"] : [])
  }

  /// A number of them.
  static func staleEntries(_ count: Int) -> String {
    count == 1 ? "1 stale entry" : "\(VisibleText.grouped(count)) stale entries"
  }

  /// What reports call an entry in the place of a step's title.
  func title(_ entry: StaleEntry) -> String {
    "\(recorded(entry.id)) (\(recorded(entry.subject)))"
  }

  /// What changed since an earlier run.
  func message(_ change: StepChange) -> String { recorded(change.description) }

  /// That a step passes which was said to fail, and what can go.
  func fixedNotes(_ record: StepRecord) -> [String] {
    let notes = record.remarks.filter { $0.kind == "fixed" }.map(message)
    return notes.isEmpty ? ["it passes; .knownIssue can go"] : notes
  }

  private func place(of entry: BaselineEntry, in file: String) -> String {
    recorded(entry.line > 0 ? "\(file):\(entry.line)" : file)
  }

  /// What a run's reader is told of steps that only one side has.
  func reviewMessage(_ warning: RunWarning) -> String {
    switch warning {
    case .unknownStepsInBaseline(let file, let ids):
      "\(recorded(file)) lists \(Self.steps(ids)) that the contract does not have: \(names(ids))"
    case .addedSteps(let file, let ids):
      "\(Self.steps(ids)) not in \(recorded(file)): \(names(ids))"
    case .removedSteps(let file, let ids):
      "\(Self.steps(ids)) of \(recorded(file)) no longer in the contract: \(names(ids))"
    case .comparedWithPart(let file, let count, let all):
      "\(recorded(file)) has \(VisibleText.grouped(count)) of its contract's "
        + "\(Self.count(all, "step")) only: the others are compared with nothing"
    case .failedStepsGone(let file, let ids):
      "\(Self.steps(ids)) to be run again of \(recorded(file)) no longer in the contract: "
        + names(ids)
    case .comparedWithStopped(let file, let count):
      "\(recorded(file)) was stopped before \(Self.count(count, "step")): "
        + "\(count == 1 ? "it is" : "they are") compared with nothing"
    case .stoppedRunAgain(let file, let count, let signal):
      "\(recorded(file)) \(Self.stopped(by: signal)) before \(Self.count(count, "step")): "
        + "\(count == 1 ? "it is" : "they are") run now, too"
    case .failedForBaseline(let file, let count):
      "\(recorded(file)) failed for \(Self.staleEntries(count)) of a baseline too, which no step is run "
        + "for: give --baseline and --strict-baseline again"
    case .certificatesNotVerified, .proxyNotVerified, .judgedAgain, .recorded, .recordingOfStopped,
      .recordingOfContract, .urlOfOwnRecording, .probesNotJudged:
      message(warning)
    }
  }

  /// What stopped a run, as in `was stopped by SIGINT`.
  static func stopped(by signal: Int32?) -> String {
    "was stopped by \(signal.map { name(ofSignal: $0) } ?? "--fail-fast")"
  }

  private static func steps(_ ids: [String]) -> String { count(ids.count, "step") }

  private static let namesLimit = 20

  private func names(_ ids: [String]) -> String {
    let shown = ids.prefix(Self.namesLimit).map(recorded).joined(separator: ", ")
    let rest = ids.count - Self.namesLimit
    return rest > 0 ? "\(shown) and \(VisibleText.grouped(rest)) more" : shown
  }
}
