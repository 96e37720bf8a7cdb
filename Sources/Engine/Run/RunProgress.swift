internal import AccordContract
internal import Synchronization

/// How far a run is, for who watches it: what is done, and what has been in flight for longest.
///
/// The run's thread notes two things of each step, under a lock that nobody else holds for long; whoever
/// watches looks when it likes. A run that nobody watches has none.
///
/// A class, since the run and who watches it share it.
package final class RunProgress: Sendable {
  /// A step that was sent and has no outcome yet.
  package struct Flight: Sendable {
    package var method: String
    /// The resource's template: `/cart/{id}`.
    package var endpoint: String
    /// When its first try was sent.
    package var since: ContinuousClock.Instant

    package init(method: String, endpoint: String, since: ContinuousClock.Instant) {
      self.method = method
      self.endpoint = endpoint
      self.since = since
    }
  }

  /// A target that is being probed.
  package struct ProbedNow: Sendable, Hashable {
    /// The path as its author wrote it.
    package var target: String
    /// Its number among the targets of the run, from 1, and how many there are.
    package var number: Int
    package var count: Int
    /// The rule that the latest requests are for; `nil` before the first.
    package var rule: String?
    /// How many requests were sent for the target so far.
    package var requestCount = 0

    package init(target: String, number: Int, of count: Int) {
      self.target = target
      self.number = number
      self.count = count
    }
  }

  /// How far a run is at a moment.
  package struct Snapshot: Sendable {
    /// How many steps the run has, repetitions counted.
    package var stepCount = 0
    /// How many steps have their outcome.
    package var done = 0
    /// Of these, how many failed.
    package var failed = 0
    /// Of these, how many have no verdict.
    package var errors = 0
    /// What has been in flight for longest, if anything is.
    package var slowest: Flight?
    /// What is being probed, when all steps are done.
    package var probed: ProbedNow?

    package init() {}

    /// Whether there is nothing to show.
    package var isEmpty: Bool { stepCount == 0 && probed == nil }
  }

  private struct State {
    var plan: Plan?
    var counts = Snapshot()
    /// By slot: the step, as a number in the plan, and when it was sent.
    var flights: [(position: Int, since: ContinuousClock.Instant)?] = []
  }

  private let state = Mutex(State())

  package init() {}

  /// How far the run is now.
  package var snapshot: Snapshot {
    state.withLock { state in
      var snapshot = state.counts
      let oldest = state.flights.lazy.compactMap { $0 }.min { $0.since < $1.since }
      guard let plan = state.plan, let oldest else { return snapshot }
      let planned = plan.steps[oldest.position]
      snapshot.slowest = Flight(
        method: planned.step.method.token, endpoint: plan.endpoints[planned.endpoint].path,
        since: oldest.since)
      return snapshot
    }
  }

  // MARK: - What the run notes

  func begin(_ plan: Plan, stepCount: Int) {
    state.withLock { state in
      state.plan = plan
      state.counts.stepCount = stepCount
    }
  }

  /// Notes that a target is probed now; `nil` when no more is.
  func probe(_ target: ProbedNow?) { state.withLock { $0.counts.probed = target } }

  /// Notes for which rule the next requests are.
  func turn(to rule: String) { state.withLock { $0.counts.probed?.rule = rule } }

  /// Notes how many requests were sent for the target.
  func noteProbeRequests(_ count: Int) {
    state.withLock { $0.counts.probed?.requestCount = count }
  }

  func send(_ position: Int, slot: Int, at moment: ContinuousClock.Instant) {
    state.withLock { state in
      while state.flights.count <= slot { state.flights.append(nil) }
      state.flights[slot] = (position, moment)
    }
  }

  /// - Parameter slot: Where the step was in flight, if it was.
  func settle(_ outcome: Outcome, slot: Int?) {
    state.withLock { state in
      state.counts.done += 1
      switch outcome {
      case .failed: state.counts.failed += 1
      case .errored: state.counts.errors += 1
      case .passed, .skipped, .observed, .known: break
      }
      if let slot, slot < state.flights.count { state.flights[slot] = nil }
    }
  }
}
