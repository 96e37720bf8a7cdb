#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Where a file is or will be, whatever path leads there: through links, `.` and `..`, in a folder that is
/// not there yet.
struct FilePlace: Hashable {
  private let path: String

  /// - Parameter written: The path as it was given. What is there and is no regular file, such as a pipe
  ///   or a terminal, is only the same where the path is.
  init(_ written: String) {
    var status = stat()
    guard stat(written, &status) != 0 || status.st_mode & S_IFMT == S_IFREG else {
      path = written
      return
    }
    var there = written[...]
    var missing: [Substring] = []
    while true {
      if let real = Self.realPath(there.isEmpty ? "." : String(there)) {
        path = Self.joined(real, missing.reversed())
        return
      }
      let end = there.lastIndex { $0 != "/" }
      guard let end else {
        path = written
        return
      }
      let parts = there[...end]
      let slash = parts.lastIndex(of: "/")
      missing.append(slash.map { parts[parts.index(after: $0)...] } ?? parts)
      there = slash.map { parts[...$0] } ?? ""
    }
  }

  /// What follows what is there; nothing of it is a link.
  private static func joined(_ real: String, _ missing: [Substring]) -> String {
    var parts = real.split(separator: "/")
    for part in missing {
      switch part {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return "/" + parts.joined(separator: "/")
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
