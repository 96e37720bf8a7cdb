import Foundation
import Testing

/// The tables of an article of the module's documentation, which people read and tests hold the
/// code to.
enum DocumentationTable {
  /// The cells of all rows of an article's tables, without their headings.
  static func rows(of article: String) throws -> [[String]] {
    let root = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { path, _ in
      path.deletingLastPathComponent()
    }
    let file = root.appendingPathComponent("Sources/Documents/Documents.docc/\(article).md")
    var rows: [[String]] = []
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard line.hasPrefix("|") else { continue }
      // What stands before the line of hyphens is the heading.
      if cells.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0 == "-" } }) {
        rows.removeLast()
      } else {
        rows.append(cells)
      }
    }
    return rows
  }
}
