extension RuleSection {
  /// RFC 9112 section 5.2: field lines that are folded.
  static let lineFolding = RuleSection(
    .rfc9112, "5.2",
    [
      Rule(
        "framing.obs-fold", .must, tier: 2, .framing,
        "A request with a folded field line is answered 400, or read with a space for the fold.",
        remedy: "Refuse folded lines with 400, or put a space in place of each fold.",
        active: .of(UnusualForms.self) { study in
          let isRead = study.folded.first.status == 200
          return isRead ? .conforms : study.folded.refusal(of: "a request with a folded line")
        })
    ])
}
