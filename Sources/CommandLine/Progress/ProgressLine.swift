internal import AccordEngine
internal import AccordReports
internal import Dispatch
internal import Synchronization

/// How far a run is, as one line on the terminal that is written again and again in its place.
///
/// A thread of its own draws it, ten times a second at most, and never waits: neither for the run, of
/// which it takes a look, nor for the terminal, which may be stopped. Whatever else is printed takes the
/// line away first. The cursor always stands at its beginning, so that clearing from there takes away all
/// of it, also where a terminal that became narrow has folded it.
///
/// A class, since that thread, the run and what prints share it.
final class ProgressLine: TransientLine {
  private struct State: ~Copyable {
    let terminal: Terminal
    var isDrawn = false
    /// How many are printing something else.
    var hidings = 0
    var isOver = false
    var rate = StepRate()
  }

  private let progress: RunProgress
  private let wording: Wording
  private let state: Mutex<State>
  private let isEnded = DispatchSemaphore(value: 0)

  /// Short runs show nothing.
  private static let delay = DispatchTimeInterval.milliseconds(300)
  private static let interval = DispatchTimeInterval.milliseconds(100)

  /// A line on a terminal.
  ///
  /// - Parameter redactor: What knows the run's secrets.
  init(_ progress: RunProgress, on terminal: sending Terminal, redactor: Redactor) {
    self.progress = progress
    wording = Wording(redactor: redactor)
    state = Mutex(State(terminal: terminal))
    // Waiting blocks: a queue of its own has a thread of its own.
    DispatchQueue(label: "accord.progress").async { [self] in
      var pause = Self.delay
      while isEnded.wait(timeout: .now() + pause) == .timedOut {
        draw()
        pause = Self.interval
      }
    }
  }

  /// Takes the line away for good.
  func end() {
    isEnded.signal()
    state.withLock { state in
      Self.clear(&state)
      state.isOver = true
    }
  }

  func hide() {
    state.withLock { state in
      state.hidings += 1
      Self.clear(&state)
    }
  }

  func show() { state.withLock { $0.hidings -= 1 } }

  private static func clear(_ state: inout State) {
    state.terminal.flush()
    guard state.isDrawn else { return }
    state.terminal.write("\r\u{1B}[J")
    state.isDrawn = false
  }

  private func draw() {
    let now = ContinuousClock.now
    let snapshot = progress.snapshot
    state.withLock { state in
      guard !state.isOver else { return }
      state.rate.note(snapshot.done, at: now)
      state.terminal.flush()
      // A terminal that is stopped gets one line when it goes on, not all that it has missed.
      guard state.hidings == 0, state.terminal.isFree, !snapshot.isEmpty else { return }
      let text = wording.progress(snapshot, rate: state.rate.perSecond, at: now)
      let shown = TerminalColumns.cut(text, to: state.terminal.columns - 1)
      state.terminal.write("\r\(shown)\u{1B}[J\r")
      state.isDrawn = true
    }
  }
}

/// How many steps were done in a second of late.
struct StepRate {
  private var looks: [(done: Int, moment: ContinuousClock.Instant)] = []

  /// So many looks are remembered: ten a second, of five seconds.
  private static let limit = 50

  mutating func note(_ done: Int, at moment: ContinuousClock.Instant) {
    if looks.count == Self.limit { looks.removeFirst() }
    looks.append((done, moment))
  }

  /// `nil` before there is anything to compare.
  var perSecond: Double? {
    guard let first = looks.first, let last = looks.last else { return nil }
    let seconds = first.moment.duration(to: last.moment) / .seconds(1)
    return seconds > 0 ? Double(last.done - first.done) / seconds : nil
  }
}
