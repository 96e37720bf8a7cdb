internal import AccordHTTP

/// A sample that is announced with `Expect: 100-continue` and kept back, beside one that is sent at once.
struct WithheldContent: Study {
  static let safety = SafetyClass.intrusive
  static let roles: Set<Subject.Role> = [.collection]

  /// With its content, and without Expect.
  let usual: RawExchange
  /// For how long content is kept back at least: some times as long as the usual answer took.
  let wait: Duration
  /// With the content kept back; twice where nothing came for it the first time.
  let attempts: [WithheldExchange]

  /// - Throws: Where there is no sample, what is made cannot be removed, the server speaks no HTTP/1.1,
  ///   or it takes so long for its usual answer that nothing could be told from a longer wait.
  static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> WithheldContent {
    try probe.ensureRemoval()
    let sample = try probe.sample(0)
    guard !sample.octets.isEmpty else { throw .lacks("the sample has no content") }
    let (usual, duration) = try probe.post(announcing: sample)
    guard let response = usual.response else { throw .prevents(usual.silence) }
    guard response.version == .http1_1 else {
      throw .lacks("the server answers with \(response.version)")
    }
    let wait = max(shortestWait, duration * 4)
    guard wait <= longestWait else {
      throw .prevents("the usual answer takes so long that no wait could tell of the content")
    }
    var attempts = [try probe.post(withholding: sample, for: wait)]
    // A server may be busy once: the second time it gets twice as long.
    if attempts[0].isAnsweredAfterContentOnly {
      attempts.append(try probe.post(withholding: sample, for: wait * 2))
    }
    return WithheldContent(usual: usual, wait: wait, attempts: attempts)
  }

  private static let shortestWait = Duration.seconds(1)
  private static let longestWait = Duration.seconds(4)
}

extension Probe {
  /// Sends content to the collection as octets, and tells how long the answer took.
  fileprivate func post(
    announcing content: ProbeContent
  ) throws(Obstacle) -> (exchange: RawExchange, duration: Duration) {
    let content = unused(content)
    var message = try head(of: content)
    message.content = content.octets
    workshop.found = nil
    let answer = try converse([message.octets])
    guard let octets = answer.parts.first else {
      throw .prevents("nothing could be sent as it is")
    }
    let exchange = RawExchange(message, received: octets, isClosed: answer.isClosed)
    note(ObservedExchange(exchange.exchange), of: content)
    return (exchange, answer.waited.first ?? .zero)
  }

  /// Announces content for the collection, and sends it when it is asked for, or after a while.
  fileprivate func post(
    withholding content: ProbeContent, for wait: Duration
  ) throws(Obstacle) -> WithheldExchange {
    let content = unused(content)
    let head = try head(of: content).adding("Expect: 100-continue")
    workshop.found = nil
    let exchange = try converse(head, withholding: content.octets, for: wait)
    // Without its content a request is none, and makes nothing, unless the answer says that it did.
    if let shown = exchange.after ?? (exchange.before.status >= 200 ? exchange.before : nil) {
      note(ObservedExchange(shown.exchange), of: content)
    }
    return exchange
  }

  private func head(of content: ProbeContent) throws(Obstacle) -> RawMessage {
    try RawMessage("POST", for: target.url).adding(
      "Content-Type: \(content.type)", "Content-Length: \(content.octets.count)")
  }
}
