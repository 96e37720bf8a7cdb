package import AccordRuns

/// How many steps came to which outcome.
package struct RunTotals: Sendable, Equatable {
  package var passed = 0
  package var failed = 0
  package var errors = 0
  package var skipped = 0
  package var observed = 0
  package var known = 0
  /// Of the passed ones, those that a known issue said would fail.
  package var fixed = 0
  /// Those that passed only when sent again: of the passed ones, or of the failed ones where
  /// ``RunOptions/failsOnFlaky`` says so.
  package var flaky = 0
  /// How many steps answered otherwise than in the run with which this one is compared.
  package var changed = 0
  /// Of those, how many changed in which way; one step may have changed in several.
  package var changes: [StepChange.Kind: Int] = [:]
  /// How many steps failed of something that was known until a day that has passed.
  package var expired = 0
  /// How often a request was sent again after the time that an answer asked for.
  package var waits = 0
  /// How long was waited for that in all; waits of steps beside each other add up.
  package var waited: Duration = .zero

  package init() {}

  /// All steps.
  package var count: Int { passed + failed + errors + skipped + observed + known }

  /// Counts a step in.
  package mutating func add(_ record: StepRecord) {
    for case let wait? in record.deferrals.lazy.map(\.wait) {
      waits += 1
      waited += wait
    }
    if record.isFlaky { flaky += 1 }
    let kinds = Set(record.changes.map(\.kind))
    if !kinds.isEmpty { changed += 1 }
    for kind in kinds { changes[kind, default: 0] += 1 }
    if record.hasExpired { expired += 1 }
    switch record.outcome {
    case .passed(let isFixed):
      passed += 1
      if isFixed { fixed += 1 }
    case .failed: failed += 1
    case .errored: errors += 1
    case .skipped: skipped += 1
    case .observed: observed += 1
    case .known: known += 1
    }
  }
}
