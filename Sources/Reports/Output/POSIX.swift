#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The few calls of the system that reports need, with results as values.
enum POSIX {
  /// What a call failed with: the system's number and its words.
  struct Failure: Error {
    let number: Int32

    init(_ number: Int32 = errno) { self.number = number }

    var words: String { String(cString: strerror(number)) }
  }

  /// What the system says of a file.
  struct FileFacts {
    let isRegular: Bool
    let isFolder: Bool
    /// When its content changed last, in nanoseconds since 1970.
    let modified: Int64
    /// How many octets it has.
    let size: Int
  }

  /// What opening a folder for writing fails with.
  static var isFolder: Failure { Failure(EISDIR) }

  /// What reading back what was written fails with.
  static var unreadable: Failure { Failure(EIO) }

  /// The number of standard output.
  static let standardOutput: Int32 = 1

  static func facts(_ path: String) -> FileFacts? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return FileFacts(
      isRegular: status.st_mode & S_IFMT == S_IFREG,
      isFolder: status.st_mode & S_IFMT == S_IFDIR,
      modified: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec),
      size: Int(status.st_size))
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The path without links; `nil` where there is no such file.
  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Creates a file that is not there yet, with the permissions that the user's mask leaves.
  static func create(_ path: String) throws(Failure) -> Int32 {
    try checked(open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666))
  }

  /// Opens what is there to be written to.
  static func openForWriting(_ path: String) throws(Failure) -> Int32 {
    try checked(open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY))
  }

  /// Opens a file to be added to, and makes it where it is not there.
  static func openForAppending(_ path: String) throws(Failure) -> Int32 {
    try checked(open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOCTTY, 0o666))
  }

  /// A file without a name, for this process only.
  static func anonymousFile() throws(Failure) -> Int32 {
    let named = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    var folders = ["/var/tmp", "/tmp"]
    if !named.isEmpty { folders.insert(named, at: 0) }
    var reason = unreadable
    for folder in folders {
      var template = Array("\(folder)/accord-XXXXXX".utf8CString)
      do throws(Failure) {
        let descriptor = try checked(mkstemp(&template))
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        unlink(template)
        return descriptor
      } catch {
        reason = error
      }
    }
    throw reason
  }

  /// Creates a folder and those above it that are missing.
  static func createFolder(_ path: String) throws(Failure) {
    guard !path.isEmpty, !exists(path) else { return }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try createFolder(String(path[..<slash]))
    }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw Failure() }
  }

  static func writeAll(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) throws(Failure) {
    try writeAll(bytes) { write(descriptor, $0, $1) }
  }

  static func writeAll(
    _ bytes: ArraySlice<UInt8>, to descriptor: Int32, at offset: Int
  ) throws(Failure) {
    var place = off_t(offset)
    try writeAll(bytes) { pointer, count in
      let written = pwrite(descriptor, pointer, count, place)
      place += off_t(max(written, 0))
      return written
    }
  }

  private static func writeAll(
    _ bytes: ArraySlice<UInt8>, _ call: (UnsafeRawPointer, Int) -> Int
  ) throws(Failure) {
    let failure: Failure? = bytes.withUnsafeBytes { buffer in
      guard var place = buffer.baseAddress else { return nil }
      var left = buffer.count
      while left > 0 {
        let written = call(place, left)
        if written < 0 {
          // A descriptor that the caller set to be non-blocking is waited for.
          if errno == EINTR { continue }
          if errno == EAGAIN, waitUntilWritable() { continue }
          return Failure()
        }
        place += written
        left -= written
      }
      return nil
    }
    if let failure { throw failure }
  }

  private static func waitUntilWritable() -> Bool {
    usleep(1_000)
    return true
  }

  /// Reads as many octets at an offset as there are, at most `count`.
  static func read(
    _ descriptor: Int32, at offset: Int, count: Int
  ) throws(Failure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let got = bytes.withUnsafeMutableBytes { buffer in
        buffer.baseAddress.map { pread(descriptor, $0 + done, count - done, off_t(offset + done)) }
          ?? 0
      }
      if got < 0, errno == EINTR { continue }
      if got < 0 { throw Failure() }
      if got == 0 { break }
      done += got
    }
    bytes.removeLast(count - done)
    return bytes
  }

  /// The octets of a file, or `nil` where it cannot be read or has more than `limit`.
  static func contents(_ path: String, limit: Int) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard let bytes = try? read(descriptor, at: 0, count: limit + 1), bytes.count <= limit else {
      return nil
    }
    return bytes
  }

  static func truncate(_ descriptor: Int32) { _ = ftruncate(descriptor, 0) }

  static func closeFile(_ descriptor: Int32) throws(Failure) {
    guard close(descriptor) == 0 || errno == EINTR else { throw Failure() }
  }

  static func move(_ path: String, to target: String) throws(Failure) {
    guard rename(path, target) == 0 else { throw Failure() }
  }

  static func remove(_ path: String) { _ = unlink(path) }

  static var processID: Int32 { getpid() }

  private static func checked(_ descriptor: Int32) throws(Failure) -> Int32 {
    guard descriptor >= 0 else { throw Failure() }
    return descriptor
  }
}
