package import AccordConformance

/// What the exchanges of a run are held to besides the contract, and what follows from it.
package struct ConformanceCheck: Sendable {
  /// What follows from a rule that is broken.
  package enum Mode: String, Sendable, Hashable {
    /// It is told.
    case warn
    /// A MUST that is broken fails the run, where it is strict a SHOULD too.
    case fail

    /// The least level for which a violation fails the run; `nil` where it is only told.
    ///
    /// - Parameter isStrict: Whether a SHOULD that was broken weighs as much as a MUST.
    package func failsFrom(isStrict: Bool) -> RuleLevel? {
      switch self {
      case .warn: nil
      case .fail: isStrict ? .should : .must
      }
    }
  }

  package var mode: Mode
  /// Whether a SHOULD that is broken weighs as much as a MUST.
  package var isStrict: Bool
  /// Where the rules come from.
  package var selection: RuleSelection
  package var rules: RuleSet

  /// What is known of it when a run begins.
  package var heading: ConformanceHeading {
    ConformanceHeading(mode: mode, profile: selection.profile)
  }

  /// - Throws: The first name in the selection that no rule has.
  package init(
    _ selection: RuleSelection, mode: Mode, isStrict: Bool = false
  ) throws(RuleSelection.UnknownRule) {
    self.mode = mode
    self.isStrict = isStrict
    self.selection = selection
    rules = RuleSet(try selection.rules())
  }
}

/// To which rules the exchanges of a run are held, as far as its readers need to know.
package struct ConformanceHeading: Sendable, Hashable {
  package var mode: ConformanceCheck.Mode
  package var profile: RuleProfile

  package init(mode: ConformanceCheck.Mode, profile: RuleProfile) {
    self.mode = mode
    self.profile = profile
  }
}
