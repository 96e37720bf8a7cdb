import Foundation
import Testing

/// The folder with the official test suites, which are not part of this repository.
enum Suites {
  static let folder = ProcessInfo.processInfo.environment["ACCORD_SUITES"]
    .map { URL(fileURLWithPath: $0, isDirectory: true) }

  static let isAvailable = folder != nil

  static let explanation: Comment =
    "the environment variable ACCORD_SUITES names no folder with the official suites"

  /// Whether the suites have a folder; where there are none, as if each were there, so that tests
  /// of folders are reported as skipped.
  static func hasFolder(_ path: String) -> Bool {
    guard let folder else { return true }
    return FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path)
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    let folder = try #require(folder, explanation)
    return Array(try Data(contentsOf: folder.appendingPathComponent(path)))
  }

  static func files(_ path: String) throws -> [String] {
    let folder = try #require(folder, explanation)
    return try FileManager.default
      .contentsOfDirectory(atPath: folder.appendingPathComponent(path).path).sorted()
  }
}
