extension RuleSection {
  /// RFC 9112 section 9.3: connections that are kept.
  static let persistence = RuleSection(
    .rfc9112, "9.3",
    [
      Rule(
        "framing.unread-content", .must, .framing,
        "Content that nobody needs is read all the same, or the connection is closed.",
        remedy: "Read the content of refused requests to its end, or close after the answer.",
        active: .of(UnreadContent.self) { study in
          guard let refused = study.refused else {
            return .inconclusive("the server closed a connection that it had kept before")
          }
          guard refused.response != nil else { return .inconclusive(refused.silence) }
          guard let after = study.after else { return .conforms }
          guard after.response != nil else {
            return study.conversation.isClosed ? .conforms : .inconclusive(after.silence)
          }
          if after.status == 200 { return .conforms }
          // What is left of the content makes the next request line unreadable, or its method
          // unknown; all else has other reasons.
          guard [400, 404, 405, 501].contains(after.status),
            study.withoutContent?.next(2)?.status == 200
          else {
            return .inconclusive(
              "the request after \(refused.requestLine) was answered \(after.status)")
          }
          return .violation(
            Evidence(
              part: .framing,
              problem: "is out of step: the request after unread content was answered "
                + "\(after.status) in place of 200",
              exhibits: [
                Exhibit("the request with content", refused.exchange),
                Exhibit("the next request on the connection", after.exchange, .status),
              ]))
        })
    ])
}
