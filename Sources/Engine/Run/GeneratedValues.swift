internal import AccordContract
internal import AccordDocuments

/// The values of variables that nothing binds, made anew for each run of a scenario or step.
struct GeneratedValues {
  let variables: [Variable]
  let seed: UInt64

  /// The variables of a plan that generators may have to bind.
  ///
  /// - Parameter constantsOnly: Whether the seed means nothing.
  init(
    plan: Plan, given: [String: BoundValue], seed: UInt64, constantsOnly: Bool = false
  ) {
    variables = plan.variables.values
      .filter { $0.generator != nil && given[$0.name] == nil && ($0.isConstant || !constantsOnly) }
      .sorted { $0.name < $1.name }
    self.seed = seed
  }

  /// Binds the generated variables that a unit needs.
  ///
  /// - Parameters:
  ///   - number: The unit's number in the run, from 0; each has values of its own.
  ///   - timestamp: When it begins, in seconds since 1970.
  /// - Returns: The secrets among them that no other unit has.
  func bind(
    in bindings: inout Bindings, for unit: Plan.Unit, of plan: Plan, number: Int, timestamp: Int64
  ) -> [(name: String, value: String)] {
    guard !variables.isEmpty else { return [] }
    var needed: Set<String> = []
    for planned in plan.steps[unit.steps] where planned.usesVariables {
      needed.formUnion(plan.neededVariables(of: planned).map(\.name))
    }
    return bind(needed, in: &bindings, number: number, timestamp: timestamp)
  }

  /// Binds those of the generated variables that are needed.
  func bind(
    _ needed: Set<String>, in bindings: inout Bindings, number: Int, timestamp: Int64
  ) -> [(name: String, value: String)] {
    var secrets: [(name: String, value: String)] = []
    for variable in variables where needed.contains(variable.name) {
      let value = BoundValue.text(text(of: variable, unit: number, timestamp))
      // Planning has seen that a constant can be converted; what is generated always can.
      bindings[variable] = value.converted(for: variable, relativeTo: nil) ?? value
      if variable.isSecret, !variable.isConstant {
        secrets.append((variable.name, value.text))
      }
    }
    return secrets
  }

  private func text(of variable: Variable, unit number: Int, _ timestamp: Int64) -> String {
    var random = SeededGenerator(
      seed: seed, salts: [UInt64(number)] + variable.name.utf8.map(UInt64.init))
    switch variable.generator {
    case .uuid: return Self.uuid(&random)
    case .timestamp: return String(timestamp)
    case .counter: return String(number + 1)
    case .random(let range): return String(Int.random(in: range, using: &random))
    case .constant(let text): return text
    case nil: return ""
    }
  }

  /// Version 4, variant 10 (RFC 9562 section 5.4).
  private static func uuid(_ random: inout SeededGenerator) -> String {
    let high = random.next() & ~0xF000 | 0x4000
    let low = random.next() & ~(3 << 62) | 1 << 63
    let digits = hex(high) + hex(low)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(index) { text += "-" }
      text.append(digit)
    }
    return text
  }

  private static func hex(_ bits: UInt64) -> String {
    let digits = String(bits, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension Variable {
  /// Whether every unit has the same value.
  fileprivate var isConstant: Bool { if case .constant? = generator { true } else { false } }
}
