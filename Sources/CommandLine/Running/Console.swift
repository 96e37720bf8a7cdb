internal import AccordDocuments
internal import AccordReports
internal import Dispatch
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Standard output and standard error.
enum Console {
  /// Prints results.
  ///
  /// - Returns: The exit code: that a program's results cannot be had is an error.
  static func print(_ text: String) -> Int32 {
    guard let reason = write(text, to: STDOUT_FILENO) else { return ExitStatus.conforms }
    complain("error: \(RunComplaint.unwritableOutput(reason: reason))")
    return ExitStatus.noVerdict
  }

  /// Prints diagnostics, of which any part may come from elsewhere.
  ///
  /// A standard error that nobody reads must hold nothing up: it is written on another thread, and
  /// what is not taken within two seconds is given up, with all that would follow.
  static func complain(_ text: String) {
    guard !isDeaf.load(ordering: .relaxed) else { return }
    let harmless = harmless(text)
    let isWritten = DispatchSemaphore(value: 0)
    diagnostics.async {
      let line = Self.line.withLock { $0 }
      line?.hide()
      _ = write(harmless, to: STDERR_FILENO)
      line?.show()
      isWritten.signal()
    }
    if isWritten.wait(timeout: .now() + .seconds(2)) == .timedOut {
      isDeaf.store(true, ordering: .relaxed)
    }
  }

  /// Says what must be out of the way while diagnostics are printed.
  static func setAside(_ aside: (any TransientLine)?) { line.withLock { $0 = aside } }

  private static let line = Mutex<(any TransientLine)?>(nil)

  /// The lines of a text with nothing in them that a terminal or a reader of logs would act on.
  private static func harmless(_ text: String) -> String {
    // A tab is harmless; one blank for each keeps what stands below a line of the contract below it.
    var lines = VisibleText.lines(text.replacing("\t", with: " "))
    if lines.isEmpty { lines = [""] }
    lines = lines.map { line in
      line.utf8.count > lineLimit ? JSONNode.excerpt(of: line, limit: lineLimit) : line
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let lineLimit = 32 << 10

  /// Whether standard output is a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  private static let diagnostics = DispatchQueue(label: "accord.diagnostics")
  /// Whether nobody reads standard error.
  private static let isDeaf = Atomic(false)

  /// Writes all of a text, or returns the system's words for why it cannot.
  private static func write(_ text: String, to descriptor: Int32) -> String? {
    var octets = Array(text.utf8)[...]
    while !octets.isEmpty {
      let count = octets.withUnsafeBytes { Self.write($0, to: descriptor) }
      guard count > 0 else { return String(cString: strerror(errno)) }
      octets = octets.dropFirst(count)
    }
    return nil
  }

  private static func write(_ octets: UnsafeRawBufferPointer, to descriptor: Int32) -> Int {
    while true {
      #if canImport(Glibc)
        let count = Glibc.write(descriptor, octets.baseAddress, octets.count)
      #elseif canImport(Musl)
        let count = Musl.write(descriptor, octets.baseAddress, octets.count)
      #else
        let count = Darwin.write(descriptor, octets.baseAddress, octets.count)
      #endif
      if count >= 0 { return count }
      // What the caller set to be non-blocking is waited for.
      if errno == EAGAIN { usleep(1_000) } else if errno != EINTR { return count }
    }
  }
}
