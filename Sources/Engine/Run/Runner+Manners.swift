internal import AccordContract
internal import AccordHTTP

/// What a server is spared: requests before the time that it asked for, and more connections than it
/// may be given.
extension Runner {
  /// A step is sent again at most so often because an answer asked for it.
  private static let mostDeferrals = 10

  /// Whether an answer asked for time and its request is sent again when that is over.
  ///
  /// The wait is part of the try, as a redirect is, so that the step's limit of time holds over both.
  /// A status that the step expects is judged, whatever else the answer says. What is not idempotent
  /// is sent again after 429 only, which says that nothing was done: a gateway says 503 also where the
  /// server behind it had the request (RFC 9110 section 9.2.2).
  func defers(
    _ slot: Int, _ run: UnitRun, _ current: StepRun, _ response: HTTPResponse,
    _ exchange: Exchange
  ) -> Bool {
    guard response.status == 429 || response.status == 503,
      let origin = URLReference.origin(ofRequest: exchange.request.url),
      options.respectsRetryAfter ?? !origin.isLoopback,
      let asked = RetryAfter(response, now: WallClock.millisecondsSince1970() / 1_000)
    else { return false }
    let planned = plan.steps[run.position]
    let isExpected =
      planned.role != .probe
      && planned.step.expectation?.status.matches(response.status) == true
    func note(_ course: Deferral.Course) {
      guard !isExpected else { return }
      current.deferrals.append(
        Deferral(
          status: response.status, course: course, exchange: current.exchanges.count - 1))
    }
    switch asked {
    case .unusable(let value): note(.unusable(value))
    case .delay(let asked):
      let waits = current.deferrals.count { $0.wait != nil }
      // A server that says 0 again and again is not asked without a pause.
      let delay = max(asked, min(.milliseconds(100 << min(waits, 4)), .seconds(1)))
      let now = ContinuousClock.now
      let end = now + delay
      guard fits(end, planned.step, current) else {
        // Where the run is being stopped, that is why, and is said of the run.
        if cleanupDeadline == nil, let limit = stepLimit(planned.step, current) {
          note(.tooLong(asked: delay, limit: limit))
        }
        // Another try before that time is none that was asked for.
        current.askedDelay = (response.status, delay)
        break
      }
      // Whatever becomes of this step, the others are not to be sent in vain.
      gates.hold(origin, until: end)
      guard !isExpected, mayGoOn(planned) else { break }
      guard waits < Self.mostDeferrals else {
        note(.tooOften(waits))
        break
      }
      guard planned.step.polling == nil else {
        current.askedDelay = (response.status, delay)
        break
      }
      guard response.status == 429 || exchange.request.isIdempotent else {
        note(.mayHaveActed(method: exchange.request.method))
        break
      }
      note(.waited(delay))
      current.deferredAt = now
      if exchange.bodySize > Self.largestBodyKept, !options.recordsWire {
        current.exchanges[current.exchanges.count - 1] = exchange.withoutBody
      }
      timers.add(slot, due: end)
      return true
    }
    return false
  }

  /// Whether a unit has to wait before its next request, and is kept until then.
  ///
  /// The time of a step that was not sent yet does not run meanwhile. One that was sent waits only as
  /// long as its time allows.
  func isHeldBack(_ slot: Int, at now: ContinuousClock.Instant) -> Bool {
    guard !gates.areOpen, reachability.error == nil, let run = slots[slot],
      let current = run.current,
      let origin = URLReference.origin(ofRequest: current.nextRequest.url)
    else { return false }
    let planned = plan.steps[run.position]
    // It will not be sent any more.
    if stopReason != nil, current.tries == 0, planned.role != .cleanup { return false }
    let isUnderway =
      !current.exchanges.isEmpty || current.tries > 0 && planned.step.polling != nil
    let end = isUnderway ? end(of: planned.step, current) : nil
    if let end, end <= now { return false }
    if let moment = gates.heldUntil(origin, at: now),
      !isUnderway || fits(moment, planned.step, current)
    {
      gates.keep(slot, for: origin, until: end)
      return true
    }
    guard !gates.hasRoom(for: origin) else { return false }
    gates.keep(slot, for: origin, until: end)
    return true
  }

  /// Notes that an exchange of a unit begins, or that none is in flight any more.
  func countConnection(
    of current: StepRun, to url: String? = nil, over facts: ConnectionFacts? = nil
  ) {
    if let origin = current.origin.take() { gates.end(origin, over: facts) }
    guard let url, !gates.areOpen, let origin = URLReference.origin(ofRequest: url) else {
      return
    }
    current.origin = origin
    gates.begin(origin)
  }

  /// How long a step may take: a polling one from its first try, another from this one.
  private func stepLimit(_ step: Step, _ current: StepRun) -> Duration? {
    step.polling?.within ?? current.request.limits.total
  }

  /// When the step's time is over.
  private func end(of step: Step, _ current: StepRun) -> ContinuousClock.Instant? {
    stepLimit(step, current).map { (step.polling == nil ? current.tryStart : current.start) + $0 }
  }

  /// Whether a request that is sent at a moment is still in the step's time.
  private func fits(
    _ moment: ContinuousClock.Instant, _ step: Step, _ current: StepRun
  ) -> Bool {
    if let cleanupDeadline, moment >= cleanupDeadline { return false }
    guard let end = end(of: step, current) else { return true }
    return step.polling == nil ? moment < end : moment <= end
  }
}

extension StepRun {
  /// Notes that the wait that an answer asked for is over, and how long it was.
  func endDeferral(at now: ContinuousClock.Instant) {
    guard let since = deferredAt.take(), let last = deferrals.indices.last else { return }
    deferrals[last].course = .waited(since.duration(to: now))
  }

  /// Notes that the wait that an answer asked for came to nothing.
  func abandonDeferral() {
    guard deferredAt.take() != nil, let last = deferrals.indices.last else { return }
    deferrals[last].course = .interrupted
  }
}
