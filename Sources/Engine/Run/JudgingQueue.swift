internal import AccordHTTP
internal import Dispatch
internal import Synchronization

/// Judges responses on other threads, and hands the judgements back to the run's own.
///
/// What is judged at the same time shares a budget of memory: a document takes many times the octets
/// of its text. What takes more than the budget is judged alone.
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

  private struct Task: Sendable {
    let memory: Int
    let body: @Sendable () -> Finished
  }

  private struct State {
    var finished: [Finished] = []
    /// What waits for memory, in order.
    var waiting = Queue<Task>()
    /// The memory of what is being judged.
    var memory = 0

    /// The next one that there is memory for.
    mutating func next() -> Task? {
      guard let first = waiting.first, memory == 0 || memory + first.memory <= JudgingQueue.budget
      else {
        return nil
      }
      memory += first.memory
      return waiting.popFirst()
    }
  }

  /// The memory that all documents under judgement may take together, in octets.
  fileprivate static let budget = 48 << 20

  private let state = Mutex(State())
  private let wakeup: Wakeup

  init(wakeup: Wakeup) { self.wakeup = wakeup }

  /// Judges on another thread, once there is memory for it, and wakes the run when that is done.
  func judge(
    slot: Int, ticket: Int, memory: Int, _ body: @escaping @Sendable () -> Judgement
  ) {
    let task = Task(memory: memory) { Finished(slot: slot, ticket: ticket, judgement: body()) }
    state.withLock { $0.waiting.append(task) }
    startWaiting()
  }

  private func startWaiting() {
    while let task = state.withLock({ $0.next() }) {
      DispatchQueue.global().async { [self] in
        let finished = task.body()
        state.withLock {
          $0.finished.append(finished)
          $0.memory -= task.memory
        }
        wakeup.signal()
        startWaiting()
      }
    }
  }

  /// The judgements that are finished, each handed out once.
  func takeFinished() -> [Finished] {
    state.withLock { state in
      guard !state.finished.isEmpty else { return [] }
      defer { state.finished = [] }
      return state.finished
    }
  }
}
