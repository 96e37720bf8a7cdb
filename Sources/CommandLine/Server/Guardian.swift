#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Ends the server of `--start` when this program ends without having been able to: by SIGKILL, by the
/// kernel that is out of memory, by a crash.
///
/// A shell that reads a pipe whose other end only this program has. The end of the pipe is the end of
/// the program, however it came. Linux could tell a child of its parent's death
/// (`PR_SET_PDEATHSIG`), but not the children of the child, which is a shell.
///
/// A class, since it stands for a process that is dismissed exactly once.
final class Guardian {
  private let process: pid_t
  /// What the shell waits for the end of.
  private let writingEnd: Int32

  /// Reads the group's number, then waits for the end.
  ///
  /// What has left the group is known by its mark, where there is a `/proc`.
  private static let script = """
    trap '' HUP INT TERM
    read -r group
    read -r end
    for signal in TERM KILL; do
      kill -s $signal -- "-$group"
      for process in $(grep -ls "$1" /proc/[0-9]*/environ); do
        process=${process%/environ}
        kill -s $signal "${process#/proc/}"
      done
      [ $signal = KILL ] || sleep 2
    done
    """

  /// Starts a guardian, before there is what it guards; `nil` where the system has no room for it.
  ///
  /// - Parameter mark: What the environment of each process has that it is to end.
  init?(mark: String) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    do throws(ChildProcess.Failure) {
      process = try ChildProcess.startShell(
        ["-c", Self.script, "accord-guardian", mark], input: ends[0])
    } catch {
      close(ends[1])
      return nil
    }
    writingEnd = ends[1]
  }

  /// Says which process group it guards.
  func guardGroup(_ group: pid_t) {
    let line = Array("\(group)\n".utf8)
    _ = write(writingEnd, line, line.count)
  }

  deinit {
    // By SIGKILL, since at the end of the pipe it would end what has the group's number by then.
    kill(process, SIGKILL)
    _ = ChildProcess.status(of: process)
    close(writingEnd)
  }
}
