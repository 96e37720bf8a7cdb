internal import AccordContract
internal import AccordDocuments
internal import AccordHTTP
package import AccordRuns
internal import Synchronization

/// Compares each step with what it came to in an earlier run.
///
/// A change for which the run fails is a finding like any other, so that every report shows the failure
/// that the exit code tells. Where the run repeats its steps, a step is compared with its last
/// repetition, since what differs among them is no change.
///
/// A class, since it collects what repetitions came to.
package final class ComparingReview: StepReview {
  private let earlier: RunObservations
  private let comparison: StepComparison
  private let repetitions: Int
  private let collected = Mutex<[ExactText: [StepObservation]]>([:])

  package init(_ earlier: RunObservations, _ comparison: StepComparison, repetitions: Int) {
    self.earlier = earlier
    self.comparison = comparison
    self.repetitions = repetitions
  }

  package func review(_ record: inout StepRecord) {
    guard let before = earlier.observations(of: record.id),
      let after = complete(StepObservation(record), ExactText(record.id))
    else { return }
    let changes = comparison.changes(before, after)
    guard !changes.isEmpty else { return }
    record.remarks += changes.map(Remark.changed)
    let failing = changes.filter(\.fails)
    guard !failing.isEmpty else { return }
    switch record.outcome {
    // It fails already, or nothing can be said of it: the remarks tell what else changed.
    case .failed, .errored, .skipped: return
    case .passed, .observed: record.outcome = .failed
    case .known(let reason):
      record.outcome = .failed
      record.knownReason = reason
    }
    let findings = failing.map { change in
      let place = change.place.isEmpty ? change.kind.rawValue : change.place
      return Finding(
        .recorded(
          kind: "change", place: place, stableName: place, message: change.description),
        at: record.location)
    }
    // Those of a known step come after what makes it fail.
    record.findings.insert(contentsOf: findings, at: 0)
  }

  /// What all repetitions came to, once the last one has.
  private func complete(_ observation: StepObservation, _ id: ExactText) -> [StepObservation]? {
    guard repetitions > 1 else { return [observation] }
    return collected.withLock { collected in
      var known = collected.removeValue(forKey: id) ?? []
      known.append(observation)
      guard known.count < repetitions else { return known }
      collected[id] = known
      return nil
    }
  }
}

extension StepObservation {
  /// What a step of the run under way came to.
  fileprivate init(_ record: StepRecord) {
    let exchange = record.exchanges.last
    let response = exchange?.response ?? exchange?.error?.received
    self.init(
      outcome: record.outcome.recorded, status: response?.status, mediaType: response?.mediaType,
      fields: response?.fieldNames ?? [], shape: record.bodyShape,
      expected: record.expectedStatus)
    if case .skipped(let reason) = record.outcome { wasLeftOut = reason.isChoice }
    // `--strict-baseline` calls a failure what passed: the server's answer is as it was.
    let isOfBaseline = record.findings.allSatisfy { $0.mismatch.place.kind == "baseline" }
    if outcome == .failed, isOfBaseline { outcome = .passed }
  }
}

extension Outcome {
  /// The outcome as run files name it.
  package var recorded: RecordedStep.Outcome {
    switch self {
    case .passed: .passed
    case .failed: .failed
    case .errored: .error
    case .skipped: .skipped
    case .observed: .observed
    case .known: .known
    }
  }
}

extension SkipReason {
  /// Whether somebody chose that the step is not run.
  fileprivate var isChoice: Bool {
    switch self {
    case .disabled, .skippedTag, .readOnly, .failFast, .interrupted: true
    case .earlierStep, .unbound, .nothingToCleanUp, .authorizationBeforeMethodCheck,
      .notRecorded:
      false
    case .recorded(let kind, _): StepObservation.choices.contains(kind)
    }
  }
}
