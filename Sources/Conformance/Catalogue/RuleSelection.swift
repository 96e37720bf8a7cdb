internal import AccordDocuments

/// Which rules of the catalogue count: a profile, and what is taken in or left out of it by name.
package struct RuleSelection: Sendable, Hashable {
  /// The profile.
  package var profile: RuleProfile
  /// Ids or beginnings of ids; where there are any, only these count.
  package var only: [String]
  /// Ids or beginnings of ids that do not count.
  package var without: [String]

  package init(profile: RuleProfile = .rest, only: [String] = [], without: [String] = []) {
    self.profile = profile
    self.only = only
    self.without = without
  }

  /// A name that no rule has.
  package struct UnknownRule: Error, Sendable, Hashable {
    /// What was written.
    package let name: String
    /// The rule whose id is most like it.
    package let suggestion: String?
  }

  /// The rules, in the catalogue's order.
  ///
  /// A rule that is named counts whatever the profile.
  ///
  /// - Throws: The first name that no rule has.
  package func rules(of catalogue: [Rule] = RuleCatalogue.rules) throws(UnknownRule) -> [Rule] {
    for name in only + without where !catalogue.contains(where: { Self.names(name, $0.id) }) {
      throw UnknownRule(
        name: name, suggestion: NearMiss.nearest(to: name, among: catalogue.map(\.id)))
    }
    return catalogue.filter { rule in
      let counts =
        only.isEmpty
        ? rule.profiles.contains(profile) : only.contains { Self.names($0, rule.id) }
      return counts && !without.contains { Self.names($0, rule.id) }
    }
  }

  /// Whether a name means a rule: its id, or the parts of it before a dot.
  package static func names(_ name: String, _ id: String) -> Bool {
    guard id.utf8.starts(with: name.utf8), !name.isEmpty else { return false }
    return id.utf8.count == name.utf8.count || name.hasSuffix(".")
      || id.utf8[id.utf8.index(id.utf8.startIndex, offsetBy: name.utf8.count)] == UInt8(ascii: ".")
  }
}
