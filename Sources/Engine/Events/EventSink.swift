/// What a run tells its events to.
///
/// Events come in batches, each batch after the one before, from the run's own thread. Where a sink
/// does not return, the run waits and starts nothing new.
package protocol EventSink: Sendable {
  /// Takes events in their order.
  func receive(_ events: [Event])
}
