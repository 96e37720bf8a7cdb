#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The folders that are not there yet and that writing some files makes.
struct NewFolders {
  /// The deepest first.
  private let paths: [String]

  init(for files: [String]) {
    var paths: Set<String> = []
    for file in files {
      var path = file[...]
      while let slash = path.lastIndex(of: "/"), slash > path.startIndex {
        path = path[..<slash]
        guard access(String(path), F_OK) != 0 else { break }
        paths.insert(String(path))
      }
    }
    self.paths = paths.sorted { $0.utf8.count > $1.utf8.count }
  }

  /// Removes those that were made and are empty.
  func remove() {
    for path in paths { rmdir(path) }
  }
}
