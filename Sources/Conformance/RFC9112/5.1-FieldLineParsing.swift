extension RuleSection {
  /// RFC 9112 section 5.1: how field lines are read.
  static let fieldLineParsing = RuleSection(
    .rfc9112, "5.1",
    [
      Rule(
        "framing.space-before-colon", .must, tier: 2, .framing,
        "A request with white space between a field's name and its colon is answered 400.",
        remedy: "Refuse field names that end in white space with 400; do not trim them.",
        active: .of(UnusualForms.self) { study in
          study.blankBeforeColon.refusal(of: "a request with white space before a colon")
        })
    ])
}
