internal import AccordDocuments
internal import AccordEngine

extension Wording {
  /// How many steps came to which outcome, those that none came to left out: `2 passed, 1 failed`.
  static func counts(of totals: RunTotals) -> String {
    outcomes(of: totals).filter { $0.count > 0 || $0.word == "passed" }
      .map { "\(VisibleText.grouped($0.count)) \($0.word)" }.joined(separator: ", ")
  }

  /// The outcomes in the order in which they are told, with their words; of the passed ones also
  /// which were fixed and which flaky.
  static func outcomes(of totals: RunTotals) -> [(word: String, count: Int)] {
    [
      ("passed", totals.passed), ("failed", totals.failed),
      (totals.errors == 1 ? "error" : "errors", totals.errors), ("skipped", totals.skipped),
      ("observed", totals.observed), ("known", totals.known), ("fixed", totals.fixed),
      ("flaky", totals.flaky),
    ]
  }
}
