internal import AccordDocuments

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Standard output, for results, and standard error, for what hinders them.
struct Output {
  private var pending: [UInt8] = []
  /// The system's number of what kept results from being written.
  private var failure: Int32?

  private static let bufferSize = 1 << 16

  /// Prints a part of the results.
  mutating func print(_ text: String) { print(utf8: text.utf8) }

  /// Prints a part of the results.
  mutating func print(utf8: some Sequence<UInt8>) {
    pending.append(contentsOf: utf8)
    if pending.count >= Self.bufferSize { flush() }
  }

  /// Prints what is wrong, behind the results so far.
  mutating func complain(_ problem: ToolProblem) { complain(lines: "error: \(problem)") }

  /// Prints what the user should know and what hinders nothing.
  mutating func warn(_ text: String) { complain(lines: "warning: \(text)") }

  /// Prints lines for the user, behind the results so far.
  mutating func complain(lines: String) {
    flush()
    _ = Self.write(Array((lines + "\n").utf8)[...], to: STDERR_FILENO)
  }

  /// Writes what is left.
  ///
  /// - Returns: Whether all results could be written; if not, that was said.
  mutating func finish() -> Bool {
    flush()
    guard let failure else { return true }
    // Who closed the pipe has seen enough.
    if failure != EPIPE {
      complain(
        lines: "error: cannot write to standard output: \(String(cString: strerror(failure)))")
    }
    return false
  }

  private mutating func flush() {
    if failure == nil { failure = Self.write(pending[...], to: STDOUT_FILENO) }
    pending.removeAll(keepingCapacity: true)
  }

  /// - Returns: The system's number of what went wrong; nil if all was written.
  private static func write(_ octets: ArraySlice<UInt8>, to descriptor: Int32) -> Int32? {
    var rest = octets
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        // A descriptor that the caller set to be non-blocking is waited for.
        usleep(1_000)
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}

/// The system's call, which a method's name would hide.
private func systemWrite(
  _ descriptor: Int32, _ memory: UnsafeRawPointer?, _ count: Int
) -> Int {
  write(descriptor, memory, count)
}
