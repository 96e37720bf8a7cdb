extension Verdict {
  /// What several findings come to: the first of those that weigh most, or what stands in the way of one
  /// of them.
  static func worst(_ verdicts: some Sequence<Verdict>) -> Verdict {
    var result = Verdict.notApplicable
    for verdict in verdicts { result.take(verdict) }
    return result
  }

  /// Becomes another verdict, if that weighs more.
  mutating func take(_ other: Verdict) {
    if other.weight > weight { self = other }
  }

  /// Whether nothing can weigh more.
  var isWorst: Bool {
    if case .violation(let evidence) = self { evidence.level == nil } else { false }
  }

  /// Why nothing is said of what rests on a rule that is broken.
  static func resting(on id: String) -> String { "\(id) is broken, on which it rests" }

  private var weight: Int {
    switch self {
    case .notApplicable: 0
    case .conforms: 1
    case .inconclusive: 2
    case .violation(let evidence):
      switch evidence.level {
      case .convention?: 3
      case .may?: 4
      case .should?: 5
      case .must?: 6
      // A finding of a lower level gives way to one of the rule's own.
      case nil: 7
      }
    }
  }
}
