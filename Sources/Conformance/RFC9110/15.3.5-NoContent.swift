extension RuleSection {
  /// RFC 9110 section 15.3.5: 204.
  static let noContent = RuleSection(
    .rfc9110, "15.3.5",
    [
      Rule(
        "http.204.no-content", .must, .framing,
        "A 204 ends with its fields: no octet follows them.",
        remedy: "Write nothing after the head of a 204, not even a last chunk.",
        also: [Citation(.rfc9112, "6.3")],
        active: .of(NoContentAlone.self) { study in
          study.conversation.silence(after: "the 204")
        })
    ])
}
