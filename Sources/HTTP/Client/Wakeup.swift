import CAccordCurl
import Synchronization

/// Ends the wait of a client from another thread.
///
/// A class, since the client takes the handle away from every holder when it ends. It takes a lock,
/// so it is not for a signal handler.
package final class Wakeup: Sendable {
  /// curl's multi handle.
  ///
  /// Sendable: what crosses threads is the pointer, and the only call made with it is
  /// `curl_multi_wakeup`, which libcurl allows from any thread while the handle lives; the mutex
  /// holds off its end meanwhile.
  private struct Handle: @unchecked Sendable {
    let raw: UnsafeMutableRawPointer
  }

  private let handle: Mutex<Handle?>
  private let isSignaled = Atomic(false)

  init(_ raw: UnsafeMutableRawPointer) {
    handle = Mutex(Handle(raw: raw))
  }

  /// Lets the client's wait, or its next one, return.
  ///
  /// Does nothing when the client is gone.
  package func signal() {
    guard !isSignaled.exchange(true, ordering: .acquiringAndReleasing) else { return }
    handle.withLock { handle in
      if let handle { _ = curl_multi_wakeup(handle.raw) }
    }
  }

  /// Whether there was a signal since the last time; it is used up.
  func consume() -> Bool {
    isSignaled.load(ordering: .relaxed)
      && isSignaled.exchange(false, ordering: .acquiringAndReleasing)
  }

  /// Forgets the handle, which is about to end.
  func detach() {
    handle.withLock { $0 = nil }
  }
}
