internal import AccordContract

extension RunOptions {
  /// What no output may show, as far as it is known before a step is sent: values that are given,
  /// defaults, and what the contract's `.auth` has in full.
  package func knownSecrets(of plan: Plan) -> [(name: String, value: String)] {
    var known: [(name: String, value: String)] = []
    for secret in secrets { known.append(("", secret)) }
    for (name, value) in bindings
    where plan.variables[name]?.isSecret == true || secretNames.contains(name) {
      known.append((name, value.text))
    }
    for variable in plan.variables.values where variable.isSecret {
      guard case .constant(let value)? = variable.generator else { continue }
      known.append((variable.name, value))
    }
    var said: Set<String> = []
    func note(_ authorization: Authorization?) {
      for (_, template) in authorization?.secrets ?? [] where template.variables.isEmpty {
        let value = template.description
        if said.insert(value).inserted { known.append(("", value)) }
      }
    }
    for planned in plan.steps {
      note(plan.scopes[planned.scope].authorization(for: planned.step))
    }
    for probe in plan.probes {
      for planned in probe.targets {
        note(planned.target.authorization ?? plan.scopes[probe.scope].authorization)
      }
    }
    return known
  }
}
