internal import AccordHTTP

/// Whether the server can be reached: an unreachable one is one clear error, not a thousand.
struct Reachability {
  /// Why the server counts as unreachable, once it does.
  private(set) var error: TransportError?
  private let deadline: ContinuousClock.Instant
  private var wasAnswered = false
  private var refusalsInARow = 0

  /// A server that answered before may be restarting: so many refusals in a row are borne.
  private static let borneRefusals = 20

  init(wait: Duration, start: ContinuousClock.Instant) { deadline = start + wait }

  /// What follows from a refused connection.
  enum Verdict {
    /// The server may still be starting: the request, which was never sent, is tried again.
    case waitForServer
    /// The error is the step's own.
    case stepError
    /// Nothing more is sent.
    case unreachable
  }

  mutating func noteAnswer() {
    wasAnswered = true
    refusalsInARow = 0
  }

  /// Notes that no connection could be made.
  mutating func noteRefusal(
    _ refusal: TransportError, at now: ContinuousClock.Instant, serverHasEnded: Bool
  ) -> Verdict {
    if !wasAnswered, now < deadline, !serverHasEnded, refusal.mayPass {
      return .waitForServer
    }
    refusalsInARow += 1
    guard !wasAnswered || refusalsInARow >= Self.borneRefusals else { return .stepError }
    error = error ?? refusal
    return .unreachable
  }
}

extension TransportError {
  /// Whether no connection came about, so that nothing was sent.
  var isUnconnected: Bool { phase == .nameLookup || phase == .connect || phase == .tls }

  /// Whether it may be otherwise in a while.
  var mayPass: Bool {
    // A proxy that says 502 has not found the server yet; one that says 403 never will.
    if case .refusedByProxy(let status) = reason { return status >= 500 }
    // A handshake that fails is an answer of sorts: the server is there.
    return phase != .tls
  }
}
