internal import AccordDocuments
internal import AccordEngine
internal import AccordRuns

/// What failed or errored in an earlier run.
struct FailedSteps {
  let ids: Set<ExactText>

  init(ofRun path: String) throws(UsageProblem) {
    var ids: Set<ExactText> = []
    do throws(RunFileError) {
      var file = try RunFile(path: path)
      while let step = try file.next() {
        if step.outcome == .failed || step.outcome == .error { ids.insert(ExactText(step.id)) }
      }
    } catch {
      throw .runFile(error, option: "--rerun-failed")
    }
    self.ids = ids
  }
}

extension SelectionOptions {
  /// What one has to know of what is run again.
  func warnings(of plan: Plan, _ selection: Selection) -> [RunWarning] {
    guard let rerunFailed, let ids = selection.onlyIDs else { return [] }
    let gone = ids.subtracting(plan.idsOfContract)
    guard !gone.isEmpty else { return [] }
    return [
      .failedStepsGone(
        file: RunReviews.shownName(of: rerunFailed), ids: gone.map(\.text).sortedByCodePoints)
    ]
  }
}

extension SelectionOptions {
  /// That the run whose failures are run again failed for entries of a baseline too, which are no steps.
  func warningsOfBaseline() throws(UsageProblem) -> [RunWarning] {
    guard let rerunFailed else { return [] }
    let entries: [StaleEntry]
    do throws(RunFileError) { entries = try RunFile(path: rerunFailed).header.staleEntries } catch {
      throw .runFile(error, option: "--rerun-failed")
    }
    guard !entries.isEmpty else { return [] }
    return [
      .failedForBaseline(file: RunReviews.shownName(of: rerunFailed), count: entries.count)
    ]
  }
}

extension [String] {
  /// In the same order on every machine.
  var sortedByCodePoints: [String] {
    sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
