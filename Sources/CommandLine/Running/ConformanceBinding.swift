internal import AccordConformance
internal import AccordContract
internal import AccordEngine

/// What exchanges are held to besides the contract: what the command line says, else the contract.
enum ConformanceBinding {
  /// - Throws: `UsageProblem` where a rule is named that is not there, or rules and nothing to hold to
  ///   them.
  static func check(
    _ options: ConformanceOptions, trait: ConformanceTrait?, hasProbes: Bool = false
  ) throws(UsageProblem) -> ConformanceCheck? {
    let choice = options.choice
    let mode: ConformanceCheck.Mode
    switch options.mode {
    case .off: return nil
    case .warn: mode = .warn
    case .fail: mode = .fail
    case nil:
      guard trait != nil else {
        if !hasProbes, let option = choice.firstOption {
          throw .rulesWithoutConformance(option: option)
        }
        return nil
      }
      mode = .fail
    }
    let selection = RuleSelection(
      profile: choice.profile ?? trait.flatMap { RuleProfile(rawValue: $0.profile.rawValue) }
        ?? .rest,
      only: choice.rules, without: choice.skippedRules + (trait?.skipped ?? []))
    do throws(RuleSelection.UnknownRule) {
      return try ConformanceCheck(selection, mode: mode, isStrict: choice.strict)
    } catch {
      throw .unknownRule(error, of: choice)
    }
  }

  /// What is said of probes.
  ///
  /// - Throws: `UsageProblem` where a rule is named that is not there, or something is allowed that
  ///   nothing would do.
  static func probing(
    _ options: ConformanceOptions, _ risks: RiskOptions, hasProbes: Bool
  ) throws(UsageProblem) -> ProbeOptions {
    var probing = ProbeOptions()
    guard hasProbes, options.mode != .off else {
      guard risks.risks.isEmpty else { throw .nothingToAllow }
      return probing
    }
    let choice = options.choice
    do throws(RuleSelection.UnknownRule) {
      _ = try RuleSelection(only: choice.rules, without: choice.skippedRules).rules()
    } catch {
      throw .unknownRule(error, of: choice)
    }
    if options.mode == .warn { probing.mode = .warn }
    probing.profile = choice.profile
    probing.only = choice.rules
    probing.without = choice.skippedRules
    probing.isStrict = choice.strict
    probing.risks = risks.risks
    return probing
  }
}

extension UsageProblem {
  fileprivate static func unknownRule(
    _ error: RuleSelection.UnknownRule, of choice: RuleOptions
  ) -> UsageProblem {
    .unknownRule(
      error.name, option: choice.rules.contains(error.name) ? "--rule" : "--skip-rule",
      suggestion: error.suggestion)
  }
}
