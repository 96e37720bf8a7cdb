internal import AccordContract
internal import AccordDocuments
package import AccordRuns
internal import Synchronization

/// Holds each step's failure to a list of known ones.
///
/// Errors are never known: no verdict says nothing of the server. A step whose findings are all listed
/// is *known*; one with another finding fails, and tells that one. A listed step that passes is *fixed*
/// once it has passed in every repetition.
///
/// A class, since the run and who writes the list anew share it.
package final class BaselineReview: StepReview {
  /// What was seen of a step in all repetitions so far.
  private struct Seen {
    var passes = 0
    /// The entries that a finding bore out.
    var met: Set<Int> = []
    /// Findings that no entry names.
    var unlisted: [BaselineEntry] = []
    /// Whether a repetition came to a verdict.
    var wasJudged = false
  }

  private let baseline: Baseline
  /// How the file is called in reports.
  let file: String
  let today: CalendarDay
  private let repetitions: Int
  let isStrict: Bool
  let takesInNewOnes: Bool
  /// Which entries each step has, as places in the list.
  private let places: [ExactText: [Int]]
  private let seen = Mutex<[ExactText: Seen]>([:])

  /// A review by a list.
  ///
  /// - Parameters:
  ///   - file: How the list is called in reports.
  ///   - repetitions: How often each step is run.
  ///   - isStrict: Whether a step fails that is listed and passes.
  ///   - takesInNewOnes: Whether what is not listed is known from now on, and only to be written.
  package init(
    _ baseline: Baseline, file: String, today: CalendarDay, repetitions: Int = 1,
    isStrict: Bool = false, takesInNewOnes: Bool = false
  ) {
    self.baseline = baseline
    self.file = file
    self.today = today
    self.repetitions = repetitions
    self.isStrict = isStrict
    self.takesInNewOnes = takesInNewOnes
    var places: [ExactText: [Int]] = [:]
    for (place, entry) in baseline.entries.enumerated() {
      places[ExactText(entry.id), default: []].append(place)
    }
    self.places = places
  }

  package func review(_ record: inout StepRecord) {
    let id = ExactText(record.id)
    let listed = places[id] ?? []
    switch record.outcome {
    case .errored, .skipped: return
    case .passed, .observed: if !listed.isEmpty { reviewPass(&record, id, listed) }
    case .failed, .known: reviewFailure(&record, id, listed)
    }
  }

  private func reviewPass(_ record: inout StepRecord, _ id: ExactText, _ listed: [Int]) {
    let isFixed = seen.withLock { seen in
      seen[id, default: Seen()].wasJudged = true
      seen[id, default: Seen()].passes += 1
      return seen[id]?.passes == repetitions
    }
    guard isFixed else { return }
    let entries = listed.map { baseline.entries[$0] }
    record.remarks += entries.map { .fixed($0, file: file) }
    guard isStrict, !takesInNewOnes else {
      if case .passed = record.outcome { record.outcome = .passed(isFixed: true) }
      return
    }
    record.outcome = .failed
    record.findings = entries.map { entry in
      Finding(
        .recorded(
          kind: "baseline", place: "",
          message: "it passes, and \(file):\(entry.line) lists it as a known failure "
            + "(\(entry.subject)); take the entry out"),
        at: record.location)
    }
  }

  private func reviewFailure(_ record: inout StepRecord, _ id: ExactText, _ listed: [Int]) {
    var (known, expired): (Set<Int>, Set<Int>) = ([], [])
    var unlisted: [BaselineEntry] = []
    /// Findings that count, those of entries that have expired last.
    var (new, late): ([Finding], [Finding]) = ([], [])
    /// Whether a finding is of a kind that no entry can have, such as `flaky`.
    var hasUnlistable = false
    for finding in record.findings {
      let (kind, name) = (finding.mismatch.place.kind, finding.mismatch.place.stableName)
      guard BaselineEntry.kinds.contains(kind) else {
        new.append(finding)
        hasUnlistable = true
        continue
      }
      let covering = listed.filter { baseline.entries[$0].covers(kind: kind, place: name) }
      if let place = covering.first(where: { !baseline.entries[$0].hasExpired(on: today) }) {
        known.insert(place)
      } else if let place = covering.first {
        expired.insert(place)
        late.append(finding)
      } else {
        new.append(finding)
        unlisted.append(BaselineEntry(id: record.id, kind: kind, place: name))
      }
    }
    // What a run found that is known already is not told: it bears out some entries of the step.
    if record.remarks.contains(where: { $0.kind == "known-besides" }) { known.formUnion(listed) }
    guard case .failed = record.outcome else {
      // The contract itself says that it is known: nothing is to be added.
      return note(id, met: known.union(expired), unlisted: [])
    }
    note(id, met: known.union(expired), unlisted: unlisted)
    let isNew = hasUnlistable || !new.isEmpty && !takesInNewOnes
    guard isNew || !expired.isEmpty || record.findings.isEmpty else {
      record.outcome = .known(reason(known))
      record.isKnownByBaseline = true
      return
    }
    record.findings = new + late
    record.remarks += expired.sorted().map { .expired(baseline.entries[$0], file: file) }
    guard !known.isEmpty, !record.remarks.contains(where: { $0.kind == "known-besides" }) else {
      return
    }
    record.remarks.append(.knownBesides(count: known.count, file: file))
  }

  private func reason(_ known: Set<Int>) -> String {
    let accounts = known.sorted().map { baseline.entries[$0].account(file: file) }
    var told: [String] = []
    for account in accounts where !told.contains(account) { told.append(account) }
    return told.isEmpty ? "now listed in \(file)" : told.joined(separator: "; ")
  }

  private func note(_ id: ExactText, met: Set<Int>, unlisted: [BaselineEntry]) {
    seen.withLock { seen in
      var known = seen[id] ?? Seen()
      known.wasJudged = true
      known.met.formUnion(met)
      for entry in unlisted where !known.unlisted.contains(entry) { known.unlisted.append(entry) }
      seen[id] = known
    }
  }

  // MARK: - What other reviews of the same list need

  /// The entries of an id, and their places in the list.
  func entries(of id: String) -> [(place: Int, entry: BaselineEntry)] {
    (places[ExactText(id)] ?? []).map { ($0, baseline.entries[$0]) }
  }

  /// Notes which entries are still needed, and what is not listed.
  func note(_ id: String, met: Set<Int>, unlisted: [BaselineEntry]) {
    note(ExactText(id), met: met, unlisted: unlisted)
  }

  // MARK: - The list that follows from the run

  /// What a list becomes.
  package struct Update: Sendable, Equatable {
    package var baseline: Baseline
    package var added = 0
    package var removed = 0
  }

  /// The list as it is after the run.
  ///
  /// Entries that a finding bore out stay as they are, and so do those of steps that came to no
  /// verdict. Those of steps that passed go, and those of steps that the contract no longer has.
  ///
  /// - Parameter isOfContract: Whether the contract has a step of an id.
  package func update(isOfContract: (String) -> Bool) -> Update {
    let seen = seen.withLock { $0 }
    var entries: [BaselineEntry] = []
    for (place, entry) in baseline.entries.enumerated() {
      let step = seen[ExactText(entry.id)]
      let stays =
        isOfContract(entry.id)
        && (step.map { !$0.wasJudged || $0.met.contains(place) } ?? true)
      if stays { entries.append(entry) }
    }
    let removed = baseline.entries.count - entries.count
    let added = seen.values.flatMap(\.unlisted)
    return Update(
      baseline: Baseline((entries + added).sorted()), added: added.count, removed: removed)
  }
}
