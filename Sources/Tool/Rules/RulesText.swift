internal import AccordConformance

/// Rules as a table of text, by group.
struct RulesText {
  private let rules: [Rule]

  init(_ rules: [Rule]) { self.rules = rules }

  var text: String {
    let idWidth = rules.map(\.id.count).max() ?? 0
    let levelWidth = rules.map(\.level.rawValue.count).max() ?? 0
    var lines: [String] = []
    for (group, rules) in rules.byGroup {
      if !lines.isEmpty { lines.append("") }
      lines.append(group.title)
      for rule in rules {
        let id = Self.padded(rule.id, to: idWidth)
        let level = Self.padded(rule.level.rawValue, to: levelWidth)
        lines.append("  \(id)  \(level)  \(rule.statement)")
        let sections = rule.citations.map(\.description).joined(separator: ", ")
        lines.append(String(repeating: " ", count: idWidth + levelWidth + 6) + sections)
      }
    }
    lines += ["", "\(rules.count) \(rules.count == 1 ? "rule" : "rules")"]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}

/// All that is to be said of one rule.
struct RuleAccountText {
  private let rule: Rule

  init(_ rule: Rule) { self.rule = rule }

  var text: String {
    var lines = [
      "\(rule.id)  \(rule.level.rawValue)", "", rule.statement, "",
      "What to change: \(rule.remedy)",
      "",
    ]
    for (index, citation) in rule.citations.enumerated() {
      lines.append("\(index == 0 ? "Sections: " : "          ")\(citation): \(citation.url)")
    }
    lines.append("Group:    \(rule.group.title)")
    let profiles = RuleProfile.allCases.filter(rule.profiles.contains).map(\.rawValue)
    lines.append("Profiles: \(profiles.joined(separator: ", "))")
    if !rule.dependencies.isEmpty {
      lines.append("Judged where these hold: \(rule.dependencies.joined(separator: ", "))")
    }
    if rule.passive != nil {
      lines.append("Judged in every run with --conformance, without a request of its own.")
    }
    if let active = rule.active {
      lines.append("Judged by requests of its own, with accord probe. \(active.safety.account)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension SafetyClass {
  /// What judging it may do to the server, in a sentence.
  fileprivate var account: String {
    switch self {
    case .readOnly: "It only reads."
    case .throwaway: "It makes what it changes, and removes it."
    case .mutating: "It may change what is there: --allow mutating."
    case .intrusive: "It may look like an attack: --allow intrusive."
    }
  }
}
