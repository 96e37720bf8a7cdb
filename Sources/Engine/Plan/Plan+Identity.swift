internal import AccordContract
internal import AccordDocuments

extension Plan {
  /// Makes ids that would be equal different: by the expected status, in a scenario also by an
  /// ordinal.
  ///
  /// Ids that are equal still are problems.
  mutating func distinguishIDs() -> [ContractProblem] {
    var seen: Set<ExactText> = []
    seen.reserveCapacity(steps.count)
    var repeated: Set<ExactText> = []
    let plainIDs = steps.map { ExactText(identityWithoutDistinction(of: $0)) }
    for id in plainIDs where !seen.insert(id).inserted { repeated.insert(id) }
    guard !repeated.isEmpty else { return [] }

    var problems: [ContractProblem] = []
    var firstStep: [ExactText: (index: Int, unit: Int)] = [:]
    var ordinals: [ExactText: Int] = [:]
    for (unitNumber, unit) in units.enumerated() {
      for index in unit.steps {
        let plain = plainIDs[index]
        guard repeated.contains(plain) else { continue }
        steps[index].distinction = .status
        let id = ExactText(plain.text + Self.statusSuffix(steps[index].step))
        guard let first = firstStep[id] else {
          firstStep[id] = (index, unitNumber)
          continue
        }
        guard unit.isScenario, first.unit == unitNumber else {
          problems.append(
            ContractProblem(
              .duplicateID(id.text, first: steps[first.index].step.location),
              at: steps[index].step.location))
          continue
        }
        let ordinal = (ordinals[id] ?? 1) + 1
        ordinals[id] = ordinal
        steps[index].distinction = .statusAndOrdinal(ordinal)
      }
    }
    return problems
  }

  /// Keeps the units that are selected, in their order.
  mutating func select(_ selection: Selection) {
    guard
      !selection.tags.isEmpty || !selection.skippedTags.isEmpty || selection.filter != nil
        || selection.onlyIDs != nil
    else { return }
    var keptSteps: [PlannedStep] = []
    var keptUnits: [Unit] = []
    for var unit in units {
      guard isSelected(unit, selection) else { continue }
      let first = keptSteps.count
      for var planned in steps[unit.steps] {
        if planned.skipReason == nil, let tag = selection.skippedTag(of: tags(of: planned)) {
          planned.skipReason = .skippedTag(tag.name)
        }
        keptSteps.append(planned)
      }
      unit.steps = first..<keptSteps.count
      keptUnits.append(unit)
    }
    steps = keptSteps
    units = keptUnits
    selectTargets(selection)
  }

  /// Keeps the targets that are selected, and no probe without one.
  private mutating func selectTargets(_ selection: Selection) {
    for index in probes.indices {
      probes[index].targets.removeAll { target in
        selection.skippedTag(of: target.tags) != nil
          || selection.onlyIDs?.contains(ExactText(target.id)) == false
          || !selection.chooses(tags: target.tags) { target.id }
      }
    }
    probes.removeAll(where: \.targets.isEmpty)
  }

  private func isSelected(_ unit: Unit, _ selection: Selection) -> Bool {
    if selection.skippedTag(of: scopes[unit.scope].tags) != nil { return false }
    let members = steps[unit.steps]
    if let ids = selection.onlyIDs {
      guard members.contains(where: { ids.contains(ExactText(id(of: $0))) }) else { return false }
    }
    if !unit.isScenario, let only = members.first,
      selection.skippedTag(of: tags(of: only)) != nil
    {
      return false
    }
    return members.contains { planned in
      planned.role != .cleanup
        && selection.chooses(tags: tags(of: planned)) { id(of: planned) }
    }
  }
}
