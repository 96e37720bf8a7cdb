internal import Dispatch
internal import Synchronization

/// Octets on their way to what somebody reads while they come: standard output, a pipe, a terminal.
///
/// A reader may take its time, as `less` does, or never read: writing then blocks, and so does opening
/// a named pipe. A thread of its own does both. What waits for it is kept in memory, and beyond 4 MiB
/// in a temporary file without a name, so that neither the run nor another report waits for a reader.
///
/// A class, since a report and the thread that writes share it.
package final class StreamWriter: Sendable {
  /// What waits: its octets, or where they are in the file.
  private enum Piece {
    case inMemory([UInt8])
    case inFile(offset: Int, count: Int)
  }

  private struct State {
    var descriptor: Int32?
    var failure: POSIX.Failure?
    var pieces: [Piece] = []
    /// How many of the pieces are written.
    var taken = 0
    var octetsInMemory = 0
    let file = SpillFile()
    /// What must be out of the way while something is written.
    var line: (any TransientLine)?
    /// Whether the queue is at it.
    var isWriting = false
    var isClosed = false
  }

  private static let limitInMemory = 4 << 20

  /// The one to standard output: what several reports print comes one behind the other.
  static let standardOutput = StreamWriter(descriptor: POSIX.standardOutput)

  private let queue = DispatchQueue(label: "accord.stream")
  private let state: Mutex<State>

  /// A writer to what is open already, and stays open.
  init(descriptor: Int32) { state = Mutex(State(descriptor: descriptor)) }

  /// A writer to a pipe or a device, which is opened when another thread comes to it.
  init(path: String) {
    state = Mutex(State())
    queue.async { [self] in
      let opened = Result { () throws(POSIX.Failure) in try POSIX.openForWriting(path) }
      state.withLock { state in
        switch opened {
        case .success(let descriptor): state.descriptor = descriptor
        case .failure(let failure): state.failure = failure
        }
      }
    }
  }

  /// Says what must be out of the way while something is written to standard output.
  package static func setAside(_ line: any TransientLine) {
    standardOutput.state.withLock { $0.line = line }
  }

  /// Hands octets over, and does not wait for them to be written.
  func write(_ octets: [UInt8]) {
    let mustStart = state.withLock { state in
      guard state.failure == nil, !octets.isEmpty else { return false }
      if state.octetsInMemory + octets.count > Self.limitInMemory,
        let offset = state.file.append(octets)
      {
        state.pieces.append(.inFile(offset: offset, count: octets.count))
      } else {
        // Without a file there is memory only: better than a report with holes.
        state.pieces.append(.inMemory(octets))
        state.octetsInMemory += octets.count
      }
      defer { state.isWriting = true }
      return !state.isWriting
    }
    if mustStart { queue.async { [self] in writeWaiting() } }
  }

  /// Ends what is written, when all of it is; the group is left then, however late that is.
  func close(_ group: DispatchGroup) {
    queue.async(group: group) { [self] in
      let descriptor = state.withLock { $0.descriptor }
      var failure: POSIX.Failure?
      if let descriptor, descriptor != POSIX.standardOutput {
        do throws(POSIX.Failure) { try POSIX.closeFile(descriptor) } catch { failure = error }
      }
      state.withLock { [failure] state in
        state.failure = state.failure ?? failure
        state.isClosed = true
      }
    }
  }

  /// The system's words for why not everything was written, or that nobody read it.
  var complaint: String? {
    state.withLock { $0.failure?.words ?? ($0.isClosed ? nil : "nobody read it") }
  }

  private func writeWaiting() {
    while let (octets, descriptor) = next() {
      let line = state.withLock { $0.line }
      line?.hide()
      do throws(POSIX.Failure) {
        try POSIX.writeAll(octets[...], to: descriptor)
      } catch {
        state.withLock { $0.failure = error }
      }
      line?.show()
    }
  }

  /// The next octets and where they go; `nil` where none wait, or none can be written.
  private func next() -> (octets: [UInt8], descriptor: Int32)? {
    state.withLock { state in
      guard state.failure == nil, let descriptor = state.descriptor,
        state.taken < state.pieces.count
      else {
        state.pieces = []
        state.taken = 0
        state.octetsInMemory = 0
        state.file.clear()
        state.isWriting = false
        return nil
      }
      defer { state.taken += 1 }
      switch state.pieces[state.taken] {
      case .inMemory(let octets):
        state.pieces[state.taken] = .inMemory([])
        state.octetsInMemory -= octets.count
        return (octets, descriptor)
      case .inFile(let offset, let count):
        guard let octets = state.file.read(at: offset, count: count) else {
          state.failure = POSIX.unreadable
          return ([], descriptor)
        }
        return (octets, descriptor)
      }
    }
  }
}
