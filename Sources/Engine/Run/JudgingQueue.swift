internal import AccordHTTP
internal import Dispatch
internal import Synchronization

/// Judges responses on other threads, and hands the judgements back to the run's own.
///
/// A class, since the run's thread and those that judge share what is finished.
final class JudgingQueue: Sendable {
  /// A judgement that is due to a slot.
  struct Finished: Sendable {
    let slot: Int
    /// Which handing-over it answers; a slot may have moved on meanwhile.
    let ticket: Int
    let judgement: Judgement
  }

  private let finished = Mutex<[Finished]>([])
  private let wakeup: Wakeup

  init(wakeup: Wakeup) { self.wakeup = wakeup }

  /// Judges on another thread and wakes the run when that is done.
  func judge(slot: Int, ticket: Int, _ body: @escaping @Sendable () -> Judgement) {
    DispatchQueue.global().async { [self] in
      let judgement = body()
      finished.withLock {
        $0.append(Finished(slot: slot, ticket: ticket, judgement: judgement))
      }
      wakeup.signal()
    }
  }

  /// The judgements that are finished, each handed out once.
  func takeFinished() -> [Finished] {
    finished.withLock { list in
      guard !list.isEmpty else { return [] }
      defer { list = [] }
      return list
    }
  }
}
