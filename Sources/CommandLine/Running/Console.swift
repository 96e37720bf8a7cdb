internal import AccordDocuments

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
  static func print(_ text: String) { write(text, to: STDOUT_FILENO) }

  /// Prints diagnostics, of which any part may come from elsewhere.
  static func complain(_ text: String) {
    // A tab is harmless; one blank for each keeps what stands below a line of the contract below it.
    var lines = VisibleText.lines(text.replacing("\t", with: " "))
    if lines.isEmpty { lines = [""] }
    lines = lines.map { line in
      line.utf8.count > lineLimit ? JSONNode.excerpt(of: line, limit: lineLimit) : line
    }
    write(lines.joined(separator: "\n") + "\n", to: STDERR_FILENO)
  }

  private static let lineLimit = 32 << 10

  /// Whether standard output is a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  private static func write(_ text: String, to descriptor: Int32) {
    var octets = Array(text.utf8)[...]
    while !octets.isEmpty {
      let count = octets.withUnsafeBytes { Self.write($0, to: descriptor) }
      guard count > 0 else { return }
      octets = octets.dropFirst(count)
    }
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
      if count >= 0 || errno != EINTR { return count }
    }
  }
}
