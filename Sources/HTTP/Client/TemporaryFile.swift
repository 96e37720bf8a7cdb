#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An anonymous file that grows at its end and is read from its beginning.
///
/// A class, since the descriptor has one owner and its end.
final class TemporaryFile {
  private let descriptor: Int32

  /// How many octets were appended.
  private(set) var count = 0

  /// Nil where no file can be made.
  init?() {
    guard let descriptor = AnonymousFile.open() else { return nil }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Appends all of the octets; false, and nothing is appended, where that is impossible.
  func append(_ octets: UnsafeRawBufferPointer) -> Bool {
    var done = 0
    while done < octets.count, let start = octets.baseAddress {
      let written = pwrite(descriptor, start + done, octets.count - done, off_t(count + done))
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return false }
      done += written
    }
    count += octets.count
    return true
  }

  /// Reads from the beginning until the space is full; false where that is impossible.
  func read(into space: UnsafeMutableRawBufferPointer) -> Bool {
    var done = 0
    while done < space.count, let start = space.baseAddress {
      let got = pread(descriptor, start + done, space.count - done, off_t(done))
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { return false }
      done += got
    }
    return true
  }
}
