/// The octets of one report on their way to its destination.
///
/// The first failure is kept and the rest of the report given up; `close` tells it. A full disk or
/// a closed pipe so ends one report, and neither the run nor the others.
///
/// A class, since it owns a file that is closed once.
final class ReportOutput {
  private let destination: ReportDestination
  private var descriptor: Int32?
  /// The file that is written, and where it belongs.
  private var move: (from: String, to: String)?
  /// Whether the file has no name and is copied to standard output or a pipe at the end.
  private var copy: Int32?
  private var failure: POSIX.Failure?
  private var buffer: [UInt8] = []
  /// How many octets were written, those in the buffer counted.
  private(set) var position = 0

  private static let bufferSize = 64 << 10

  /// Opens a destination.
  ///
  /// - Parameters:
  ///   - destination: Where the octets go.
  ///   - isPatchable: Whether octets are to be replaced afterwards.
  init(_ destination: ReportDestination, isPatchable: Bool = false) {
    self.destination = destination
    do throws(POSIX.Failure) {
      try open(isPatchable: isPatchable)
    } catch {
      failure = error
    }
  }

  deinit {
    // Only where the report was never finished: what is half written is not left behind.
    for file in [descriptor, copy] {
      if let file, file != POSIX.standardOutput { try? POSIX.closeFile(file) }
    }
    if let move { POSIX.remove(move.from) }
  }

  private func open(isPatchable: Bool) throws(POSIX.Failure) {
    switch destination {
    case .standardOutput:
      descriptor = isPatchable ? try POSIX.anonymousFile() : POSIX.standardOutput
      copy = isPatchable ? POSIX.standardOutput : nil
    case .appended(let path, _):
      let file = try POSIX.openForAppending(path)
      descriptor = isPatchable ? try POSIX.anonymousFile() : file
      copy = isPatchable ? file : nil
    case .file(let path):
      if let facts = POSIX.facts(path), !facts.isRegular {
        let file = try POSIX.openForWriting(path)
        descriptor = isPatchable ? try POSIX.anonymousFile() : file
        copy = isPatchable ? file : nil
        return
      }
      // The file that a link leads to is replaced, not the link.
      let target = POSIX.realPath(path) ?? path
      let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? ""
      try POSIX.createFolder(folder.count > 1 ? String(folder.dropLast()) : folder)
      let name = target[folder.endIndex...]
      let random = String(UInt32.random(in: 0...(.max)), radix: 36)
      let temporary = "\(folder).\(name).\(POSIX.processID)-\(random)"
      descriptor = try POSIX.create(temporary)
      move = (temporary, target)
    }
  }

  func write(_ bytes: [UInt8]) {
    guard failure == nil, !bytes.isEmpty else { return }
    position += bytes.count
    if buffer.count + bytes.count > Self.bufferSize {
      flush()
      if bytes.count > Self.bufferSize { return send(bytes[...]) }
    }
    buffer.append(contentsOf: bytes)
  }

  func write(_ text: String) { write(Array(text.utf8)) }

  /// Hands over what is buffered.
  func flush() {
    guard !buffer.isEmpty else { return }
    send(buffer[...])
    buffer.removeAll(keepingCapacity: true)
  }

  /// Replaces octets that were written before, in an output that was opened for it.
  func patch(_ bytes: [UInt8], at position: Int) {
    flush()
    guard failure == nil, let descriptor else { return }
    attempt { () throws(POSIX.Failure) in
      try POSIX.writeAll(bytes[...], to: descriptor, at: position)
    }
  }

  /// Ends the report and puts it in its place.
  func close() throws(POSIX.Failure) {
    flush()
    if failure == nil, let copy, let descriptor {
      attempt { () throws(POSIX.Failure) in
        var place = 0
        while place < position {
          let part = try POSIX.read(descriptor, at: place, count: 1 << 20)
          if part.isEmpty { break }
          try POSIX.writeAll(part[...], to: copy)
          place += part.count
        }
      }
    }
    for file in [descriptor, copy] {
      guard let file, file != POSIX.standardOutput else { continue }
      attempt { () throws(POSIX.Failure) in try POSIX.closeFile(file) }
    }
    descriptor = nil
    copy = nil
    if let move {
      if failure == nil {
        attempt { () throws(POSIX.Failure) in try POSIX.move(move.from, to: move.to) }
      }
      if failure != nil { POSIX.remove(move.from) }
    }
    move = nil
    if let failure { throw failure }
  }

  private func send(_ bytes: ArraySlice<UInt8>) {
    guard failure == nil, let descriptor else { return }
    attempt { () throws(POSIX.Failure) in try POSIX.writeAll(bytes, to: descriptor) }
  }

  private func attempt(_ action: () throws(POSIX.Failure) -> Void) {
    do throws(POSIX.Failure) {
      try action()
    } catch {
      failure = failure ?? error
    }
  }
}
