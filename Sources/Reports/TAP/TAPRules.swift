internal import AccordConformance
internal import AccordEngine

/// Rules of HTTP and REST as one test point, behind those of the steps.
struct TAPRules {
  let conformance: ConformanceAccount
  let wording: Wording

  /// The point with its diagnostic.
  func render(number: Int) -> MarkedText {
    var text = MarkedText()
    text.own("\(conformance.fails ? "not ok" : "ok") \(number) - conformance: ")
    text.own("\(wording.conformance(conformance))\n")
    let broken = conformance.broken
    guard !broken.isEmpty else { return text }
    text.own("  ---\n")
    if conformance.fails { text.own("  severity: fail\n") }
    text.own("  rules:\n")
    for rule in broken {
      text.own("    - ")
      text.foreign(
        "\((rule.level ?? rule.rule.level).rawValue) \(wording.conformance(rule))", as: .scalar)
      text.own("\n")
    }
    text.own("  ...\n")
    return text
  }
}
