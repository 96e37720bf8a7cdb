internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The server that `--start` starts, in a process group of its own.
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

  /// How far the process and its group have come.
  private struct State {
    /// The status with which the shell ended, once it has.
    var status: Int32?
    /// Whether the group is gone: its number may then be another's.
    var isGone = false
  }

  private let process: pid_t
  private let output: ServerOutput?
  private let state = Mutex(State())

  /// Starts a shell command.
  ///
  /// - Parameter output: Where what it prints goes; without one it goes to standard error, as it is.
  init(command: String, output: ServerOutput? = nil) throws(StartError) {
    var attributes = posix_spawnattr_t.unset
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A group of its own: Ctrl-C reaches this program only, which still needs the server for its
    // clean-ups, and the whole group can be stopped at the end.
    posix_spawnattr_setpgroup(&attributes, 0)
    var noSignals = sigset_t()
    sigemptyset(&noSignals)
    posix_spawnattr_setsigmask(&attributes, &noSignals)
    var defaultSignals = sigset_t()
    sigemptyset(&defaultSignals)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGPIPE] { sigaddset(&defaultSignals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &defaultSignals)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP) | Int16(POSIX_SPAWN_SETSIGMASK)
        | Int16(POSIX_SPAWN_SETSIGDEF))

    var actions = posix_spawn_file_actions_t.unset
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    if let output {
      posix_spawn_file_actions_adddup2(&actions, output.descriptor, STDERR_FILENO)
    }
    posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO)

    var process: pid_t = 0
    let arguments = ["/bin/sh", "-c", command]
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    let code = posix_spawn(&process, "/bin/sh", &actions, &attributes, &pointers, environ)
    guard code == 0 else {
      output?.discard()
      throw StartError(command: command, reason: String(cString: strerror(code)))
    }
    self.process = process
    self.output = output
    output?.passOn()
  }

  /// Waits until all that a server printed that has ended is passed on.
  func waitForOutput() { output?.wait() }

  /// Whether the command has ended by itself: the shell, and every process of its group, since
  /// `./server &` leaves the server running when the shell is done.
  var hasEnded: Bool {
    state.withLock { state in
      if state.status == nil {
        var result: Int32 = 0
        if waitpid(process, &result, WNOHANG) == process { state.status = result }
      }
      if state.status != nil, !state.isGone { state.isGone = !ProcessGroup(id: process).isRunning }
      return state.isGone
    }
  }

  /// How the shell ended, once nothing of the command runs.
  var end: End? {
    guard hasEnded, let status = state.withLock({ $0.status }) else { return nil }
    // As WIFEXITED and WEXITSTATUS of wait(2), which are macros, have it.
    let signal = status & 0x7F
    return signal == 0 ? .exited(code: status >> 8 & 0xFF) : .signalled(signal)
  }

  /// Stops every process of the group: asked first, after two seconds made to.
  func stop() {
    guard !hasEnded else { return }
    let group = ProcessGroup(id: process)
    group.signal(SIGTERM)
    let deadline = ContinuousClock.now + .seconds(2)
    while !hasEnded, ContinuousClock.now < deadline { usleep(5_000) }
    guard !hasEnded else { return }
    group.signal(SIGKILL)
    state.withLock { state in
      guard state.status == nil else { return }
      var result: Int32 = 0
      while waitpid(process, &result, 0) == -1, errno == EINTR {}
      state.status = result
    }
  }
}

extension posix_spawnattr_t {
  #if canImport(Darwin)
    fileprivate static var unset: posix_spawnattr_t? { nil }
  #else
    fileprivate static var unset: posix_spawnattr_t { posix_spawnattr_t() }
  #endif
}

extension posix_spawn_file_actions_t {
  #if canImport(Darwin)
    fileprivate static var unset: posix_spawn_file_actions_t? { nil }
  #else
    fileprivate static var unset: posix_spawn_file_actions_t { posix_spawn_file_actions_t() }
  #endif
}
