internal import AccordHTTP

/// A request whose content was kept back at first (RFC 9110 section 10.1.1), and what came.
struct WithheldExchange {
  /// What came without the content; a 100 counts as a response.
  let before: RawExchange
  /// How long that was waited for.
  let waitedBefore: Duration
  /// What came when the content was sent, if it was.
  let after: RawExchange?
  /// How long that was waited for.
  let waitedAfter: Duration

  /// - Parameters:
  ///   - head: The message without its content.
  ///   - answer: What came, with and without it.
  init(_ head: RawMessage, content: [UInt8], _ answer: RawAnswer) {
    let hasContent = answer.parts.count > 1
    before = RawExchange(
      head, received: answer.parts[0], isClosed: answer.isClosed && !hasContent)
    waitedBefore = answer.waited.first ?? .zero
    var whole = head
    whole.content = content
    after =
      hasContent
      ? RawExchange(whole, received: answer.parts[1], isClosed: answer.isClosed) : nil
    waitedAfter = answer.waited.dropFirst().first ?? .zero
  }

  /// Whether nothing came before the content, and an answer came then.
  var isAnsweredAfterContentOnly: Bool { before.isUnanswered && after?.response != nil }
}

extension Probe {
  /// Sends a head over a connection of its own, and the content when it is asked for, or after a while.
  ///
  /// - Parameter wait: For how long the content is kept back.
  func converse(
    _ head: RawMessage, withholding content: [UInt8], for wait: Duration
  ) throws(Obstacle) -> WithheldExchange {
    let answer = try converse([head.octets], withheld: RawDialogue.Withheld(content, for: wait))
    guard !answer.parts.isEmpty else { throw .prevents("nothing could be sent as it is") }
    return WithheldExchange(head, content: content, answer)
  }
}
