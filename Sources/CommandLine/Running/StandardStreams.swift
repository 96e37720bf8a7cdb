#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The three streams that a program is started with.
enum StandardStreams {
  /// Makes sure that each of their numbers is taken, and that writing fails where it cannot succeed.
  ///
  /// A caller may start a program without them (`>&-`). The next file that is opened would get the
  /// number, and what is printed would stand in the middle of a report.
  static func prepare() {
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(stream, F_GETFD) == -1 {
      // The lowest number that is free: this one. Results cannot be written to what is open for
      // reading, which is an error as it should be; diagnostics have no one to tell it to.
      _ = open("/dev/null", stream == STDERR_FILENO ? O_WRONLY : O_RDONLY)
    }
    // A file at the limit of `ulimit -f` is an error of writing, not the end of the process.
    signal(SIGXFSZ, SIG_IGN)
  }
}
