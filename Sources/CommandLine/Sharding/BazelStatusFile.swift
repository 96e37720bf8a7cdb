#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The file whose date tells Bazel that a test knows of shards.
enum BazelStatusFile {
  /// Makes the file, or gives it the present date.
  static func touch(_ path: String) throws(ShardProblem) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOCTTY, 0o666)
    guard descriptor >= 0 else {
      throw .statusFile(path, reason: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    guard futimens(descriptor, nil) == 0 else {
      throw .statusFile(path, reason: String(cString: strerror(errno)))
    }
  }
}
