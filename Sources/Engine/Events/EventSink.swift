/// What a run tells its events to.
///
/// Events come in batches, each batch after the one before, from the run's own thread. A sink
/// that cannot keep up says so in `hasRoom`; the run then starts nothing new until it can.
package protocol EventSink: Sendable {
  /// Takes events in their order.
  func receive(_ events: [Event])

  /// Whether more events may come.
  var hasRoom: Bool { get }
}
