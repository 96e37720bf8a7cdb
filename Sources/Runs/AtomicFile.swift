#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Writes a file whole or not at all: beside its place, and moved there.
enum AtomicFile {
  /// What the system said.
  struct Failure: Error {
    let words: String

    init() { words = String(cString: strerror(errno)) }
  }

  static func write(_ octets: [UInt8], to path: String) throws(Failure) {
    // What is a link stays one.
    let place = realpath(path, nil).map { resolved in
      defer { free(resolved) }
      return String(cString: resolved)
    }
    let target = place ?? path
    let temporary = "\(target).\(getpid()).new"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Failure() }
    do throws(Failure) {
      defer { close(descriptor) }
      try writeAll(octets, to: descriptor)
      guard fsync(descriptor) == 0 || errno == EINVAL else { throw Failure() }
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, target) == 0 else {
      let failure = Failure()
      unlink(temporary)
      throw failure
    }
  }

  private static func writeAll(_ octets: [UInt8], to descriptor: Int32) throws(Failure) {
    var rest = octets[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        guard errno == EINTR else { throw Failure() }
      } else {
        rest = rest.dropFirst(count)
      }
    }
  }
}

/// The system's call, which a method's name would hide.
private func systemWrite(
  _ descriptor: Int32, _ memory: UnsafeRawPointer?, _ count: Int
) -> Int {
  write(descriptor, memory, count)
}
