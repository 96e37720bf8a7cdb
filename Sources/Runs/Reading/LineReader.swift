#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Reads a file line by line: never more of it is held than a line and what was read with it.
struct LineReader: ~Copyable {
  /// What stopped reading.
  enum Failure: Error, Equatable {
    case system(String)
    case lineTooLong(limit: Int)
  }

  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var place = 0
  private var isAtEnd = false
  /// Whether the last line that was given ended with a line feed.
  private(set) var lineWasWhole = true

  private static let portion = 256 << 10
  /// No line of ours comes near: a body's shape, the largest part of one, is bounded.
  static let longestLine = 16 << 20

  private let limit: Int

  init(path: String, limit: Int = longestLine) throws(Failure) {
    self.limit = limit
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw .system(Self.words(errno)) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The next line without its line feed; `nil` after the last.
  mutating func next() throws(Failure) -> [UInt8]? {
    var searched = place
    while true {
      if let end = lineFeed(from: searched) {
        defer { place = end + 1 }
        lineWasWhole = true
        return Array(buffer[place..<end])
      }
      guard buffer.count - place <= limit else { throw .lineTooLong(limit: limit) }
      guard !isAtEnd else {
        guard place < buffer.count else { return nil }
        defer { place = buffer.count }
        lineWasWhole = false
        return Array(buffer[place...])
      }
      buffer.removeFirst(place)
      place = 0
      searched = buffer.count
      try fill()
    }
  }

  /// Where the next line feed is; memchr(3), since every octet of a file comes by here.
  private func lineFeed(from start: Int) -> Int? {
    buffer.withUnsafeBytes { octets in
      guard start < octets.count, let base = octets.baseAddress,
        let found = memchr(base + start, 0x0A, octets.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  private mutating func fill() throws(Failure) {
    var number: Int32 = 0
    let portion = [UInt8](unsafeUninitializedCapacity: Self.portion) { room, count in
      var got = read(descriptor, room.baseAddress, room.count)
      while got < 0, errno == EINTR { got = read(descriptor, room.baseAddress, room.count) }
      if got < 0 { number = errno }
      count = max(got, 0)
    }
    guard number == 0 else { throw .system(Self.words(number)) }
    isAtEnd = portion.isEmpty
    buffer += portion
  }

  private static func words(_ number: Int32) -> String { String(cString: strerror(number)) }
}
