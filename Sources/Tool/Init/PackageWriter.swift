#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Writes files below a folder: all of them, or none.
struct PackageWriter {
  private let root: String
  /// What was made so far and goes again where a later file cannot be written.
  private var madeFolders: [String] = []
  private var madeFiles: [String] = []

  /// - Parameter folder: As it was written on the command line; it need not be there.
  init(folder: String) { root = folder.isEmpty ? "." : folder }

  /// - Throws: `InitProblem` where a file is in the way or one cannot be written; then nothing was.
  mutating func write(_ files: [NewFile]) throws(InitProblem) {
    let obstacles = obstacles(to: files)
    guard obstacles.isEmpty else { throw .filesInTheWay(obstacles) }
    do throws(InitProblem) {
      try makeFolder(root)
      for file in files { try write(file) }
    } catch {
      for path in madeFiles.reversed() { unlink(path) }
      for path in madeFolders.reversed() { rmdir(path) }
      throw error
    }
  }

  /// What is there and would be overwritten, or is no folder where one is needed.
  private func obstacles(to files: [NewFile]) -> [String] {
    var obstacles: [String] = []
    for file in files {
      var parts = file.path.split(separator: "/")[...]
      if Self.exists(path(of: file.path)) {
        obstacles.append(file.path)
        continue
      }
      while parts.popLast() != nil, !parts.isEmpty {
        let parent = parts.joined(separator: "/")
        if Self.exists(path(of: parent)), !Self.isFolder(path(of: parent)),
          !obstacles.contains(parent)
        {
          obstacles.append(parent)
        }
      }
    }
    return obstacles
  }

  private func path(of name: String) -> String { "\(root)/\(name)" }

  private mutating func write(_ file: NewFile) throws(InitProblem) {
    let path = path(of: file.path)
    if let slash = path.lastIndex(of: "/") { try makeFolder(String(path[..<slash])) }
    // A file that came meanwhile is not overwritten either.
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.unwritable(file.path, errno) }
    madeFiles.append(path)
    let octets = Array(file.text.utf8)
    var start = 0
    while start < octets.count {
      let count = octets[start...].withUnsafeBytes { systemWrite(descriptor, $0) }
      if count >= 0 {
        start += count
      } else if errno != EINTR {
        let number = errno
        close(descriptor)
        throw Self.unwritable(file.path, number)
      }
    }
    // Some file systems tell only now that there is no room.
    guard close(descriptor) == 0 else { throw Self.unwritable(file.path, errno) }
  }

  /// Makes a folder with those above it.
  private mutating func makeFolder(_ path: String) throws(InitProblem) {
    guard !path.isEmpty, !Self.isFolder(path) else { return }
    if let slash = path.lastIndex(of: "/") { try makeFolder(String(path[..<slash])) }
    guard mkdir(path, 0o755) != 0 else { return madeFolders.append(path) }
    let number = errno
    // As with `a//b` and `a/.`, and where somebody else made it meanwhile.
    guard !Self.isFolder(path) else { return }
    throw Self.unwritable(path, number == EEXIST ? ENOTDIR : number)
  }

  private static func exists(_ path: String) -> Bool {
    var facts = stat()
    return lstat(path, &facts) == 0
  }

  private static func isFolder(_ path: String) -> Bool {
    var facts = stat()
    return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
  }

  private static func unwritable(_ name: String, _ number: Int32) -> InitProblem {
    .unwritable(name, reason: String(cString: strerror(number)))
  }
}

/// The system's call, which a method's name would hide.
private func systemWrite(_ descriptor: Int32, _ octets: UnsafeRawBufferPointer) -> Int {
  write(descriptor, octets.baseAddress, octets.count)
}
