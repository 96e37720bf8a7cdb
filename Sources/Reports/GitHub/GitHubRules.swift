internal import AccordConformance
internal import AccordEngine

extension GitHubCommand.Level {
  /// How much an annotation on a rule weighs, and the word for it.
  static func of(_ rule: RuleAccount) -> (level: GitHubCommand.Level, word: String) {
    let level = rule.level ?? rule.rule.level
    if rule.fails { return (.error, level.rawValue) }
    if rule.known != nil { return (.notice, level.rawValue) }
    switch level {
    case .must, .should: return (.warning, level.rawValue)
    case .may, .convention: return (.notice, level.rawValue)
    }
  }
}
