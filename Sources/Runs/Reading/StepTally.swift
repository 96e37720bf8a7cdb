/// The steps of a run file that were read so far, counted, to hold its last line to them.
///
/// A line that was edited, taken out or added would else be believed by whoever reads the sums alone.
struct StepTally {
  private var outcomes: [RecordedStep.Outcome: Int] = [:]
  private var fixed = 0
  private var flaky = 0

  /// Counts a step's line.
  mutating func add(_ line: RecordLine) throws(RunFileError) {
    outcomes[try line.word("outcome", RecordedStep.Outcome.self), default: 0] += 1
    if try line.optional("fixed", line.boolean) == true { fixed += 1 }
    if try line.optional("flaky", line.boolean) == true { flaky += 1 }
  }

  /// In what the last line differs from the steps, the most telling first; `nil` where it does not.
  func difference(
    from footer: RecordedFooter, _ header: RecordedHeader
  ) -> RunFileError.Problem? {
    let found = outcomes.values.reduce(0, +)
    if footer.stepCount != found { return .miscounted(stated: footer.stepCount, found: found) }
    let counts = [
      ("failed", footer.failed, count(.failed)), ("error", footer.errors, count(.error)),
      ("passed", footer.passed, count(.passed)), ("skipped", footer.skipped, count(.skipped)),
      ("observed", footer.observed, count(.observed)), ("known", footer.known, count(.known)),
      ("fixed", footer.fixed, fixed), ("flaky", footer.flaky, flaky),
    ]
    for (word, stated, found) in counts where stated != found {
      return .misjudged(word, stated: stated, found: found)
    }
    let named = header.staleEntries.count
    guard footer.staleEntryCount == named else {
      return .staleEntries(stated: footer.staleEntryCount, named: named)
    }
    return nil
  }

  private func count(_ outcome: RecordedStep.Outcome) -> Int { outcomes[outcome] ?? 0 }
}
