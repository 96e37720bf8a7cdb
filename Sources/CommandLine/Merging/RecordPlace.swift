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
    guard mode & S_IFMT == S_IFDIR else { return path }
    let file = path.hasSuffix("/") ? "\(path)run.jsonl" : "\(path)/run.jsonl"
    guard Self.mode(file) != nil else { throw .noRecord(folder: path) }
    return file
  }

  private static func mode(_ path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode : nil
  }
}
