internal import AccordDocuments

/// What may have been meant by a path that is none.
enum PathMistake {
  /// The path stands behind a file.
  case order(path: String, file: String)
  /// It looks like an XPath.
  case xpath(String)
  /// Only the beginning is missing; what it would be with it.
  case root(String)
  /// A shell has replaced `$name` or `$[0]`, as it does in double quotes.
  case shell

  init?(_ text: String, files: [String]) {
    if text.hasPrefix("$") { return nil }
    if let path = files.first, path.hasPrefix("$") {
      self = .order(path: path, file: text)
    } else if text.hasPrefix("/") {
      self = .xpath(text)
    } else if text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) {
      self = .shell
    } else if let path = ["$\(text)", "$.\(text)"].first(where: Self.isPath) {
      self = .root(path)
    } else {
      return nil
    }
  }

  private static func isPath(_ text: String) -> Bool { (try? JSONPath(text)) != nil }
}
