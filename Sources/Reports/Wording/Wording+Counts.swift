internal import AccordDocuments
internal import AccordEngine
internal import AccordRuns

extension Wording {
  /// How many steps came to which outcome, those that none came to left out: `2 passed, 1 failed`.
  static func counts(of totals: RunTotals) -> String {
    outcomes(of: totals).filter { $0.count > 0 || $0.word == "passed" }
      .map { "\(VisibleText.grouped($0.count)) \($0.word)" }.joined(separator: ", ")
  }

  /// The outcomes in the order in which they are told, with their words; and how many steps are
  /// fixed, failed since an entry has expired, were flaky, and changed.
  static func outcomes(of totals: RunTotals) -> [(word: String, count: Int)] {
    [
      ("passed", totals.passed), ("failed", totals.failed),
      (totals.errors == 1 ? "error" : "errors", totals.errors), ("skipped", totals.skipped),
      ("observed", totals.observed), ("known", totals.known), ("fixed", totals.fixed),
      ("expired", totals.expired), ("flaky", totals.flaky), ("changed", totals.changed),
    ]
  }

  /// In which ways steps changed, and how many: `status 2, fields 1`; nothing where none did.
  static func changes(of totals: RunTotals) -> String? {
    let parts = StepChange.Kind.allCases.compactMap { kind in
      totals.changes[kind].map { "\(word(kind)) \(VisibleText.grouped($0))" }
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// What changed, in words for people.
  static func word(_ kind: StepChange.Kind) -> String {
    switch kind {
    case .status: "status"
    case .outcome: "outcome"
    case .type: "media type"
    case .fields: "fields"
    case .shape: "shape"
    }
  }
}
