/// Which rules an API is held to, where authorities disagree.
package enum RuleProfile: String, Sendable, Hashable, CaseIterable {
  /// What the standards demand: MUST, SHOULD and MAY.
  case http
  /// The same, and the conventions of REST: the profile where none is named.
  case rest
  /// The conventions with OWASP's view where it is another one: methods that nobody needs are off, and
  /// nothing of an API is open to shared caches.
  case owasp
}

extension Set<RuleProfile> {
  /// All profiles.
  package static let all = Set(RuleProfile.allCases)
  /// Those that hold an API to more than the standards.
  package static let conventions: Set = [.rest, .owasp]
}
