/// Octets of a body as they come.
///
/// What is beyond the first half mebibyte goes into a file: many exchanges may be in flight, and each of
/// their bodies may be as large as a server likes.
struct BodyBuffer {
  /// How many octets a body may have that is kept in memory, and of a larger one that are.
  static let mostInMemory = 512 << 10

  /// How many octets there are.
  private(set) var count = 0

  private var first: [UInt8] = []
  private var rest: LargeBody?

  var isEmpty: Bool { count == 0 }

  /// Takes in octets; false without room for them.
  mutating func append(_ octets: UnsafeRawBufferPointer) -> Bool {
    if rest == nil, first.count + octets.count <= Self.mostInMemory {
      first.append(contentsOf: octets)
    } else {
      let large = rest ?? LargeBody()
      rest = large
      guard large.append(octets) else { return false }
    }
    count += octets.count
    return true
  }

  /// Gives away all octets: the first ones, and where they are not all, what holds the rest.
  mutating func take() -> (first: [UInt8], rest: LargeBody?) {
    defer { self = BodyBuffer() }
    return (first, rest)
  }
}
