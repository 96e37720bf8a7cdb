#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Where a shard left the record of its run.
enum RecordPlace {
  /// The path of the record: that of a file itself, in a folder that of `run.jsonl`.
  static func find(_ path: String) throws(MergeProblem) -> String {
    guard let mode = mode(path) else { throw .nothingThere(path: path) }
    guard mode & S_IFMT == S_IFDIR else {
      // It is read twice.
      guard mode & S_IFMT == S_IFREG else { throw .notAFile(path: path) }
      return path
    }
    let file = path.hasSuffix("/") ? "\(path)run.jsonl" : "\(path)/run.jsonl"
    guard Self.mode(file) != nil else { throw .noRecord(folder: path) }
    return file
  }

  /// The files in the folder of a record whose names are those of archives, sorted.
  static func archives(beside record: String) -> [String] {
    let parent = record.lastIndex(of: "/").map { String(record[...$0]) } ?? ""
    guard let folder = opendir(parent.isEmpty ? "." : parent) else { return [] }
    defer { closedir(folder) }
    var paths: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { octets in
        String(decoding: octets.prefix { $0 != 0 }, as: UTF8.self)
      }
      // What is half written has a name that begins with a dot.
      guard name.hasSuffix(".har"), !name.hasPrefix("."),
        let mode = mode(parent + name), mode & S_IFMT == S_IFREG
      else { continue }
      paths.append(parent + name)
    }
    return paths.sorted()
  }

  private static func mode(_ path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode : nil
  }
}
