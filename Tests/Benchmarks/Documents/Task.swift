import AccordDocuments
import Foundation

/// What can be measured, with the paths of the files that it is measured on.
enum Task {
  case parseJSON(String, JSONLimits)
  /// Parses and takes out every string and number, as parsers do that build a tree.
  case readJSON(String)
  case parseJSONWithFoundation(String)
  case validate(schema: String, String)
  case selectJSON(path: String, String)
  case parseXML(String)
  case selectXML(path: String, String)

  init(_ words: ArraySlice<String>) throws {
    let words = Array(words)
    self =
      switch (words.first, words.count) {
      case ("parse-json", 2): .parseJSON(words[1], .standard)
      case ("parse-json-of-any-depth", 2): .parseJSON(words[1], .anyDepth)
      case ("read-json", 2): .readJSON(words[1])
      case ("parse-json-foundation", 2): .parseJSONWithFoundation(words[1])
      case ("validate", 3): .validate(schema: words[1], words[2])
      case ("json-path", 3): .selectJSON(path: words[1], words[2])
      case ("parse-xml", 2): .parseXML(words[1])
      case ("xpath", 3): .selectXML(path: words[1], words[2])
      default: throw Failure.unknown
      }
  }

  /// What one call is; the files are read, and what is compiled once is compiled.
  func prepared() throws -> () throws -> Int {
    switch self {
    case .parseJSON(let file, let limits):
      let bytes = try Self.bytes(of: file)
      return { try JSONDocument(parsing: bytes, limits: limits).root.count }
    case .readJSON(let file):
      let bytes = try Self.bytes(of: file)
      return { readEverything(in: try JSONDocument(parsing: bytes).root) }
    case .parseJSONWithFoundation(let file):
      let data = Data(try Self.bytes(of: file))
      return { (try JSONSerialization.jsonObject(with: data) as? [Any])?.count ?? 0 }
    case .validate(let schemaFile, let file):
      let bytes = try Self.bytes(of: file)
      let schema = try JSONSchema(compiling: JSONDocument(parsing: Self.bytes(of: schemaFile)))
      return { schema.accepts(try JSONDocument(parsing: bytes).root) ? 1 : -1 }
    case .selectJSON(let text, let file):
      let document = try JSONDocument(parsing: Self.bytes(of: file))
      let path = try JSONPath(text)
      return { try path.select(from: document.root).count }
    case .parseXML(let file):
      let bytes = try Self.bytes(of: file)
      return {
        // Nothing of a tree but its being there is looked at: libxml2 has done the work.
        _ = try XMLTree(parsing: bytes)
        return 1
      }
    case .selectXML(let text, let file):
      let bytes = try Self.bytes(of: file)
      let document = SharedTree(try XMLTree(parsing: bytes))
      let path = try XPath(text)
      return { try path.evaluate(on: document.tree).nodes?.count ?? 0 }
    }
  }

  /// Reads a file at once into the array that is parsed: a second copy would count as memory.
  private static func bytes(of path: String) throws -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw Failure.unreadable(path) }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    let size = ftell(file)
    rewind(file)
    return [UInt8](unsafeUninitializedCapacity: max(size, 0)) { buffer, count in
      count = fread(buffer.baseAddress, 1, buffer.count, file)
    }
  }
}

/// A document that a closure can hold on to: a value that cannot be copied is not captured by one
/// that may be called again.
private final class SharedTree {
  let tree: XMLTree

  init(_ tree: consuming XMLTree) { self.tree = tree }
}
