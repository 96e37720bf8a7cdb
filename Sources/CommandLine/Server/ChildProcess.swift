#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Starts `/bin/sh` in a process group of its own.
enum ChildProcess {
  /// Why there is no process, in the system's words.
  struct Failure: Error {
    let reason: String
  }

  /// Starts a shell with its arguments.
  ///
  /// A group of its own: Ctrl-C reaches this program only, and the whole group can be stopped.
  ///
  /// - Parameters:
  ///   - input: What it reads: a descriptor, or nothing.
  ///   - output: What it prints to, results and diagnostics: a descriptor, or nowhere.
  ///   - variable: `NAME=VALUE`, which its environment has besides.
  static func startShell(
    _ arguments: [String], input: Int32? = nil, output: Int32? = nil, variable: String? = nil
  ) throws(Failure) -> pid_t {
    #if canImport(Darwin)
      var attributes: posix_spawnattr_t?
      var actions: posix_spawn_file_actions_t?
    #else
      var attributes = posix_spawnattr_t()
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setpgroup(&attributes, 0)
    var noSignals = sigset_t()
    sigemptyset(&noSignals)
    posix_spawnattr_setsigmask(&attributes, &noSignals)
    var defaultSignals = sigset_t()
    sigemptyset(&defaultSignals)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGXFSZ] {
      sigaddset(&defaultSignals, signal)
    }
    posix_spawnattr_setsigdefault(&attributes, &defaultSignals)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP) | Int16(POSIX_SPAWN_SETSIGMASK)
        | Int16(POSIX_SPAWN_SETSIGDEF))

    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input {
      posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    } else {
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    }
    if let output {
      posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    } else {
      posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    }
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)

    var words: [UnsafeMutablePointer<CChar>?] = (["/bin/sh"] + arguments).map { strdup($0) }
    var variables = [variable].compactMap { $0 }.map { strdup($0) }
    let own = words + variables
    defer { for pointer in own { free(pointer) } }
    words.append(nil)
    variables += ProcessEnvironment.entries
    variables.append(nil)
    var process: pid_t = 0
    let code = posix_spawn(&process, "/bin/sh", &actions, &attributes, &words, &variables)
    guard code == 0 else { throw Failure(reason: String(cString: strerror(code))) }
    return process
  }

  /// Waits for a process that has been made to end.
  ///
  /// - Returns: Its status, as wait(2) has it.
  static func status(of process: pid_t) -> Int32 {
    var result: Int32 = 0
    while waitpid(process, &result, 0) == -1, errno == EINTR {}
    return result
  }
}
