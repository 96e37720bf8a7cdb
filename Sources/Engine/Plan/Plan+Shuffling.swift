extension Plan {
  /// The plan with its units in an order that the seed determines; reports keep that order.
  package func shuffled(seed: UInt64) -> Plan {
    var random = SeededGenerator(seed: seed)
    var plan = self
    plan.steps = []
    plan.units = []
    for var unit in units.shuffled(using: &random) {
      let first = plan.steps.count
      plan.steps += steps[unit.steps]
      unit.steps = first..<plan.steps.count
      plan.units.append(unit)
    }
    return plan
  }
}
