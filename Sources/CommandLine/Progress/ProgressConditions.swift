#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Whether a line of progress is shown: to a person at a terminal, and to nobody else.
struct ProgressConditions {
  /// What a stream leads to.
  enum Stream {
    case terminal
    /// A pipe: who reads it may show it on the same terminal, as a pager does.
    case pipe
    /// A file, a device, or nothing.
    case elsewhere

    init(_ descriptor: Int32) {
      var status = stat()
      if isatty(descriptor) == 1 {
        self = .terminal
      } else if fstat(descriptor, &status) == 0,
        [mode_t(S_IFIFO), mode_t(S_IFSOCK)].contains(status.st_mode & mode_t(S_IFMT))
      {
        self = .pipe
      } else {
        self = .elsewhere
      }
    }
  }

  var output = Stream(STDOUT_FILENO)
  var errors = Stream(STDERR_FILENO)
  /// Whether what is printed is text, in whole lines.
  var printsText: Bool
  var isQuiet: Bool
  var environment: [String: String]

  var areMet: Bool {
    guard errors == .terminal, output != .pipe, !isQuiet else { return false }
    if output == .terminal, !printsText { return false }
    if environment["CI"]?.isEmpty == false { return false }
    let kind = environment["TERM"] ?? ""
    return !kind.isEmpty && kind != "dumb"
  }
}
