#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file that is read in pieces, some of them twice.
///
/// A class, since it owns a descriptor that a scanner and a recording share.
final class ArchiveFile {
  let name: String
  let size: Int
  private let descriptor: Int32
  private let largestPart: Int

  /// Larger parts are not parsed: an entry with a body of 64 MiB, escaped at its worst, fits.
  static let largestPart = 1 << 30

  /// - Parameter largestPart: How many octets a part may have that is parsed as a whole.
  init(_ name: String, largestPart: Int = ArchiveFile.largestPart) throws(ArchiveError) {
    descriptor = open(name, O_RDONLY | O_CLOEXEC)
    self.name = name
    self.largestPart = largestPart
    var facts = stat()
    guard descriptor >= 0, fstat(descriptor, &facts) == 0 else {
      size = 0
      throw ArchiveError(.unreadable(Self.reason), in: name)
    }
    size = Int(facts.st_size)
    guard facts.st_mode & S_IFMT == S_IFREG else { throw ArchiveError(.notAFile, in: name) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The octets of a part that is parsed as a whole.
  ///
  /// - Parameters:
  ///   - member: What the part is, if it is no entry.
  ///   - entry: Which entry it is.
  /// - Throws: `ArchiveError`, also where it is larger than is read.
  func read(
    _ range: Range<Int>, member: String = "", entry: Int? = nil
  ) throws(ArchiveError) -> [UInt8] {
    guard range.count <= largestPart else {
      throw ArchiveError(.tooLarge(member, octets: range.count), in: name, entry: entry)
    }
    return try octets(in: range)
  }

  /// The octets of a range; fewer where the file has become shorter.
  func octets(in range: Range<Int>) throws(ArchiveError) -> [UInt8] {
    var octets = [UInt8](repeating: 0, count: range.count)
    var start = 0
    while start < octets.count {
      let count = octets[start...].withUnsafeMutableBytes { buffer in
        pread(descriptor, buffer.baseAddress, buffer.count, off_t(range.lowerBound + start))
      }
      if count == 0 { break }
      if count > 0 {
        start += count
      } else if errno != EINTR {
        throw ArchiveError(.unreadable(Self.reason), in: name)
      }
    }
    octets.removeLast(octets.count - start)
    return octets
  }

  private static var reason: String { String(cString: strerror(errno)) }
}
