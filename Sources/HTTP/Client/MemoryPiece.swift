#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Memory from the system, which goes back to it at once; what `malloc` frees, it may keep.
///
/// A class, since the memory has one owner and its end.
final class MemoryPiece {
  private static let size = 4 << 20

  private let start: UnsafeMutableRawPointer
  private var count = 0

  /// A piece; nil without memory.
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
