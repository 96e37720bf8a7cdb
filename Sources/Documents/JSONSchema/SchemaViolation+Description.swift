extension SchemaViolation: CustomStringConvertible {
  /// One sentence with the place and the value found, as in
  /// `$.id: expected an integer, found "7"`.
  package var description: String { sentence(depth: 0) { $0.excerpt(limit: 80) } }

  /// What was expected, in a few words, without what was found.
  package var demand: String {
    switch (expectation, keyword) {
    case (.nothing, "additionalProperties"), (.nothing, "unevaluatedProperties"):
      "expected no member but those that the schema names"
    case (.nothing, "additionalItems"), (.nothing, "unevaluatedItems"), (.nothing, "items"):
      "expected no more elements"
    default: expectation.description
    }
  }

  /// What helps besides, to be put behind what was found: the schema of `anyOf` or `oneOf` that comes
  /// closest, those that hold besides, or a name much like the missing one; else empty.
  ///
  /// - Parameter shown: How a value that was found is shown: without what nobody may see, and cut.
  package func hint(showing shown: (JSONNode) -> String) -> String { hint(depth: 0, shown) }

  /// How many `anyOf` and `oneOf` inside of each other are gone into.
  private static let deepest = 3

  private func sentence(depth: Int, _ shown: (JSONNode) -> String) -> String {
    "\(instanceLocation): \(demand), found \(shown(found))\(hint(depth: depth, shown))"
  }

  private func hint(depth: Int, _ shown: (JSONNode) -> String) -> String {
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
        + violation.sentence(depth: depth + 1, shown) + more
    case .onlyOneOf(let holding):
      return "; these do: " + holding.map { "\(keyword)/\($0)" }.joined(separator: ", ")
    default: return ""
    }
  }
}
