#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Octets of a body as they come, so that a large one is never held twice.
///
/// An array that grows is copied into a larger one, and holds up to twice what it needs.
struct BodyBuffer {
  /// How many octets there are.
  private(set) var count = 0

  /// The first octets, which for most bodies are all.
  private var first: [UInt8] = []
  private var pieces: [Piece] = []

  private static let mostOfFirst = 1 << 20

  var isEmpty: Bool { count == 0 }

  /// Takes in octets; false without memory.
  mutating func append(_ octets: UnsafeRawBufferPointer) -> Bool {
    if pieces.isEmpty, first.count + octets.count <= Self.mostOfFirst {
      first.append(contentsOf: octets)
      count += octets.count
      return true
    }
    var rest = octets[...]
    while !rest.isEmpty {
      if pieces.last.map(\.isFull) ?? true {
        guard let piece = Piece() else { return false }
        pieces.append(piece)
      }
      let taken = pieces[pieces.count - 1].append(UnsafeRawBufferPointer(rebasing: rest))
      rest = rest.dropFirst(taken)
      count += taken
    }
    return true
  }

  /// Gives away all octets; each piece goes as soon as it is copied.
  mutating func take() -> [UInt8] {
    defer { self = BodyBuffer() }
    guard !pieces.isEmpty else { return first }
    pieces.reverse()
    return [UInt8](unsafeUninitializedCapacity: count) { space, initialized in
      let raw = UnsafeMutableRawBufferPointer(space)
      first.withUnsafeBytes { raw.copyMemory(from: $0) }
      initialized = first.count
      while let piece = pieces.popLast() {
        UnsafeMutableRawBufferPointer(rebasing: raw[initialized...]).copyMemory(from: piece.filled)
        initialized += piece.filled.count
      }
    }
  }
}

/// Memory from the system, which goes back to it at once; what `malloc` frees, it may keep.
///
/// A class, since the memory has one owner and its end.
private final class Piece {
  private static let size = 4 << 20

  private let start: UnsafeMutableRawPointer
  private var count = 0

  init?() {
    let start = mmap(nil, Self.size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0)
    guard let start, start != MAP_FAILED else { return nil }
    self.start = start
  }

  deinit { munmap(start, Self.size) }

  var isFull: Bool { count == Self.size }

  var filled: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: count) }

  /// Takes in as many octets as there is room for, and says how many.
  func append(_ octets: UnsafeRawBufferPointer) -> Int {
    let taken = min(octets.count, Self.size - count)
    if let source = octets.baseAddress {
      (start + count).copyMemory(from: source, byteCount: taken)
    }
    count += taken
    return taken
  }
}
