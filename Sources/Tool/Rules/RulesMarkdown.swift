internal import AccordConformance

/// Rules as tables of Markdown, by group.
struct RulesMarkdown {
  private let rules: [Rule]

  init(_ rules: [Rule]) { self.rules = rules }

  var text: String {
    var lines: [String] = []
    for (group, rules) in rules.byGroup {
      if !lines.isEmpty { lines.append("") }
      lines += ["### \(group.title)", "", "| rule | level | what it demands | sections |"]
      lines.append("|---|---|---|---|")
      for rule in rules {
        let sections = rule.citations.map { "[\(Self.cell($0.description))](\($0.url))" }
        lines.append(
          "| `\(rule.id)` | \(rule.level.rawValue) | \(Self.cell(rule.statement)) "
            + "| \(sections.joined(separator: ", ")) |")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What would end a cell, or be markup outside of code, is our own words' alone: a bar, and `*`.
  private static func cell(_ text: String) -> String {
    text.replacing("|", with: "\\|")
  }
}
