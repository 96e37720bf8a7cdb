/// A rule that standards or conventions lay down for every HTTP API.
///
/// A value: who knows the rule knows all that is to be said of it, and how it is judged. Rules stand in
/// the files of the sections that they come from, see ``RuleSection``.
package struct Rule: Sendable {
  /// The name, in small letters with dots, which is public and stays: `http.405.allow`.
  package let id: String
  /// How much it demands.
  package let level: RuleLevel
  /// 1 for what matters to every API, 2 for the rest.
  package let tier: Int
  /// What it is about.
  package let group: RuleGroup
  /// What judging it by requests of its own may do to a server.
  package let safety: SafetyClass
  /// What is demanded, in one sentence.
  package let statement: String
  /// What to change on a server that breaks it, in one sentence.
  package let remedy: String
  /// Where it is demanded; the section in whose file the rule stands comes first.
  package internal(set) var citations: [Citation]
  /// Rules that must hold for this one to be judged: what breaks one of them makes this one
  /// inconclusive, so that one fault is one finding.
  package let dependencies: [String]
  /// Who is held to it.
  package let profiles: Set<RuleProfile>
  /// How an exchange of somebody else's is judged; `nil` for a rule that takes requests of its own.
  package let passive: PassiveJudgement?
  /// How it is judged by requests of our own; `nil` for a rule that needs none.
  package let active: ActiveJudgement?

  /// Judges one exchange as it came: nothing is sent for it.
  package typealias PassiveJudgement = @Sendable (ObservedExchange) -> Verdict

  /// A rule of the section in whose list it stands.
  ///
  /// - Parameters:
  ///   - also: Further sections that demand it.
  ///   - profiles: Who is held to it: everybody to what standards demand, unless said otherwise.
  ///   - active: Says what requests of our own tell of the rule.
  ///   - passive: Says what an exchange tells of the rule. Where the standard leaves a way out, the
  ///     verdict is no violation.
  package init(
    _ id: String, _ level: RuleLevel, tier: Int = 1, _ group: RuleGroup,
    safety: SafetyClass? = nil, _ statement: String, remedy: String, also: [Citation] = [],
    dependsOn dependencies: [String] = [], profiles: Set<RuleProfile>? = nil,
    active: ActiveJudgement? = nil, passive: PassiveJudgement? = nil
  ) {
    self.id = id
    self.level = level
    self.tier = tier
    self.group = group
    self.safety = safety ?? active?.safety ?? .readOnly
    self.active = active
    self.statement = statement
    self.remedy = remedy
    self.citations = also
    self.dependencies = dependencies
    self.profiles = profiles ?? (level == .convention ? .conventions : .all)
    self.passive = passive
  }
}
