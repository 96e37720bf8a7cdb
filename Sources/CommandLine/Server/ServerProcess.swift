internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The server that `--start` starts, with all that it starts.
///
/// A class, since it stands for a process that must be stopped exactly once.
final class ServerProcess: Sendable {
  /// Why a server could not be started.
  struct StartError: Error, Equatable {
    let command: String
    let reason: String
  }

  /// How the command ended.
  enum End: Equatable {
    case exited(code: Int32)
    case signalled(Int32)
  }

  /// How far the process and what it started have come.
  private struct State {
    /// The status with which the shell ended, once it has.
    var status: Int32?
    /// Whether all of it is gone: its numbers may then be another's.
    var isGone = false
    /// Since when none of it is found, once that is so.
    var quietSince: ContinuousClock.Instant?
    var guardian: Guardian?
  }

  private let process: pid_t
  private let processes: StartedProcesses
  private let output: ServerOutput?
  private let state: Mutex<State>

  /// Starts a shell command.
  ///
  /// - Parameter output: Where what it prints goes; without one it goes to standard error, as it is.
  init(command: String, output: ServerOutput? = nil) throws(StartError) {
    let random = String(UInt64.random(in: 0...(.max)), radix: 36)
    let mark = "\(StartedProcesses.variable)=\(getpid())-\(random)"
    let guardian = Guardian(mark: mark)
    do throws(ChildProcess.Failure) {
      process = try ChildProcess.startShell(
        ["-c", command], output: output?.descriptor ?? STDERR_FILENO, variable: mark)
    } catch {
      output?.discard()
      throw StartError(command: command, reason: error.reason)
    }
    guardian?.guardGroup(process)
    processes = StartedProcesses(group: process, mark: mark)
    state = Mutex(State(guardian: guardian))
    self.output = output
    output?.passOn()
  }

  /// Waits until all that a server printed that has ended is passed on.
  func waitForOutput() { output?.wait() }

  /// Whether the command has ended by itself: the shell, and every process that it started, since
  /// `./server &` leaves the server running when the shell is done.
  var hasEnded: Bool {
    state.withLock { state in
      if state.status == nil {
        var result: Int32 = 0
        if waitpid(process, &result, WNOHANG) == process { state.status = result }
      }
      if state.status != nil, !state.isGone { look(&state) }
      if state.isGone { state.guardian = nil }
      return state.isGone
    }
  }

  /// For so long nothing of the command must be found: while a process begins another program (exec),
  /// its environment cannot be seen.
  private static let quiet = Duration.milliseconds(50)

  private func look(_ state: inout State) {
    guard !processes.areRunning else {
      state.quietSince = nil
      return
    }
    let now = ContinuousClock.now
    let since = state.quietSince ?? now
    state.quietSince = since
    state.isGone = now - since >= Self.quiet
  }

  /// How the shell ended, once nothing of the command runs.
  var end: End? {
    guard hasEnded, let status = state.withLock({ $0.status }) else { return nil }
    // As WIFEXITED and WEXITSTATUS of wait(2), which are macros, have it.
    let signal = status & 0x7F
    return signal == 0 ? .exited(code: status >> 8 & 0xFF) : .signalled(signal)
  }

  /// Stops every process of the command: asked first, after two seconds made to.
  ///
  /// A second time does nothing.
  ///
  /// - Parameter isUrgent: Whether they are made to at once; asked again and again.
  func stop(isUrgent: () -> Bool = { false }) {
    guard !hasEnded else { return }
    processes.signal(SIGTERM)
    let deadline = ContinuousClock.now + .seconds(2)
    while !hasEnded, ContinuousClock.now < deadline, !isUrgent() { usleep(5_000) }
    // What was about to start another process may have done so after the signal.
    let lastDeadline = ContinuousClock.now + .seconds(1)
    while !hasEnded, ContinuousClock.now < lastDeadline {
      processes.signal(SIGKILL)
      usleep(5_000)
    }
  }
}
