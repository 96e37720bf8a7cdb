/// The rules of one section of a standard, which share a file named after it.
package struct RuleSection: Sendable {
  /// The section.
  package let citation: Citation
  /// Its rules, each of which cites the section first.
  package let rules: [Rule]

  /// - Parameter section: The section's number, or its heading where the document has no numbers.
  init(_ standard: Standard, _ section: String, _ rules: [Rule]) {
    let citation = Citation(standard, section)
    self.citation = citation
    self.rules = rules.map { rule in
      var rule = rule
      rule.citations.insert(citation, at: 0)
      return rule
    }
  }
}
