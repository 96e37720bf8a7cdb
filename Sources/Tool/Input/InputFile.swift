internal import AccordDocuments

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file that the command line names.
struct InputFile {
  /// The name as it was written; `-` is standard input.
  let name: String

  private static let standardInput = "-"

  /// The name as it is printed.
  var shownName: String {
    switch name {
    case Self.standardInput: "(standard input)"
    case "": "''"
    default: VisibleText.escape(name)
    }
  }

  /// The file's octets.
  func read() throws(ToolProblem) -> [UInt8] {
    guard name != Self.standardInput else { return try read(STDIN_FILENO) }
    let descriptor = open(name, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(errno) }
    defer { close(descriptor) }
    return try read(descriptor)
  }

  private func read(_ descriptor: Int32) throws(ToolProblem) -> [UInt8] {
    var octets: [UInt8] = []
    var facts = stat()
    let size = fstat(descriptor, &facts) == 0 ? Int(facts.st_size) : 0
    guard size <= JSONLimits.longestText else { throw unreadable(EFBIG) }
    // One more than there are, so that the end is seen at once.
    var chunk = max(size + 1, 1 << 16)
    while true {
      let start = octets.count
      octets.append(contentsOf: repeatElement(0, count: chunk))
      let count = octets.withUnsafeMutableBytes { buffer in
        systemRead(descriptor, buffer.baseAddress.map { $0 + start }, chunk)
      }
      let number = errno
      octets.removeLast(chunk - max(count, 0))
      if count == 0 { return octets }
      if count < 0, number != EINTR { throw unreadable(number) }
      guard octets.count <= JSONLimits.longestText else { throw unreadable(EFBIG) }
      chunk = 1 << 16
    }
  }

  private func unreadable(_ number: Int32) -> ToolProblem {
    .unreadable(file: self, reason: String(cString: strerror(number)))
  }

  /// Refuses standard input where it is named more than once, since it can be read once.
  static func requireOneStandardInput(_ names: [String]) throws(ToolProblem) {
    let count = names.count { $0 == standardInput }
    guard count <= 1 else { throw .standardInputTwice(count: count) }
  }
}

/// The system's call, which a method's name would hide.
private func systemRead(
  _ descriptor: Int32, _ memory: UnsafeMutableRawPointer?, _ count: Int
) -> Int {
  read(descriptor, memory, count)
}
