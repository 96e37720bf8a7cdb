package import AccordConformance

/// What the exchanges of a run are held to besides the contract, and what follows from it.
package struct ConformanceCheck: Sendable {
  /// What follows from a rule that is broken.
  package enum Mode: String, Sendable, Hashable {
    /// It is told.
    case warn
    /// A MUST that is broken fails the run.
    case fail

    /// The least level that fails a run, unless something else is said of a rule.
    package var failsFrom: RuleLevel? { self == .fail ? .must : nil }
  }

  package var mode: Mode
  /// Where the rules come from.
  package var selection: RuleSelection
  package var rules: RuleSet

  /// What is known of it when a run begins.
  package var heading: ConformanceHeading {
    ConformanceHeading(mode: mode, profile: selection.profile)
  }

  /// - Throws: The first name in the selection that no rule has.
  package init(_ selection: RuleSelection, mode: Mode) throws(RuleSelection.UnknownRule) {
    self.mode = mode
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
