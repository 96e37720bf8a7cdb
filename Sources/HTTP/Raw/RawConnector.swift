internal import CAccordCurl

/// Sends octets as they are, each dialogue over a connection of its own, where libcurl would hide what
/// came or refuse to send it.
///
/// A class, since it owns a C handle, whose store of trusted authorities its connections share. It is
/// not `Sendable`: one thread uses it, and is blocked meanwhile.
///
///     let connector = try RawConnector(options: ClientOptions(userAgent: nil))
///     let head = "HEAD / HTTP/1.1\r\nHost: 127.0.0.1:8080\r\n\r\n"
///     let outcome = try connector.converse(
///       RawDialogue(url: "http://127.0.0.1:8080/", parts: [Array(head.utf8)]))
package final class RawConnector {
  private let options: StaticOptions
  private let proxies: ProxyOptions
  private let multi: UnsafeMutableRawPointer

  /// Creates a connector; addresses and TLS are those of the options, whose other parts do not matter.
  package init(options: ClientOptions) throws(HTTPClientError) {
    guard CurlLibrary.initialization == CURLE_OK else {
      throw .curlUnavailable(CurlLibrary.words(CurlLibrary.initialization))
    }
    guard let multi = curl_multi_init() else {
      throw .curlUnavailable(CurlLibrary.words(CURLE_OUT_OF_MEMORY))
    }
    self.options = StaticOptions(options)
    proxies = options.unixSocket == nil ? options.proxies : ProxyOptions()
    self.multi = multi
  }

  deinit { curl_multi_cleanup(multi) }

  /// Opens a connection, sends one part after another, and reads what comes; then it is closed.
  ///
  /// - Parameters:
  ///   - deadline: When it ends at the latest; nil for no other limits than the dialogue's own.
  ///   - isInterrupted: Whether it is to end at once; asked every 50 milliseconds at least.
  package func converse(
    _ dialogue: RawDialogue, until deadline: ContinuousClock.Instant? = nil,
    isInterrupted: @escaping () -> Bool = { false }
  ) throws(RawConnectionError) -> RawOutcome {
    if dialogue.version == .http2PriorKnowledge { throw .speaksHTTP2Only }
    let interruption = RawInterruption(deadline: deadline, isAskedFor: isInterrupted)
    var connection = try RawConnection(
      on: multi, within: dialogue.connectLimit, sizeLimit: dialogue.sizeLimit)
    try connection.prepare(for: dialogue.url, options, proxies)
    try connection.open(interruption)
    var outcome = RawOutcome()
    var last = ResponseReader(to: "")
    for (index, part) in dialogue.parts.enumerated() {
      if index > 0 {
        // The end may be there already, or what nobody asked for.
        try connection.receive(into: &last)
        outcome.received[index - 1] = last.octets
        guard last.persists, !connection.isClosed else { break }
      }
      last = ResponseReader(to: part.method, isAnsweredByContinue: part.isAnsweredByContinue)
      let isLast = index == dialogue.parts.count - 1
      try connection.exchange(
        part.octets, into: &last, within: dialogue.patience,
        andWait: isLast ? dialogue.withheld?.duration : nil, interruption, noting: &outcome)
      guard last.isComplete else { break }
    }
    if let withheld = dialogue.withheld, outcome.received.count == dialogue.parts.count,
      !connection.isClosed, last.octets.isEmpty || last.response?.status == 100
    {
      // The final answer may have begun right behind the 100.
      let early = Array(last.extra)
      outcome.received[outcome.received.count - 1].removeLast(early.count)
      last = ResponseReader(to: dialogue.parts.last?.method ?? "")
      last.take(early)
      try connection.exchange(
        last.isComplete ? [] : withheld.octets, into: &last, within: dialogue.patience,
        interruption, noting: &outcome)
    }
    if last.isComplete {
      try connection.read(into: &last, for: dialogue.lingering, interruption)
      outcome.received[outcome.received.count - 1] = last.octets
    }
    outcome.isClosed = connection.isClosed
    return outcome
  }
}

extension RawConnection {
  /// Sends octets, waits until the answer is whole, and notes what came.
  ///
  /// - Parameter wait: For how long it waits where that is not as long as for any answer.
  fileprivate mutating func exchange(
    _ octets: [UInt8], into reader: inout ResponseReader, within patience: Duration,
    andWait wait: Duration? = nil, _ interruption: RawInterruption,
    noting outcome: inout RawOutcome
  ) throws(RawConnectionError) {
    let start = ContinuousClock.now
    try send(octets, into: &reader, within: patience, interruption)
    try read(into: &reader, for: wait ?? patience, interruption) { $0.isComplete }
    outcome.received.append(reader.octets)
    outcome.waited.append(start.duration(to: .now))
  }
}

/// What ends a dialogue before its end.
struct RawInterruption {
  let deadline: ContinuousClock.Instant?
  let isAskedFor: () -> Bool

  /// Goes on, or ends it.
  func check() throws(RawConnectionError) {
    if isAskedFor() { throw .interrupted }
    if let deadline, ContinuousClock.now >= deadline { throw .interrupted }
  }

  /// The longest wait between two looks.
  static let slice = Duration.milliseconds(50)
}
