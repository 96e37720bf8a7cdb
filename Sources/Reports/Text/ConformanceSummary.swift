internal import AccordConformance
internal import AccordEngine

/// What rules of HTTP and REST say of a run, at the end of a text report.
struct ConformanceSummary {
  private let account: ConformanceAccount

  init(_ account: ConformanceAccount) { self.account = account }

  /// A line for the whole, and one for each rule that was broken, what weighs most first.
  ///
  /// - Parameter isQuiet: Whether only those are shown for which the run fails.
  func lines(_ wording: Wording, _ style: TextStyle, isQuiet: Bool) -> [String] {
    let shown = account.broken.filter { !isQuiet || $0.fails }
    guard !isQuiet || !shown.isEmpty else { return [] }
    return ["  conformance: \(wording.conformance(account))"]
      + shown.map { rule in
        let level = rule.level ?? rule.rule.level
        let (mark, role) = Self.mark(level)
        return "    \(style.paint("\(mark) \(level.rawValue)", role)) \(wording.conformance(rule))"
      }
  }

  private static func mark(_ level: RuleLevel) -> (String, TextStyle.Role) {
    switch level {
    case .must: ("✘", .red)
    case .should: ("!", .yellow)
    case .may, .convention: ("–", .faint)
    }
  }
}
