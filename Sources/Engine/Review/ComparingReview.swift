internal import AccordContract
internal import AccordDocuments
internal import AccordHTTP
package import AccordRuns
internal import Synchronization

/// Compares each step with what it came to in an earlier run.
///
/// A change for which the run fails is a finding like any other, so that every report shows the failure
/// that the exit code tells. Another status is none where the step is known and what is known is its
/// status: that is the change. Where the run repeats its steps, a step is compared with its last
/// repetition, when all that it came to is known.
///
/// A class, since it collects what repetitions came to.
package final class ComparingReview: StepReview {
  private let earlier: RunObservations
  private let comparison: StepComparison
  private let repetitions: Int
  /// How the baseline is called in reports, where there is one.
  private let baseline: String?
  private let collected = Mutex<[ExactText: [StepObservation]]>([:])

  package init(
    _ earlier: RunObservations, _ comparison: StepComparison, repetitions: Int,
    baseline: String? = nil
  ) {
    self.earlier = earlier
    self.comparison = comparison
    self.repetitions = repetitions
    self.baseline = baseline
  }

  package func review(_ record: inout StepRecord) {
    guard let before = earlier.observations(of: record.id),
      let after = complete(StepObservation(record), ExactText(record.id))
    else { return }
    var changes = comparison.changes(before, after)
    for index in changes.indices where record.knows(changes[index]) { changes[index].fails = false }
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
      if let baseline, record.isKnownByBaseline, !record.findings.isEmpty {
        record.remarks.append(.knownBesides(count: record.findings.count, file: baseline))
        record.findings = []
      }
    }
    let findings = failing.map { change in
      let place = change.place.isEmpty ? change.kind.rawValue : change.place
      return Finding(
        .recorded(
          kind: "change", place: place, stableName: place, message: change.description),
        at: record.location)
    }
    // Those of a step that the contract knows come after what makes it fail.
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

extension StepRecord {
  /// Whether a change is what is known of the step: its status is another one than is expected.
  fileprivate func knows(_ change: StepChange) -> Bool {
    guard case .known = outcome, change.kind == .status else { return false }
    return findings.contains { $0.mismatch.place.kind == "status" }
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
    if case .skipped(let reason) = record.outcome {
      wasLeftOut = reason.isChoice
      wasStopped = reason.isOfStopping
    }
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
  /// Whether the run was stopped before the step.
  package var isOfStopping: Bool {
    switch self {
    case .failFast, .interrupted: true
    case .recorded(let kind, _): RecordedStep.kindsOfStopping.contains(kind)
    case .disabled, .skippedTag, .readOnly, .earlierStep, .unbound, .nothingToCleanUp,
      .authorizationBeforeMethodCheck, .notRecorded:
      false
    }
  }

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
