internal import AccordContract
internal import AccordRuns

// A run file tells what a step came to when reviews had looked at it. Whoever reviews it anew begins with
// what it came to before.
extension StepRecord {
  /// Takes back what a comparison with an earlier run made of the step.
  package mutating func takeBackComparison() {
    remarks.removeAll { $0.change != nil }
    let isChange: (Finding) -> Bool = { $0.mismatch.place.kind == "change" }
    guard case .failed = outcome, findings.contains(where: isChange) else { return }
    findings.removeAll(where: isChange)
    if let knownReason {
      outcome = .known(knownReason)
      self.knownReason = nil
    } else {
      // What a baseline says of it is still there.
      outcome =
        expectedStatus == nil
        ? .observed : .passed(isFixed: remarks.contains { $0.kind == "fixed" })
    }
  }

  /// Takes back what a baseline made of the step; after ``takeBackComparison()``.
  ///
  /// What was known besides findings that are new is not told by a run file, and stays known.
  package mutating func takeBackBaseline() {
    switch outcome {
    case .known where isKnownByBaseline && !findings.isEmpty:
      outcome = .failed
      isKnownByBaseline = false
    case .failed
    where !findings.isEmpty && findings.allSatisfy { $0.mismatch.place.kind == "baseline" }:
      findings = []
      outcome = expectedStatus == nil ? .observed : .passed(isFixed: false)
    case .passed(isFixed: true) where remarks.contains { $0.kind == "fixed" }:
      outcome = .passed(isFixed: false)
    case .passed, .failed, .errored, .skipped, .observed, .known: break
    }
    remarks.removeAll { ["fixed", "expired"].contains($0.kind) }
  }
}
