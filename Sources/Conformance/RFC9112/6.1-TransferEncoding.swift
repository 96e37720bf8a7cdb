extension RuleSection {
  /// RFC 9112 section 6.1: Transfer-Encoding.
  static let transferEncoding = RuleSection(
    .rfc9112, "6.1",
    [
      Rule(
        "framing.cl-and-te-close", .must, .framing,
        "After a request with Content-Length and Transfer-Encoding the connection is closed.",
        remedy: "Refuse such a request with 400, or close the connection after its answer.",
        also: [Citation(.rfc9112, "6.3"), Citation(.rfc9112, "11.2")],
        active: .of(LengthBesideCoding.self) { study in
          study.conversation.close(after: "a request with Content-Length and Transfer-Encoding")
        }),
      Rule(
        "framing.te-not-chunked", .must, .framing,
        "A request whose last transfer coding is not chunked is refused, and the connection closed.",
        remedy: "Answer 400, or 501 for a coding that is unknown, and close the connection.",
        also: [Citation(.rfc9112, "6.3")],
        active: .of(UnendingCoding.self) { study in
          // 501 is for a coding that is unknown (section 6.1), 411 for a message without a length
          // (section 6.3).
          study.conversation.refusal(
            of: "a request with Transfer-Encoding: gzip", tolerating: [411, 501], andCloses: true)
        }),
    ])
}
