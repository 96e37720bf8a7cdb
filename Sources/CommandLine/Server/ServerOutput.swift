internal import AccordDocuments
internal import AccordReports
internal import Dispatch

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What the server of `--start` prints, passed on to standard error line by line.
///
/// A server logs what it was sent, and what it makes of it: without secrets, and with nothing in it
/// that a terminal or a CI system's reader of logs would act on.
///
/// A class, since the server's end and the thread that reads share it.
final class ServerOutput: Sendable {
  /// Where the server writes; to be closed once the server has it.
  let descriptor: Int32
  private let source: Int32
  private let redactor: Redactor
  private let isAtEnd = DispatchSemaphore(value: 0)

  /// So many octets of a line are shown.
  private static let lineLimit = 8 << 10

  /// Output that the redactor knows the secrets of; nil where the system has no more pipes.
  init?(redactor: Redactor) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (source, descriptor) = (ends[0], ends[1])
    self.redactor = redactor
  }

  /// Begins to pass on what is written, until nobody has the other end any more.
  func passOn() {
    close(descriptor)
    // Reading blocks: a queue of its own has a thread of its own.
    DispatchQueue(label: "accord.server-output").async { [self] in
      readAll()
      close(source)
      isAtEnd.signal()
    }
  }

  /// Gives up output that no server was given.
  func discard() {
    close(descriptor)
    close(source)
  }

  /// Waits until all that was written is passed on, at most a second: what left the server's group
  /// may keep the pipe open.
  func wait() {
    if isAtEnd.wait(timeout: .now() + .seconds(1)) == .success { isAtEnd.signal() }
  }

  private func readAll() {
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    var line: [UInt8] = []
    var length = 0
    while true {
      let count = read(source, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      var rest = buffer[..<count]
      while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        line += rest[..<end].prefix(max(0, Self.lineLimit - line.count))
        length += end - rest.startIndex
        tell(line, of: length)
        line = []
        length = 0
        rest = rest[(end + 1)...]
      }
      line += rest.prefix(max(0, Self.lineLimit - line.count))
      length += rest.count
    }
    if !line.isEmpty { tell(line, of: length) }
  }

  private func tell(_ line: [UInt8], of length: Int) {
    let isCut = line.count < length
    let shown = isCut ? redactor.redactBeginning(line) : redactor.redact(line)
    let text = String(decoding: shown, as: UTF8.self)
    Console.complain(isCut ? "\(text)… (\(VisibleText.grouped(length)) octets)" : text)
  }
}
