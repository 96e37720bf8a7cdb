internal import AccordDocuments

extension NumberPattern {
  /// Whether a number fits, by its exact value.
  func matches(_ number: JSONNumber) -> Bool {
    switch self {
    case .any(let isInteger): return !isInteger || number.isInteger
    case .exactly(let expected): return expected.value == number
    case .range(let minimum, let maximum, let excludesMaximum, let isInteger):
      if isInteger && !number.isInteger { return false }
      if let minimum = minimum?.value, number < minimum { return false }
      if let maximum = maximum?.value, excludesMaximum ? number >= maximum : number > maximum {
        return false
      }
      return true
    case .close(let target, let distance):
      guard let target = target.value, let distance = distance.value else { return false }
      return number.isWithin(distance, of: target)
    }
  }
}

extension JSONPattern {
  /// The pattern with the values of its variables in place of their names, to be shown.
  package func resolved(_ bindings: Bindings) -> JSONPattern {
    switch kind {
    case .string(let text): JSONPattern(.string(text.resolved(bindings)))
    case .oneOf(let patterns): JSONPattern(.oneOf(patterns.map { $0.resolved(bindings) }))
    case .all(let patterns): JSONPattern(.all(patterns.map { $0.resolved(bindings) }))
    case .not(let pattern): JSONPattern(.not(pattern.resolved(bindings)))
    case .nullable(let pattern): JSONPattern(.nullable(pattern.resolved(bindings)))
    case .optional(let pattern): JSONPattern(.optional(pattern.resolved(bindings)))
    case .each(let pattern): JSONPattern(.each(pattern.resolved(bindings)))
    case .contains(let pattern): JSONPattern(.contains(pattern.resolved(bindings)))
    case .array(let patterns): JSONPattern(.array(patterns.map { $0.resolved(bindings) }))
    case .unordered(let patterns):
      JSONPattern(.unordered(patterns.map { $0.resolved(bindings) }))
    case .object(let members, let isClosed):
      JSONPattern(
        .object(
          members.map { Member(name: $0.name, pattern: $0.pattern.resolved(bindings)) },
          isClosed: isClosed))
    case .any, .null, .boolean, .number, .count, .absent, .variable, .schema: self
    }
  }
}
