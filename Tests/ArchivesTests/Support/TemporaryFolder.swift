import Foundation

/// A folder of a test's own, removed with its owner.
final class TemporaryFolder {
  private let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("accord-archives-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  func write(_ octets: [UInt8], to name: String) throws {
    try Data(octets).write(to: URL(fileURLWithPath: file(name)))
  }
}
