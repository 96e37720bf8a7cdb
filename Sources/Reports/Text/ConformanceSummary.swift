internal import AccordConformance
internal import AccordEngine

/// What rules of HTTP and REST say of a run, at the end of a text report.
struct ConformanceSummary {
  private let account: ConformanceAccount

  init(_ account: ConformanceAccount) { self.account = account }

  /// A line for the whole, and one for each rule that the exchanges of steps broke, what weighs most
  /// first; what probes found stands above the summary.
  ///
  /// - Parameter isQuiet: Whether only those are shown for which the run fails.
  func lines(_ wording: Wording, _ style: TextStyle, isQuiet: Bool) -> [String] {
    let shown = account.passive.broken.filter { !isQuiet || $0.fails }
    guard !isQuiet || !shown.isEmpty || account.fails else { return [] }
    let untried = isQuiet ? nil : Obstructions(of: account.rules).untried
    return ["  conformance: \(wording.conformance(account))"]
      + (untried.map { ["    \($0)"] } ?? [])
      + shown.map { rule in
        let level = rule.level ?? rule.rule.level
        let (mark, role) = TextStyle.mark(level)
        return "    \(style.paint("\(mark) \(level.rawValue)", role)) \(wording.conformance(rule))"
      }
  }
}
