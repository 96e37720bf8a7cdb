#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file without a name, which nobody else can open and which is gone with its owner, however the
/// process ends.
///
/// A class, since the descriptor has one owner and its end.
final class TemporaryFile {
  private let descriptor: Int32

  /// How many octets were appended.
  private(set) var count = 0

  /// A file in the folder of `TMPDIR`; else, since `/tmp` may be memory, in `/var/tmp` if there is
  /// one; nil where none can be made.
  init?() {
    let named = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    var folders = ["/var/tmp", "/tmp"]
    if !named.isEmpty { folders.insert(named, at: 0) }
    for folder in folders {
      var template = Array("\(folder)/accord-XXXXXX".utf8CString)
      let descriptor = mkstemp(&template)
      guard descriptor >= 0 else { continue }
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      unlink(template)
      self.descriptor = descriptor
      return
    }
    return nil
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
