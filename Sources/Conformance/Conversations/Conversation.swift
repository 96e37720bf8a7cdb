internal import AccordHTTP

/// Messages that were sent over one connection of their own, each after the answer to the one before.
struct Conversation {
  /// What was sent, and what came: fewer than there were messages where the connection ended.
  let exchanges: [RawExchange]
  /// Whether the server closed the connection.
  let isClosed: Bool

  /// - Parameter messages: What was to be sent.
  init(_ messages: [RawMessage], _ answer: RawAnswer) {
    let last = min(messages.count, answer.parts.count) - 1
    exchanges = zip(messages, answer.parts).enumerated().map { index, pair in
      RawExchange(
        pair.0, after: messages[..<index], received: pair.1,
        isClosed: answer.isClosed && index == last)
    }
    isClosed = answer.isClosed
  }

  /// What came for the first message.
  var first: RawExchange { exchanges[0] }

  /// What came for a message after the first, if it was sent.
  func next(_ index: Int = 1) -> RawExchange? {
    exchanges.count > index ? exchanges[index] : nil
  }

  /// The exchanges, the first of which has a name of its own, with their response codes marked.
  func exhibits(_ role: String) -> [Exhibit] {
    exchanges.enumerated().map { index, exchange in
      Exhibit(
        index == 0 ? role : "the next request on the connection", exchange.exchange, .status)
    }
  }
}

extension Probe {
  /// Sends messages over one connection of their own.
  ///
  /// - Parameter lingering: For how long octets are waited for that should not come.
  func converse(
    _ messages: RawMessage..., lingering: Duration = .milliseconds(150)
  ) throws(Obstacle) -> Conversation {
    let answer = try converse(messages.map(\.octets), lingering: lingering)
    guard !answer.parts.isEmpty else { throw .prevents("nothing could be sent as it is") }
    return Conversation(messages, answer)
  }
}
