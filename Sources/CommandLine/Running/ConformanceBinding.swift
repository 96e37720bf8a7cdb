internal import AccordConformance
internal import AccordContract
internal import AccordEngine

/// What exchanges are held to besides the contract: what the command line says, else the contract.
enum ConformanceBinding {
  /// - Throws: `UsageProblem` where a rule is named that is not there, or rules and nothing to hold to
  ///   them.
  static func check(
    _ options: ConformanceOptions, trait: ConformanceTrait?
  ) throws(UsageProblem) -> ConformanceCheck? {
    let mode: ConformanceCheck.Mode
    switch options.mode {
    case .off: return nil
    case .warn: mode = .warn
    case .fail: mode = .fail
    case nil:
      guard trait != nil else {
        if let option = options.idleOption { throw .rulesWithoutConformance(option: option) }
        return nil
      }
      mode = .fail
    }
    let selection = RuleSelection(
      profile: options.profile ?? trait.flatMap { RuleProfile(rawValue: $0.profile.rawValue) }
        ?? .rest,
      only: options.rules, without: options.skippedRules + (trait?.skipped ?? []))
    do throws(RuleSelection.UnknownRule) {
      return try ConformanceCheck(selection, mode: mode)
    } catch {
      let option = options.rules.contains(error.name) ? "--rule" : "--skip-rule"
      throw .unknownRule(error.name, option: option, suggestion: error.suggestion)
    }
  }
}

extension ConformanceOptions {
  /// An option that says of which rules, where nothing says that there are any.
  fileprivate var idleOption: String? {
    if profile != nil { return "--profile" }
    if !rules.isEmpty { return "--rule" }
    return skippedRules.isEmpty ? nil : "--skip-rule"
  }
}
