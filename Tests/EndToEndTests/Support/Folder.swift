import Foundation

/// A folder of a test's own, removed with its owner.
final class Folder {
  /// The working directory.
  let path: String
  private let root: URL
  private var count = 0

  init() throws {
    // Short, since the path of a Unix socket may have 100 octets.
    root = FileManager.default.temporaryDirectory
      .appendingPathComponent("accord-\(UUID().uuidString.prefix(8))", isDirectory: true)
    let work = root.appendingPathComponent("work", isDirectory: true)
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    path = work.path
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  func nextNumber() -> Int {
    count += 1
    return count
  }

  /// The path of a file in it.
  func file(_ name: String) -> String { "\(path)/\(name)" }

  func write(_ text: String, to name: String) throws {
    let url = URL(fileURLWithPath: file(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func read(_ name: String) -> String? {
    FileManager.default.contents(atPath: file(name)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The files in it.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  /// A file beside the working directory for what a program prints.
  func openLog(_ name: String) throws -> FileHandle {
    let url = root.appendingPathComponent(name)
    try Data().write(to: url)
    return try FileHandle(forWritingTo: url)
  }

  func log(_ name: String) -> String {
    let data = try? Data(contentsOf: root.appendingPathComponent(name))
    return String(decoding: data ?? Data(), as: UTF8.self)
  }
}
