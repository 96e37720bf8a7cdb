/// The octets of one report on their way to its destination.
///
/// The first failure is kept and the rest of the report given up; `close` tells it. A full disk or
/// a closed pipe so ends one report, and neither the run nor the others.
///
/// A class, since it owns a file that is closed once.
package final class ReportOutput {
  package let destination: ReportDestination
  private var descriptor: Int32?
  /// The file that is written, and where it belongs.
  private var move: (from: String, to: String)?
  /// Where the octets go that somebody reads while they come; from the file at the end, if there is
  /// one.
  private(set) var stream: StreamWriter?
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
    if let descriptor { try? POSIX.closeFile(descriptor) }
    if let move { POSIX.remove(move.from) }
  }

  private func open(isPatchable: Bool) throws(POSIX.Failure) {
    switch destination {
    case .standardOutput:
      stream = .standardOutput
      if isPatchable { descriptor = try POSIX.anonymousFile() }
    case .appended(let path, _):
      // What is added to a file cannot be changed there afterwards.
      assert(!isPatchable)
      if let facts = POSIX.facts(path), !facts.isRegular {
        if facts.isFolder { throw POSIX.isFolder }
        stream = StreamWriter(path: path)
      } else {
        descriptor = try POSIX.openForAppending(path)
      }
    case .file(let path):
      if let facts = POSIX.facts(path), !facts.isRegular {
        if facts.isFolder { throw POSIX.isFolder }
        stream = StreamWriter(path: path)
        if isPatchable { descriptor = try POSIX.anonymousFile() }
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
  ///
  /// A stream has all of it then, and takes its time.
  func close() throws(POSIX.Failure) {
    flush()
    if failure == nil, let stream, let descriptor {
      attempt { () throws(POSIX.Failure) in
        var place = 0
        while place < position {
          let part = try POSIX.read(descriptor, at: place, count: 1 << 20)
          guard !part.isEmpty else { throw POSIX.unreadable }
          stream.write(part)
          place += part.count
        }
      }
    }
    if let descriptor {
      attempt { () throws(POSIX.Failure) in try POSIX.closeFile(descriptor) }
    }
    descriptor = nil
    if let move {
      if failure == nil {
        attempt { () throws(POSIX.Failure) in try POSIX.move(move.from, to: move.to) }
      }
      if failure != nil { POSIX.remove(move.from) }
    }
    move = nil
    if let failure { throw failure }
  }

  /// Notes that a part of the report cannot be had any more.
  func noteLoss() { failure = failure ?? POSIX.unreadable }

  private func send(_ bytes: ArraySlice<UInt8>) {
    guard failure == nil else { return }
    guard let descriptor else { return stream?.write(Array(bytes)) ?? () }
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
