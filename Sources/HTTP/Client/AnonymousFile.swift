#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file without a name, which nobody else can open and which is gone with its owner, however the
/// process ends.
package enum AnonymousFile {
  /// Makes one in the folder of `TMPDIR`; else, since `/tmp` may be memory, in `/var/tmp` if there is
  /// one.
  ///
  /// - Returns: A descriptor for reading and writing, which belongs to the caller; nil where no file
  ///   can be made: `errno` tells why.
  package static func open() -> Int32? {
    let named = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    var folders = ["/var/tmp", "/tmp"]
    if !named.isEmpty { folders.insert(named, at: 0) }
    for folder in folders {
      var template = Array("\(folder)/accord-XXXXXX".utf8CString)
      let descriptor = mkstemp(&template)
      guard descriptor >= 0 else { continue }
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      unlink(template)
      return descriptor
    }
    return nil
  }
}
