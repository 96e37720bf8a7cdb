internal import AccordContract

extension Plan {
  /// A unit's place in the plan of which this one is a part.
  package struct WholePlace: Sendable {
    package var number: Int
    package var firstStep: Int
  }

  /// The part of one shard, in the plan's order.
  ///
  /// Units keep the numbers that they have in the whole, from which generated values are made: shards
  /// beside each other send the values that a run of the whole would.
  ///
  /// - Parameters:
  ///   - run: What tells this run of all shards from others.
  ///   - options: What else all shards must agree on to be one run.
  ///   - isReadOnly: Whether only safe methods are sent.
  package func part(
    _ shard: Shard, _ assignment: ShardAssignment, run: String? = nil, options: [String] = [],
    isReadOnly: Bool = false
  ) -> Plan {
    var part = self
    part.steps = []
    part.units = []
    for (number, unit) in units.enumerated() where assignment.shards[number] == shard.index {
      var own = unit
      own.whole = WholePlace(number: number, firstStep: unit.steps.lowerBound)
      let first = part.steps.count
      part.steps += steps[unit.steps]
      own.steps = first..<part.steps.count
      part.units.append(own)
    }
    part.probes = zip(probes, assignment.probes).filter { $1 == shard.index }.map { $0.0 }
    let isExcused =
      part.units.isEmpty && part.probes.isEmpty
      ? !units.isEmpty || !probes.isEmpty
      : mayGiveVerdict(isReadOnly: isReadOnly) && !part.mayGiveVerdict(isReadOnly: isReadOnly)
    part.shard = PlanShard(
      shard, run: run, unitCount: units.count, stepCount: steps.count,
      digest: PlanDigest(self, assignment, total: shard.total, options: options).text,
      mayBeWithoutVerdict: isExcused)
    return part
  }

  /// Whether some step could come to a verdict, as far as is known before anything is sent.
  private func mayGiveVerdict(isReadOnly: Bool) -> Bool {
    if probes.contains(where: { $0.skipReason == nil }) { return true }
    return steps.contains { planned in
      planned.skipReason == nil && planned.step.expectation != nil
        && (!isReadOnly || planned.step.method.isSafe)
    }
  }

  /// A unit's number in the run of all shards, from 0, repetitions counted.
  func wholeNumber(of unit: Unit, repetition: Int) -> Int? {
    guard let shard, let whole = unit.whole else { return nil }
    return (repetition - 1) * shard.unitCount + whole.number
  }

  /// A step's place in the order of the run of all shards, from 0; `nil` where there is but this run.
  func wholeIndex(of position: Int, in unit: Unit, repetition: Int) -> Int? {
    guard let shard, let whole = unit.whole else { return nil }
    return (repetition - 1) * shard.stepCount + whole.firstStep + position - unit.steps.lowerBound
  }
}
