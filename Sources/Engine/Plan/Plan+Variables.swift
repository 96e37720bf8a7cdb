package import AccordContract

extension Plan {
  /// What no step, no option and no generator can bind, each where it is first needed.
  ///
  /// - Parameter given: The names that the command line, a file or the environment binds.
  package func unboundVariables(given: Set<String>) -> [ContractProblem] {
    guard !variables.isEmpty else { return [] }
    var problems: [ContractProblem] = []
    var reported: Set<String> = []
    for unit in units {
      var captured: Set<String> = []
      for planned in steps[unit.steps] where planned.role == .cleanup {
        // A clean-up runs after every step of its scenario.
        captured.formUnion(capturedNames(in: unit))
        break
      }
      var bound: Set<String> = []
      for planned in steps[unit.steps] {
        let available = planned.role == .cleanup ? captured : bound
        for variable in neededVariables(of: planned)
        where !available.contains(variable.name) && !given.contains(variable.name)
          && variable.generator == nil && reported.insert(variable.name).inserted
        {
          problems.append(
            ContractProblem(.unboundVariable(variable.name), at: planned.step.location))
        }
        bound.formUnion(planned.step.capturedVariables.map(\.name))
      }
    }
    for probe in probes {
      for target in probe.targets {
        for variable in neededVariables(of: target, in: probe)
        where !given.contains(variable.name) && variable.generator == nil
          && reported.insert(variable.name).inserted
        {
          problems.append(
            ContractProblem(.unboundVariable(variable.name), at: target.target.location))
        }
      }
    }
    return problems
  }

  /// What a target needs, what stands in the traits above it included.
  package func neededVariables(
    of planned: PlannedTarget, in probe: PlannedProbe
  ) -> [Variable] {
    let scope = scopes[probe.scope]
    let target = planned.target
    var needed = target.path.variables
    let authorization = target.authorization ?? scope.authorization
    needed += authorization?.variables ?? []
    for field in scope.fields { needed += field.value?.variables ?? [] }
    if let collection = target.collection {
      needed += collection.item?.variables ?? []
      needed += collection.contents.flatMap(\.content.variables)
    }
    return needed
  }

  /// What a step needs, what stands in the traits above it included.
  package func neededVariables(of planned: PlannedStep) -> [Variable] {
    let scope = scopes[planned.scope]
    var needed = planned.step.neededVariables
    if planned.step.authorization == nil {
      needed += scope.authorization(for: planned.step)?.variables ?? []
    }
    for field in scope.fields(besidesThoseOf: planned.step) {
      needed += field.value?.variables ?? []
    }
    return needed
  }

  private func capturedNames(in unit: Unit) -> Set<String> {
    Set(steps[unit.steps].flatMap { $0.step.capturedVariables.map(\.name) })
  }
}
