internal import AccordContract
internal import AccordHTTP

extension Plan {
  /// What is said of a step that was not sent.
  func record(
    _ position: Int, repetition: Int, unit: Int, _ outcome: Outcome
  ) -> StepRecord {
    let planned = steps[position]
    let unitOfPlan = units[unit % units.count]
    return StepRecord(
      index: (repetition - 1) * steps.count + position,
      wholeIndex: wholeIndex(of: position, in: unitOfPlan, repetition: repetition),
      repetition: repetition, id: id(of: planned), path: scopes[planned.scope].path,
      title: distinctTitle(of: planned), role: planned.role, ordinal: planned.ordinal,
      section: unitOfPlan.section,
      // From the number in the whole the values are made that a shard sends.
      unit: wholeNumber(of: unitOfPlan, repetition: repetition) ?? unit,
      method: planned.step.method.token, endpoint: endpoints[planned.endpoint].path,
      tags: tags(of: planned).map(\.name), location: planned.step.location,
      expectedStatus: planned.step.expectation?.status.description, outcome: outcome)
  }

  /// What the contract says that a step will fail of.
  func knownIssue(of planned: PlannedStep) -> String? {
    planned.step.knownIssue ?? scopes[planned.scope].knownIssue
  }
}

extension StepRecord {
  /// Notes that the step passed only when sent again.
  ///
  /// - Parameter fails: `--fail-on-flaky`.
  package mutating func markFlaky(fails: Bool) {
    isFlaky = true
    guard fails else { return }
    outcome = .failed
    findings = [
      Finding(Mismatch(.tries, expected: .firstTry, found: .count(tries)), at: location)
    ]
  }

  /// Leaves out the larger bodies of what fitted, which no report shows.
  mutating func dropLargeBodies(beyond limit: Int) {
    switch outcome {
    case .passed, .observed:
      for (index, exchange) in exchanges.enumerated() where exchange.bodySize > limit {
        exchanges[index] = exchange.withoutBody
      }
    case .failed, .errored, .skipped, .known: break
    }
  }
}
