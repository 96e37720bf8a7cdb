/// What is beyond the first octets of a large body: in a file, and where that takes no more (a full
/// disk, a machine without a place for such files) in memory, since a verdict is due all the same.
///
/// A class, since the file and the memory have one owner and its end.
final class LargeBody {
  private let file = TemporaryFile()
  /// What is not written yet: octets may come one by one.
  private var unwritten: [UInt8] = []
  private var pieces: [MemoryPiece] = []
  private var countInMemory = 0

  private static let mostUnwritten = 64 << 10

  /// Takes in octets; false without room for them.
  func append(_ octets: UnsafeRawBufferPointer) -> Bool {
    if unwritten.isEmpty { unwritten.reserveCapacity(Self.mostUnwritten) }
    unwritten.append(contentsOf: octets)
    return unwritten.count < Self.mostUnwritten || write()
  }

  private func write() -> Bool {
    defer { unwritten.removeAll(keepingCapacity: true) }
    return unwritten.withUnsafeBytes { octets in
      if pieces.isEmpty, let file, file.append(octets) { return true }
      return keep(octets)
    }
  }

  private func keep(_ octets: UnsafeRawBufferPointer) -> Bool {
    var rest = octets[...]
    while !rest.isEmpty {
      if pieces.last.map(\.isFull) ?? true {
        guard let piece = MemoryPiece() else { return false }
        pieces.append(piece)
      }
      let taken = pieces[pieces.count - 1].append(UnsafeRawBufferPointer(rebasing: rest))
      rest = rest.dropFirst(taken)
      countInMemory += taken
    }
    return true
  }

  /// Gives away all octets behind the first ones; nil where there is no room for the last ones, or the
  /// file cannot be read.
  func take(after first: [UInt8]) -> [UInt8]? {
    guard unwritten.isEmpty || write() else { return nil }
    let countInFile = file?.count ?? 0
    let count = first.count + countInFile + countInMemory
    var isRead = true
    let octets = [UInt8](unsafeUninitializedCapacity: count) { space, initialized in
      let raw = UnsafeMutableRawBufferPointer(space)
      first.withUnsafeBytes { raw.copyMemory(from: $0) }
      initialized = first.count
      let place = UnsafeMutableRawBufferPointer(rebasing: raw[initialized...].prefix(countInFile))
      if let file, !file.read(into: place) {
        isRead = false
        return
      }
      initialized += countInFile
      pieces.reverse()
      // Each piece goes as soon as it is copied.
      while let piece = pieces.popLast() {
        withExtendedLifetime(piece) {
          let filled = piece.filled
          UnsafeMutableRawBufferPointer(rebasing: raw[initialized...]).copyMemory(from: filled)
          initialized += filled.count
        }
      }
      countInMemory = 0
    }
    return isRead ? octets : nil
  }
}
