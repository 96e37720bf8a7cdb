extension RuleSection {
  /// RFC 9112 section 6.3: where a message ends.
  static let messageEnd = RuleSection(
    .rfc9112, "6.3",
    [
      Rule(
        "framing.content-length-invalid", .must, .framing,
        "A request whose Content-Length is no length is answered 400, and the connection closed.",
        remedy: "Take digits only, refuse all else with 400, and close the connection.",
        also: [Citation(.rfc9110, "8.6")],
        active: .of(UnusableLengths.self) { study in
          .worst(
            study.attempts.map { value, conversation in
              conversation.refusal(
                of: "a request with Content-Length: \(value)", andCloses: true)
            })
        })
    ])
}
