internal import AccordDocuments
internal import AccordEngine
internal import AccordRuns

/// What is to be run again of an earlier run: what failed or errored, and what the run did not come to
/// since it was stopped.
///
/// What was skipped for a reason of the contract or of its options is not: it would be again. Of a
/// scenario any step calls for the whole.
struct FailedSteps {
  let ids: Set<ExactText>
  /// How many of them the run was stopped before.
  let stoppedCount: Int
  /// The signal that stopped the run; `nil` where none did.
  let signal: Int32?
  /// How many entries of a baseline failed the run besides, which are no steps.
  private let staleEntryCount: Int
  private let path: String

  init(ofRun path: String) throws(UsageProblem) {
    var ids: Set<ExactText> = []
    var stopped: Set<ExactText> = []
    do throws(RunFileError) {
      var file = try RunFile(path: path)
      staleEntryCount = file.header.staleEntries.count
      while let step = try file.next() {
        if step.outcome == .failed || step.outcome == .error { ids.insert(ExactText(step.id)) }
        if step.wasStopped { stopped.insert(ExactText(step.id)) }
      }
      signal = file.footer?.signal
    } catch {
      throw .runFile(error, option: "--rerun-failed")
    }
    // One repetition may have failed before the run was stopped.
    stoppedCount = stopped.subtracting(ids).count
    self.ids = ids.union(stopped)
    self.path = path
  }

  /// What one has to know of what is run again.
  ///
  /// - Parameter isStrict: Whether this run is held to a baseline's entries too.
  func warnings(of plan: Plan, isStrict: Bool) -> [RunWarning] {
    let file = RunReviews.shownName(of: path)
    var warnings: [RunWarning] = []
    if stoppedCount > 0 {
      warnings.append(.stoppedRunAgain(file: file, count: stoppedCount, signal: signal))
    }
    let gone = ids.subtracting(plan.idsOfContract)
    if !gone.isEmpty {
      warnings.append(.failedStepsGone(file: file, ids: gone.map(\.text).sortedByCodePoints))
    }
    if !isStrict, let baselineWarning { warnings.append(baselineWarning) }
    return warnings
  }

  /// That entries of a baseline failed the run too, if they did.
  var baselineWarning: RunWarning? {
    staleEntryCount > 0
      ? .failedForBaseline(file: RunReviews.shownName(of: path), count: staleEntryCount) : nil
  }
}

extension [String] {
  /// In the same order on every machine.
  var sortedByCodePoints: [String] {
    sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
