internal import AccordHTTP

/// A message written by hand, and what came for it.
struct RawExchange {
  let message: RawMessage
  /// The exchange for those who look at it; its content is all that came after the head, also what
  /// must not be there.
  let exchange: Exchange
  /// The response; `nil` where none came that is whole.
  let response: HTTPResponse?
  /// What came after the whole response.
  let extra: ArraySlice<UInt8>
  /// Whether the response says that the connection goes on (RFC 9112 section 9.3).
  let persists: Bool
  /// Whether not one octet came.
  let isUnanswered: Bool
  private let isClosed: Bool
  /// What is wrong with the framing of what came.
  private let defect: MessageDefect?

  /// - Parameters:
  ///   - earlier: What was sent before over the same connection.
  ///   - isClosed: Whether the connection ended with what came.
  init(
    _ message: RawMessage, after earlier: ArraySlice<RawMessage> = [], received: [UInt8],
    isClosed: Bool
  ) {
    let part = RawDialogue.Part(message.octets)
    var reader = ResponseReader(
      to: part.method, isAnsweredByContinue: part.isAnsweredByContinue)
    reader.take(received)
    if isClosed { reader.end() }
    self.message = message
    self.isClosed = isClosed
    isUnanswered = received.isEmpty
    defect = reader.defect
    response = reader.isComplete ? reader.response : nil
    extra = reader.extra
    persists = reader.persists
    exchange = Self.exchange(of: message, after: earlier, reader, isClosed: isClosed)
  }

  /// The response code; 0 where no whole response came.
  var status: Int { response?.status ?? 0 }

  /// Method and path, as in `GET /cart/7`.
  var requestLine: String { "\(message.method) \(message.target)" }

  /// Why no whole response came.
  var silence: String {
    if defect != nil { return "what came for \(requestLine) is no response of HTTP/1.1" }
    if isUnanswered {
      return isClosed
        ? "the connection was closed without an answer, which a server may do at any time"
        : "no answer to \(requestLine) came in time"
    }
    return isClosed
      ? "the connection was closed in the middle of the answer to \(requestLine)"
      : "the answer to \(requestLine) did not come to its end in time"
  }

  private static func exchange(
    of message: RawMessage, after earlier: ArraySlice<RawMessage>, _ reader: ResponseReader,
    isClosed: Bool
  ) -> Exchange {
    let result: Result<HTTPResponse, TransportError>
    if reader.isComplete, var response = reader.response {
      response.body += reader.extra
      response.bodyAsReceived?.append(contentsOf: reader.extra)
      result = .success(response)
    } else {
      let words =
        switch (reader.octets.isEmpty, isClosed) {
        case (true, true): "the connection was closed before an answer was there"
        case (true, false): "no answer came in time"
        case (false, true): "the connection was closed before the answer was whole"
        case (false, false): "the answer did not come to its end in time"
        }
      let reason = reader.defect.map { TransportError.Reason.malformed($0) }
      result = .failure(
        TransportError(
          phase: reader.octets.isEmpty ? .firstByte : .receive,
          reason: reason ?? .recorded(kind: isClosed ? "closed" : "silence", message: words),
          code: 0, message: words, mayHaveBeenProcessed: true, received: reader.response))
    }
    return Exchange(
      request: message.request,
      sent: SentRequest(
        head: message.head, content: message.content, isRaw: true,
        preceding: earlier.flatMap(\.octets)),
      result: result,
      connection: ConnectionFacts(isNew: true, version: reader.response?.version))
  }
}
