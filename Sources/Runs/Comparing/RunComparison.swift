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
  /// How many steps came to an error, and to none in the earlier run.
  package private(set) var newErrorCount = 0

  package init(_ before: RunObservations, _ after: RunObservations, _ comparison: StepComparison) {
    for id in after.ids {
      guard let new = after.observations(of: id) else { continue }
      guard let old = before.observations(of: id) else {
        added.append(id)
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

  /// How many steps changed in a way for which a run fails.
  package var failingCount: Int { changed.count { $0.changes.contains(where: \.fails) } }
}
