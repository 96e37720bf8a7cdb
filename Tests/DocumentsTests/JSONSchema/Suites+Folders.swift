import Foundation
import Testing

// Apart from what imports the module under test: together with libxml2's headers, those of
// Foundation's ICU do not compile.
extension Suites {
  /// The paths of all files in a folder and in those inside of it, beginning after the folder.
  static func filesInside(_ path: String) throws -> [String] {
    let folder = try #require(folder, explanation).appendingPathComponent(path)
    let entries = try #require(FileManager.default.enumerator(atPath: folder.path))
    return entries.compactMap { $0 as? String }.sorted()
  }
}
