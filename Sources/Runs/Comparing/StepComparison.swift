/// Compares what a step came to in two runs.
package struct StepComparison: Sendable {
  /// What is never reported as a change.
  package var volatile: VolatileNames
  /// The kinds of change for which a run fails.
  package var failing: Set<StepChange.Kind>

  package init(
    volatile: VolatileNames = VolatileNames(),
    failing: Set<StepChange.Kind> = [.status, .outcome]
  ) {
    self.volatile = volatile
    self.failing = failing
  }

  /// So many changes of one step are told.
  package static let limit = 20

  /// What changed, the graver first.
  ///
  /// A status, an outcome and a media type are a change where no repetition of the earlier run had it,
  /// though one of the later run alone has it. What differs among repetitions in fields and in shape is
  /// none.
  ///
  /// - Parameters:
  ///   - before: What the repetitions of the earlier run came to; not empty.
  ///   - after: The same of the later run; not empty.
  /// - Returns: At most ``limit`` changes; of more, those that fail the run before the others.
  package func changes(_ before: [StepObservation], _ after: [StepObservation]) -> [StepChange] {
    var changes = statusChanges(before, after)
    let hasOtherStatus = !changes.isEmpty
    changes += outcomeChanges(before, after)
    // The error page of a server has other fields and another body: the status says it all.
    if !hasOtherStatus {
      let (old, new) = (before.filter(\.isAnswered), after.filter(\.isAnswered))
      if !old.isEmpty, !new.isEmpty { changes += answerChanges(old, new) }
    }
    guard changes.count > Self.limit else { return changes }
    let graver = changes.filter(\.fails) + changes.filter { !$0.fails }
    return Array(graver.prefix(Self.limit))
  }

  // MARK: - Status and outcome

  private func statusChanges(
    _ before: [StepObservation], _ after: [StepObservation]
  ) -> [StepChange] {
    let (old, new) = (before.filter(\.isAnswered), after.filter(\.isAnswered))
    let other = new.filter { one in !old.contains { $0.status == one.status } }
    guard !old.isEmpty, !other.isEmpty else { return [] }
    var change = StepChange(
      .status, before: Self.words(old.map(\.status)), after: Self.words(new.map(\.status)))
    change.fails = failing.contains(.status) && !isForTheBetter(before, other)
    return [change]
  }

  private func outcomeChanges(
    _ before: [StepObservation], _ after: [StepObservation]
  ) -> [StepChange] {
    let old = before.filter { !$0.wasLeftOut }.map(\.outcome)
    let new = after.filter { !$0.wasLeftOut }.map(\.outcome)
    let other = new.filter { !old.contains($0) }
    guard !old.isEmpty, !other.isEmpty else { return [] }
    var change = StepChange(
      .outcome, before: Self.words(old.map(\.rawValue)), after: Self.words(new.map(\.rawValue)))
    let isWorse = other.contains(.failed) || other.contains(.observed) && !old.contains(.failed)
    change.fails = failing.contains(.outcome) && isWorse
    return [change]
  }

  /// Whether what was no success is one now, or the contract expects another status and gets it.
  private func isForTheBetter(_ before: [StepObservation], _ after: [StepObservation]) -> Bool {
    guard after.allSatisfy({ $0.outcome == .passed }) else { return false }
    let wasNoSuccess = before.contains { [.failed, .error, .known].contains($0.outcome) }
    return wasNoSuccess || before.first?.expected != after.first?.expected
  }

  private static func words(_ statuses: [Int?]) -> String {
    words(statuses.map { $0.map(String.init) ?? "none" })
  }

  /// Each word once, in the order in which it came: `200 or 500`.
  private static func words(_ all: [String]) -> String {
    var words: [String] = []
    for word in all where !words.contains(word) { words.append(word) }
    return words.joined(separator: " or ")
  }

  // MARK: - The answer

  private func answerChanges(
    _ before: [StepObservation], _ after: [StepObservation]
  ) -> [StepChange] {
    var changes: [StepChange] = []
    let types = (before.map(\.mediaType), after.map(\.mediaType))
    let hasOtherType = types.1.contains { type in !types.0.contains(type) }
    if hasOtherType {
      changes.append(
        StepChange(
          .type, before: Self.words(types.0.map { $0 ?? "none" }),
          after: Self.words(types.1.map { $0 ?? "none" })))
    }
    changes += fieldChanges(before.map(\.fields), after.map(\.fields))
    // Another representation has another shape.
    if !hasOtherType {
      changes += ShapeComparison.differences(before.map(\.shape), after.map(\.shape), volatile)
        .map { StepChange(.shape, $0.place, before: $0.before, after: $0.after) }
    }
    return changes.map { change in
      var change = change
      change.fails = failing.contains(change.kind)
      return change
    }
  }

  /// The fields that every repetition of the one run has and none of the other.
  private func fieldChanges(_ before: [[String]], _ after: [[String]]) -> [StepChange] {
    guard before != after else { return [] }
    let gone = Self.onlyIn(before, not: after).filter { !volatile.containsField($0) }
    let new = Self.onlyIn(after, not: before).filter { !volatile.containsField($0) }
    return gone.map { StepChange(.fields, $0, before: "sent", after: nil) }
      + new.map { StepChange(.fields, $0, before: nil, after: "sent") }
  }

  private static func onlyIn(_ lists: [[String]], not others: [[String]]) -> [String] {
    var always = Set(lists.first ?? [])
    for list in lists.dropFirst() { always.formIntersection(list) }
    for list in others { always.subtract(list) }
    return always.sorted()
  }
}
