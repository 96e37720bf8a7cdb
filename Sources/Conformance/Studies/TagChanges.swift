internal import AccordHTTP

/// Items before and after writes that changed them, in other studies.
struct TagChanges: Study {
  static let safety = SafetyClass.throwaway
  static let roles: Set<Subject.Role> = [.collection]

  /// A write, and what it changed.
  struct Change {
    let before: ObservedExchange
    let write: ObservedExchange
    let after: ObservedExchange
    let part: Evidence.Part
    let words: String
  }

  let changes: [Change]

  static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> TagChanges {
    var changes: [Change] = []
    let put = probe.outcome(of: Replacement.self, subject)
    if let study = try? put.get(),
      let change = Replacement.difference(
        study.sent, study.before, study.afterFirst, study.volatility)
    {
      changes.append(
        Change(
          before: study.before, write: study.firstPUT, after: study.afterFirst, part: change.part,
          words: change.quote))
    }
    let patch = probe.outcome(of: MergePatching.self, subject)
    if let study = try? patch.get(), let step = study.removals.first,
      let change = Volatility().difference(step.before, step.after), !study.isKept
    {
      changes.append(
        Change(
          before: step.before, write: step.patch, after: step.after, part: change.part,
          words: change.quote))
    }
    if changes.isEmpty, case .failure(let obstacle) = put, case .failure = patch { throw obstacle }
    return TagChanges(changes: changes)
  }
}
