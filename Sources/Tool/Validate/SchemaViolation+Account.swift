internal import AccordDocuments

extension SchemaViolation {
  /// The violation in one line: where, what was expected, what was found, and the keyword's place.
  ///
  /// ```text
  /// $.id: expected an integer, found "7" (user.json#/properties/id/type)
  /// ```
  var account: String { "\(sentence(depth: 0)) (\(absoluteKeywordLocation))" }

  /// How many `anyOf` and `oneOf` inside of each other are gone into.
  private static let deepest = 3

  private func sentence(depth: Int) -> String {
    "\(instanceLocation): \(demand), found \(found.excerpt(limit: 80))\(hint(depth: depth))"
  }

  /// What is expected; which schema comes closest is told behind what was found.
  private var demand: String {
    switch expectation {
    case .anyOf(let branches): "expected one of \(branches.count) schemas to hold"
    case .oneOf(let branches):
      "expected exactly one of \(branches.count) schemas to hold, and none does"
    case .onlyOneOf: "expected exactly one schema to hold"
    default: expectation.description
    }
  }

  private func hint(depth: Int) -> String {
    switch expectation {
    case .required(let name):
      return NearMiss.nearest(to: name, among: found.members.map(\.name))
        .map { "; there is \"\($0)\"" } ?? ""
    case .anyOf, .oneOf:
      guard depth < Self.deepest, let closest = expectation.closest,
        let violation = closest.violations.first
      else { return "" }
      let others = closest.violations.count - 1
      let more = others == 0 ? "" : ", and \(others) more"
      return "; \(keyword)/\(closest.index) comes closest: "
        + violation.sentence(depth: depth + 1) + more
    case .onlyOneOf(let holding):
      return "; these do: " + holding.map { "\(keyword)/\($0)" }.joined(separator: ", ")
    default: return ""
    }
  }
}
