internal import AccordConformance
internal import AccordEngine

/// What rules of HTTP and REST say of a run, as a section of Markdown.
struct MarkdownRules {
  let conformance: ConformanceAccount
  let wording: Wording

  /// So many rules are shown, so that a comment stays within its limit.
  private static let limit = 40

  func append(to text: inout MarkedText) {
    let broken = conformance.broken
    text.own("### Conformance: \(wording.conformance(conformance))\n\n")
    for rule in broken.prefix(Self.limit) {
      text.own("- **\((rule.level ?? rule.rule.level).rawValue)** ")
      text.foreign(wording.conformance(rule), as: .span)
      text.own("\n")
    }
    if broken.count > Self.limit { text.own("\n_and \(broken.count - Self.limit) more_\n") }
    if !broken.isEmpty { text.own("\n") }
  }
}
