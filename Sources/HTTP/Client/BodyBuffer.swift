/// Octets of a body as they come, in pieces, so that a large one is never held twice.
///
/// An array that grows is copied into a larger one, and holds up to twice what it needs.
struct BodyBuffer {
  /// How many octets there are.
  private(set) var count = 0

  /// Pieces that are full.
  private var full: [[UInt8]] = []
  /// The piece that grows.
  private var last: [UInt8] = []

  private static let pieceSize = 1 << 20

  var isEmpty: Bool { count == 0 }

  mutating func append(_ octets: UnsafeRawBufferPointer) {
    if last.count + octets.count > Self.pieceSize, !last.isEmpty {
      full.append(last)
      last = []
      last.reserveCapacity(max(Self.pieceSize, octets.count))
    }
    last.append(contentsOf: octets)
    count += octets.count
  }

  /// Gives away all octets; each piece goes as soon as it is copied.
  mutating func take() -> [UInt8] {
    defer { self = BodyBuffer() }
    guard !full.isEmpty else { return last }
    full.append(last)
    last = []
    return [UInt8](unsafeUninitializedCapacity: count) { space, initialized in
      for index in full.indices {
        let piece = full[index]
        full[index] = []
        _ = UnsafeMutableBufferPointer(rebasing: space[initialized...]).initialize(from: piece)
        initialized += piece.count
      }
    }
  }
}
