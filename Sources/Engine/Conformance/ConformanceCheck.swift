package import AccordConformance

/// What the exchanges of a run are held to besides the contract, and what follows from it.
package struct ConformanceCheck: Sendable {
  /// What follows from a rule that is broken.
  package enum Mode: String, Sendable, Hashable {
    /// It is told.
    case warn
    /// A MUST that is broken fails the run.
    case fail
  }

  package var mode: Mode
  /// Where the rules come from.
  package var selection: RuleSelection
  package var rules: RuleSet

  /// - Throws: The first name in the selection that no rule has.
  package init(_ selection: RuleSelection, mode: Mode) throws(RuleSelection.UnknownRule) {
    self.mode = mode
    self.selection = selection
    rules = RuleSet(try selection.rules())
  }
}
