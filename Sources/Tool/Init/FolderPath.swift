#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The absolute path of a folder, which need not be there, with no link in what is.
struct FolderPath: Equatable {
  /// Its parts from the root.
  let parts: [String]

  /// - Parameter written: The path as it was given, relative to the working directory.
  init(_ written: String) {
    var there = written.isEmpty ? "." : written
    var missing: [String] = []
    while true {
      if let real = Self.realPath(there) {
        parts = real.split(separator: "/").map(String.init) + missing.reversed()
        return
      }
      let pieces = there.split(separator: "/")
      guard let last = pieces.last else {
        // Not even the root can be looked at.
        parts = missing.reversed()
        return
      }
      missing.append(String(last))
      let rest = pieces.dropLast().joined(separator: "/")
      there = there.hasPrefix("/") ? "/\(rest)" : rest.isEmpty ? "." : rest
    }
  }

  var text: String { "/" + parts.joined(separator: "/") }

  /// What the folder itself is called; empty for the root.
  var lastName: String { parts.last ?? "" }

  /// Whether there is a file of this name in it.
  func holds(_ name: String) -> Bool { access("\(text)/\(name)", R_OK) == 0 }

  /// The way here from another folder: `../accord`.
  func relative(to other: FolderPath) -> String {
    let common = zip(parts, other.parts).prefix { $0 == $1 }.count
    let way =
      Array(repeating: "..", count: other.parts.count - common) + parts.dropFirst(common)
    return way.isEmpty ? "." : way.joined(separator: "/")
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
