/// What is otherwise in a run than in an earlier one.
package struct RunComparison: Sendable {
  /// The steps that changed, in the order of the later run.
  package private(set) var changed: [(id: String, changes: [StepChange])] = []
  /// Steps that only the later run has.
  package private(set) var added: [String] = []
  /// Steps that only the earlier run has.
  package private(set) var removed: [String] = []
  /// How many steps are as they were.
  package private(set) var sameCount = 0
  /// The steps that both runs have and not both have run, so that nothing was compared.
  package private(set) var notRun = NotRun()
  /// Of those, how many the earlier run ran and the later one did not, since it was stopped.
  package private(set) var stoppedCount = 0
  /// How many steps came to an error, and to none in the earlier run.
  package private(set) var newErrorCount = 0

  package init(_ before: RunObservations, _ after: RunObservations, _ comparison: StepComparison) {
    for id in after.ids {
      guard let new = after.observations(of: id) else { continue }
      guard let old = before.observations(of: id) else {
        added.append(id)
        continue
      }
      let hasRun = (before.ran(id), after.ran(id))
      guard hasRun == (true, true) else {
        notRun.add(hasRun)
        if hasRun.0, new.contains(where: \.wasStopped) { stoppedCount += 1 }
        continue
      }
      let changes = comparison.changes(old, new)
      if changes.isEmpty { sameCount += 1 } else { changed.append((id, changes)) }
      if new.contains(where: { $0.outcome == .error }),
        !old.contains(where: { $0.outcome == .error })
      {
        newErrorCount += 1
      }
    }
    removed = before.ids.filter { after.observations(of: $0) == nil }
  }

  /// How many steps were compared.
  package var comparedCount: Int { changed.count + sameCount }

  /// How many steps changed in a way for which a run fails.
  package var failingCount: Int { changed.count { $0.changes.contains(where: \.fails) } }

  /// How many steps a run has and did not run: disabled, left out by an option, not come to.
  package struct NotRun: Sendable, Equatable {
    /// Only the later run ran them.
    package var earlier = 0
    /// Only the earlier run ran them.
    package var later = 0
    package var both = 0

    package init(earlier: Int = 0, later: Int = 0, both: Int = 0) {
      self.earlier = earlier
      self.later = later
      self.both = both
    }

    fileprivate mutating func add(_ hasRun: (earlier: Bool, later: Bool)) {
      switch hasRun {
      case (true, _): later += 1
      case (false, true): earlier += 1
      case (false, false): both += 1
      }
    }
  }
}
