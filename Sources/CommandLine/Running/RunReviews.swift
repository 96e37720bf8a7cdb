internal import AccordDocuments
internal import AccordEngine
internal import AccordReports
internal import AccordRuns

/// The steps of a contract, as far as reviews ask for them.
protocol ReviewedSteps {
  /// Whether the contract has a step of this id, selected or not; true where that is not known.
  func isOfContract(_ id: String) -> Bool

  /// The ids of the run's steps that an earlier run does not have, in the run's order.
  func ids(notIn earlier: RunObservations) -> [String]
}

extension Plan: ReviewedSteps {
  func isOfContract(_ id: String) -> Bool { idsOfContract.contains(ExactText(id)) }

  func ids(notIn earlier: RunObservations) -> [String] {
    steps.lazy.map { id(of: $0) }.filter { earlier.observations(of: $0) == nil }
  }
}

/// What a run is held to besides the contract: a baseline, an earlier run.
struct RunReviews {
  /// An earlier run, and how it is called in reports.
  struct Comparing {
    let review: ComparingReview
    let earlier: RunObservations
    let name: String
  }

  /// A list of known failures, where it is and how it is called in reports.
  private struct Listing {
    let review: BaselineReview
    let baseline: Baseline
    let path: String
    let name: String
    let ids: Set<ExactText>
  }

  let comparing: Comparing?
  private let listing: Listing?
  private let updates: Bool
  private let isStrict: Bool

  /// Reads what the options name.
  ///
  /// - Parameter repetitions: How often each step is run.
  init(
    _ known: BaselineOptions, _ comparing: CompareOptions, repetitions: Int
  ) throws(UsageProblem) {
    updates = known.updates
    isStrict = known.isStrict
    listing = try known.file.map { path throws(UsageProblem) in
      let baseline = try Self.baseline(path, mayBeMissing: known.updates)
      let name = Self.shownName(of: path)
      let review = BaselineReview(
        baseline, file: name,
        today: CalendarDay(ofMillisecondsSince1970: WallClock.millisecondsSince1970()),
        repetitions: repetitions, isStrict: known.isStrict, takesInNewOnes: known.updates)
      return Listing(
        review: review, baseline: baseline, path: path, name: name,
        ids: Set(baseline.entries.map { ExactText($0.id) }))
    }
    self.comparing = try comparing.file.map { path throws(UsageProblem) in
      let earlier: RunObservations
      do throws(RunFileError) { earlier = try RunObservations(path: path) } catch {
        throw .runFile(error, option: "--compare")
      }
      let comparison = StepComparison(
        volatile: VolatileNames(comparing.volatile.map(\.text)),
        failing: comparing.compareFail.kinds)
      let review = ComparingReview(
        earlier, comparison, repetitions: repetitions,
        baseline: known.file.map { Self.shownName(of: $0) })
      return Comparing(review: review, earlier: earlier, name: Self.shownName(of: path))
    }
  }

  private static func baseline(
    _ path: String, mayBeMissing: Bool
  ) throws(UsageProblem) -> Baseline {
    do throws(BaselineError) { return try Baseline(path: path) } catch {
      if mayBeMissing, error.problem == .missing { return Baseline() }
      throw .baseline(error)
    }
  }

  /// A file as reports may name it: as it was given, but no absolute path.
  static func shownName(of path: String) -> String {
    guard path.hasPrefix("/"), let slash = path.lastIndex(of: "/") else { return path }
    return String(path[path.index(after: slash)...])
  }

  /// In the order in which they are asked: what is known is no change for the worse.
  var all: [any StepReview] {
    var reviews: [any StepReview] = []
    if let listing { reviews.append(listing.review) }
    if let comparing { reviews.append(comparing.review) }
    return reviews
  }

  /// Whether the plan must know the steps that do not run too.
  var needAllIDs: Bool { listing != nil || comparing != nil }

  /// Whether there is a baseline.
  var hasBaseline: Bool { listing != nil }

  /// Whether a baseline or an earlier run speaks of a step.
  func mention(_ id: String) -> Bool {
    listing?.ids.contains(ExactText(id)) == true || comparing?.earlier.observations(of: id) != nil
  }

  /// What reports say that the run is held to.
  func heldTo(_ steps: some ReviewedSteps) -> HeldTo {
    var heldTo = HeldTo()
    heldTo.baseline = listing?.name
    heldTo.staleEntries = failingEntries(of: steps)
    heldTo.earlierRun = comparing?.name
    return heldTo
  }

  /// The entries that are of no step, where the run fails for those.
  func failingEntries(of steps: some ReviewedSteps) -> [StaleEntry] {
    guard isStrict, let listing else { return [] }
    return staleEntries(of: steps).map { StaleEntry($0, in: listing.name) }
  }

  /// Refuses an earlier run with which not one step of the contract can be compared: a comparison of
  /// nothing would hold whatever the server does.
  func requireSomethingToCompare(_ steps: some ReviewedSteps) throws(UsageProblem) {
    guard let comparing, case let earlier = comparing.earlier,
      !earlier.ids.contains(where: { steps.isOfContract($0) && earlier.ran($0) })
    else { return }
    throw .nothingToCompare(
      file: comparing.name, contract: earlier.header.contract,
      hasSteps: earlier.ids.contains(where: steps.isOfContract))
  }

  /// What every report says of the run before it begins.
  func warnings(of steps: some ReviewedSteps) -> [RunWarning] {
    var warnings: [RunWarning] = []
    let stale = staleEntries(of: steps)
    // Where the run fails for them, reports tell of each.
    if let listing, !stale.isEmpty, !isStrict {
      warnings.append(.unknownStepsInBaseline(file: listing.name, ids: stale.map(\.id).unique))
    }
    guard let comparing else { return warnings }
    let earlier = comparing.earlier
    let removed = earlier.ids.filter { !steps.isOfContract($0) }
    if !removed.isEmpty { warnings.append(.removedSteps(file: comparing.name, ids: removed)) }
    let stopped = earlier.stoppedIDs.count(where: steps.isOfContract)
    if stopped > 0 { warnings.append(.comparedWithStopped(file: comparing.name, count: stopped)) }
    if earlier.isPartial {
      warnings.append(
        .comparedWithPart(
          file: comparing.name, count: earlier.ids.count, of: earlier.header.stepCountOfContract))
    } else if case let added = steps.ids(notIn: earlier), !added.isEmpty {
      warnings.append(.addedSteps(file: comparing.name, ids: added))
    }
    return warnings
  }

  /// The entries whose step the contract does not have.
  private func staleEntries(of steps: some ReviewedSteps) -> [BaselineEntry] {
    listing?.baseline.entries.filter { !steps.isOfContract($0.id) } ?? []
  }

  /// Writes the baseline, where that was asked for.
  ///
  /// - Returns: Whether nothing hindered it, and what is to be said of it.
  func finish(
    _ footer: RunFooter, _ steps: some ReviewedSteps, _ redactor: Redactor
  ) -> (isDone: Bool, note: String?) {
    guard updates, let listing else { return (true, nil) }
    if let signal = footer.signal {
      let reason =
        "the run was stopped by \(Wording.name(ofSignal: signal)), so what fails is not known"
      return (
        false, "error: \(RunComplaint.baselineNotWritten(file: listing.path, reason: reason))"
      )
    }
    var update = listing.review.update { steps.isOfContract($0) }
    // A place can have a name that a server chose; without a place an entry means any.
    for index in update.baseline.entries.indices {
      guard let place = update.baseline.entries[index].place else { continue }
      if redactor.redact(place) != place { update.baseline.entries[index].place = nil }
    }
    do throws(BaselineError) { try update.baseline.write(to: listing.path) } catch {
      return (false, "error: --update-baseline: \(error)")
    }
    let note = RunComplaint.baselineWritten(
      file: listing.path, count: update.baseline.entries.count, added: update.added,
      removed: update.removed)
    return (true, "\(note)")
  }
}

extension [String] {
  /// Each text once, in the order in which it came.
  fileprivate var unique: [String] {
    var seen: Set<ExactText> = []
    return filter { seen.insert(ExactText($0)).inserted }
  }
}
