internal import AccordConformance
internal import AccordDocuments

/// `accord rules`: which rules there are.
struct RulesListing {
  private let command: RulesCommand

  init(_ command: RulesCommand) { self.command = command }

  /// Prints the rules that are asked for.
  func perform(_ output: inout Output) throws(ToolProblem) -> ToolStatus {
    let rules = try chosen()
    switch command.format {
    case .text:
      let isOne = rules.count == 1 && command.id == rules[0].id
      output.print(isOne ? RuleAccountText(rules[0]).text : RulesText(rules).text)
    case .markdown: output.print(RulesMarkdown(rules).text)
    case .json: output.print(utf8: RulesJSON(rules).octets)
    }
    return .holds
  }

  private func chosen() throws(ToolProblem) -> [Rule] {
    var rules: [Rule]
    do throws(RuleSelection.UnknownRule) {
      // A rule that is named is shown whatever the profile.
      rules = try RuleSelection(only: [command.id].compactMap(\.self)).rules()
      if command.id == nil { rules = RuleCatalogue.rules }
    } catch {
      throw .unknownRule(error.name, suggestion: error.suggestion)
    }
    guard let name = command.profile else { return rules }
    guard let profile = RuleProfile(rawValue: name) else { throw .unknownProfile(name) }
    return rules.filter { $0.profiles.contains(profile) }
  }
}

extension [Rule] {
  /// The rules by what they are about, groups in their order.
  var byGroup: [(group: RuleGroup, rules: [Rule])] {
    RuleGroup.allCases.compactMap { group in
      let rules = filter { $0.group == group }
      return rules.isEmpty ? nil : (group, rules)
    }
  }
}
