/// How much a rule demands, in the words of RFC 2119; what authorities advise and no standard demands
/// is a convention.
package enum RuleLevel: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Who breaks it breaks the standard: it fails a run that is held to the rules.
  case must = "MUST"
  /// There may be reasons to do otherwise: it warns.
  case should = "SHOULD"
  /// What a standard allows, and a client is glad of: it informs.
  case may = "MAY"
  /// What authorities advise: it informs.
  case convention

  /// From the least demanding to the most.
  package static func < (left: RuleLevel, right: RuleLevel) -> Bool { left.weight < right.weight }

  private var weight: Int {
    switch self {
    case .must: 3
    case .should: 2
    case .may: 1
    case .convention: 0
    }
  }
}
