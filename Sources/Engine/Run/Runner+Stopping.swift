internal import AccordContract
internal import AccordHTTP

/// What signals and the end of a run do to what is not done yet.
extension Runner {
  /// Stops the run at a signal, and its clean-ups at a second one or when their time is over.
  func noticeSignals() {
    let signals = interruption.signals
    if signals.count > signalsSeen {
      signalsSeen = signals.count
      stop(.interrupted)
      cleanupDeadline = cleanupDeadline ?? .now + options.cleanupAllowance
      abandonInFlight(includingCleanups: signals.count > 1)
    }
    if let deadline = cleanupDeadline, deadline <= .now, activeCount > 0 {
      abandonInFlight(includingCleanups: true)
    }
  }

  /// Whether clean-ups are no longer run either.
  var hasGivenUp: Bool {
    interruption.signals.count > 1 || cleanupDeadline.map { $0 <= .now } == true
  }

  /// Takes what is in flight or waits out of the run; clean-ups go on until they are given up too.
  private func abandonInFlight(includingCleanups: Bool) {
    let waiting = Set(timers.popAll() + ready.popAll() + gates.popAll())
    let beginning = Set(starting.popAll())
    for (slot, run) in slots.enumerated() {
      guard let run else { continue }
      if plan.steps[run.position].role == .cleanup, !includingCleanups {
        if waiting.contains(slot) { ready.append(slot) }
        if beginning.contains(slot) { starting.append(slot) }
        continue
      }
      if run.isInFlight {
        // One whose connection was still being opened is no try.
        if !client.cancel(id: slot), run.current?.exchanges.isEmpty == true {
          run.current?.tries -= 1
        }
        if let current = run.current { countConnection(of: current) }
        exchangesInFlight -= 1
      } else if run.isBeingJudged {
        exchangesInFlight -= 1
      }
      let wasSent = run.isBeingJudged || (run.current?.tries ?? 0) > 0
      run.isInFlight = false
      run.isBeingJudged = false
      run.current?.abandonDeferral()
      tokens.forget(slot: slot)
      settle(slot, wasSent ? .errored(.interrupted) : .skipped(.interrupted))
    }
    abandonTokens()
  }

  /// Gives what was not begun its outcome.
  func skipWhatIsLeft() {
    let reason = stopReason ?? .interrupted
    while let next = queue.nextUnstarted() {
      let unit = plan.units[next.unit]
      for position in unit.steps {
        let outcome: Outcome
        if let own = plan.steps[position].skipReason {
          outcome = .skipped(own)
        } else if let error = reachability.error {
          outcome = .errored(.unreachable(error))
        } else {
          outcome = .skipped(reason)
        }
        var record = record(
          position, repetition: next.repetition, unit: next.number, outcome)
        review(&record)
        emit(record)
      }
      var completed: [CompletedExchange] = []
      while !hasRoom { client.wait(until: .now + .milliseconds(10), into: &completed) }
    }
  }
}
