extension RuleSection {
  /// RFC 9110 section 9.3.2: HEAD.
  static let head = RuleSection(
    .rfc9110, "9.3.2",
    [
      Rule(
        "http.head.no-content", .must, .framing,
        "An answer to HEAD ends with its fields: no octet follows them.",
        remedy: "Send no content with answers to HEAD; the next request's answer begins there.",
        also: [Citation(.rfc9112, "6.3")],
        active: .of(HeadAlone.self) { study in
          study.conversation.silence(after: "the answer to HEAD")
        })
    ])
}
