/// An exchange that ended, with the number under which it was started.
package struct CompletedExchange: Sendable {
  /// The number given to ``HTTPClient/start(_:id:)``.
  package var id: Int

  /// What happened.
  package var exchange: Exchange

  /// Creates a completed exchange.
  package init(id: Int, exchange: Exchange) {
    self.id = id
    self.exchange = exchange
  }
}
