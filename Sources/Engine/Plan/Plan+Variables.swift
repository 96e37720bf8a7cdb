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
    return problems
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
