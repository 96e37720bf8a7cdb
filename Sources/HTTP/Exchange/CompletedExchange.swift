/// An exchange that ended, with the number under which it was started.
package struct CompletedExchange: Sendable {
  /// The number given to ``HTTPClient/start(_:id:)``.
  package var id: Int

  /// What happened.
  package var exchange: Exchange

  /// When it ended; one with a large body may be reported later.
  package var ended: ContinuousClock.Instant

  /// Whether the body is one of those that are reported one at a time.
  package var hasLargeBody: Bool

  /// Creates an exchange that ended now, unless said otherwise.
  package init(
    id: Int, exchange: Exchange, ended: ContinuousClock.Instant = .now, hasLargeBody: Bool = false
  ) {
    self.id = id
    self.exchange = exchange
    self.ended = ended
    self.hasLargeBody = hasLargeBody
  }
}
