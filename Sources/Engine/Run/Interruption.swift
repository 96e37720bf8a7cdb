internal import AccordHTTP
internal import Synchronization

/// How a signal reaches a run: any thread may ask, and the run looks when it is woken.
///
/// A class, since the signal's handler and the run must share it.
package final class Interruption: Sendable {
  private struct State {
    var signals: [Int32] = []
    var wakeup: Wakeup?
  }

  private let state = Mutex(State())

  package init() {}

  /// Asks the run to stop.
  ///
  /// The first time clean-ups still run; the second time nothing does.
  package func interrupt(signal: Int32) {
    state.withLock {
      $0.signals.append(signal)
      $0.wakeup?.signal()
    }
  }

  /// The signals that came, in their order.
  package var signals: [Int32] { state.withLock { $0.signals } }

  func attach(_ wakeup: Wakeup) { state.withLock { $0.wakeup = wakeup } }
  func detach() { state.withLock { $0.wakeup = nil } }
}
