extension Conversation {
  /// Judges an answer that must be a 400, whatever follows.
  ///
  /// Who closes a connection without an answer may have meant it (RFC 9112 section 9.5), and what stands
  /// before a server may refuse in its own way: neither tells of the rule.
  ///
  /// - Parameters:
  ///   - role: What the message is, in a few words.
  ///   - tolerated: Further response codes that the standard allows, whatever becomes of the connection.
  ///   - closes: Whether the connection must be closed after a 400.
  func refusal(
    of role: String, tolerating tolerated: Set<Int> = [], andCloses closes: Bool = false
  ) -> Verdict {
    guard first.response != nil else { return .inconclusive(first.silence) }
    let status = first.status
    if status == 400 { return closes ? close(after: role) : .conforms }
    if tolerated.contains(status) { return .conforms }
    if status.isOfSomethingElse {
      return .inconclusive("\(first.requestLine), \(role), was answered \(status)")
    }
    // It is refused all the same, so nobody is misled.
    return .violation(
      Evidence(
        part: .status, problem: "is \(status) for \(role), which wants 400",
        level: status >= 400 ? .should : nil,
        exhibits: [Exhibit(role, first.exchange, .status)]))
  }

  /// Judges whether the connection was closed after the first answer.
  func close(after role: String) -> Verdict {
    guard first.response != nil else { return .inconclusive(first.silence) }
    if let next = next(), next.response != nil {
      return .violation(
        Evidence(
          part: .framing,
          problem: "left the connection open, which is to be closed after \(role): the next "
            + "request on it was answered \(next.status)",
          exhibits: exhibits(role)))
    }
    if let next = next(), !next.isUnanswered {
      return .inconclusive("what came for the next request on the connection is no whole answer")
    }
    if isClosed || !first.persists { return .conforms }
    return .inconclusive("the connection stayed open after \(role), and nothing more came")
  }

  /// Judges whether anything came after an answer that has no content.
  func silence(after role: String) -> Verdict {
    guard first.response != nil else { return .inconclusive(first.silence) }
    guard !first.extra.isEmpty else { return .conforms }
    // A server that is tired of waiting says so unasked (RFC 9110 section 15.5.9).
    if first.extra.begins(with: "HTTP/1.") {
      return .inconclusive("a second answer came unasked after \(role)")
    }
    let quote = Quotation.of(Array(first.extra))
    return .violation(
      Evidence(
        part: .content, problem: "is there: \(first.extra.count) octets follow \(role)",
        quote: quote, exhibits: [Exhibit(role, first.exchange, .content)]))
  }
}
