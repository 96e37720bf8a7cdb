/// Why an exchange has no complete response.
package struct TransportError: Error, Sendable {
  /// How far the exchange had come.
  package enum Phase: String, Sendable, Hashable {
    /// The request was refused before anything was tried.
    case request
    /// The name of the host was looked up.
    case nameLookup
    /// A connection was opened.
    case connect
    /// TLS was negotiated.
    case tls
    /// The request was sent.
    case send
    /// The first octet of the response was awaited.
    case firstByte
    /// The response was received.
    case receive
  }

  /// What happened, where more than curl's code is known.
  package enum Reason: Sendable, Hashable {
    /// The request cannot be sent.
    case request(RequestProblem)
    /// No connection stood within the limit.
    case connectTimeout(Duration)
    /// The exchange did not end within the limit.
    case totalTimeout(Duration)
    /// The decoded body is larger than this many octets.
    case bodyTooLarge(limit: Int)
    /// The heads are larger than this many octets.
    case headTooLarge(limit: Int)
    /// The heads have more lines than this.
    case tooManyFields(limit: Int)
    /// What came is no response that can be relied on.
    case malformed(MessageDefect)
    /// A connection died before the first octet of an answer, and the request was not sent again,
    /// because its method is not idempotent or because it had been sent twice.
    case notSentAgain
    /// The proxy did not pass the request on: this status is its answer, not the server's.
    case refusedByProxy(status: Int)
    /// The body came whole, and the temporary file that held it cannot be read.
    case bodyLost
    /// What curl's code and words say.
    case curl
    /// What was recorded of an error: a word for programs, and a sentence for people.
    case archived(kind: String, message: String)
  }

  /// How far the exchange had come.
  package var phase: Phase

  /// What happened.
  package var reason: Reason

  /// The number of curl's error (`CURLcode`), 0 where curl was not asked.
  package var code: Int

  /// Curl's words for it, not for comparing: they differ between curl's versions.
  package var message: String

  /// Whether octets of the request were sent, so that the server may have acted on it.
  package var mayHaveBeenProcessed: Bool

  /// Whether the request's method is idempotent, so that sending it again does no harm (RFC 9110
  /// section 9.2.2).
  package var isIdempotent: Bool

  /// The part of a response that had come, if its status line and fields had come whole.
  package var received: HTTPResponse?

  /// Whether a part of the answer is missing, as far as is known.
  package var isIncomplete: Bool {
    if case .malformed = reason { false } else { true }
  }

  /// Creates an error.
  package init(
    phase: Phase, reason: Reason, code: Int, message: String,
    mayHaveBeenProcessed: Bool, isIdempotent: Bool = true, received: HTTPResponse? = nil
  ) {
    self.isIdempotent = isIdempotent
    self.phase = phase
    self.reason = reason
    self.code = code
    self.message = message
    self.mayHaveBeenProcessed = mayHaveBeenProcessed
    self.received = received
  }
}
