package import AccordConformance
package import AccordContract

/// What the command line says of probes: it goes before what the contract says.
package struct ProbeOptions: Sendable, Hashable {
  /// `--conformance warn` only tells; else a MUST that is broken fails the run.
  package var mode = ConformanceCheck.Mode.fail
  /// `--profile`.
  package var profile: RuleProfile?
  /// `--rule`: ids or beginnings of ids, in place of those of `.only`.
  package var only: [String] = []
  /// `--skip-rule`: ids or beginnings of ids, besides those of `.skipping`.
  package var without: [String] = []
  /// `--strict`.
  package var isStrict = false
  /// `--allow`, besides what `.allowing` names.
  package var risks: Set<ProbeRisk> = []
  /// For how long a target's server is waited for in all that asks for time (Retry-After).
  package var patience = Duration.seconds(60)

  package init() {}
}

/// To which rules a probe holds its targets, all that is said of it taken together.
package struct ProbeTerms: Sendable, Hashable {
  package var selection: RuleSelection
  package var mode: ConformanceCheck.Mode
  /// Whether a SHOULD that is broken fails the run.
  package var isStrict: Bool
  /// What may be done to the server besides reading, and changing what the probe made.
  package var risks: Set<ProbeRisk>

  package init(_ settings: ProbeSettings, _ options: ProbeOptions) {
    selection = RuleSelection(
      profile: options.profile ?? settings.profile ?? .rest,
      only: options.only.isEmpty ? settings.only : options.only,
      without: settings.without + options.without)
    mode = options.mode
    isStrict = settings.isStrict || options.isStrict
    risks = settings.risks.union(options.risks)
  }

  /// What rules may do on a target.
  ///
  /// - Parameter isReadOnly: Whether only safe methods are sent (RFC 9110 section 9.2.1).
  package func allowed(on target: ConformanceTarget, isReadOnly: Bool) -> Set<SafetyClass> {
    var allowed: Set<SafetyClass> = [.readOnly]
    guard !isReadOnly else { return allowed }
    if target.collection?.isMade == true { allowed.insert(.throwaway) }
    if risks.contains(.mutating) { allowed.insert(.mutating) }
    if risks.contains(.intrusive) { allowed.insert(.intrusive) }
    return allowed
  }
}
