internal import AccordDocuments

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What the official suites have to begin with; whatever files their folders hold are taken.
struct SuiteSeeds {
  /// The folder with the suites; nil if there is none.
  let suites: String?

  /// Longer ones would only be cut.
  private static let longest = 2_048

  /// Writes a target's seeds, one a file.
  ///
  /// - Throws: That a file cannot be read or written, or is not JSON.
  func write(for target: FuzzTarget, to folder: String) throws {
    let seeds = try seeds(for: target).filter { $0.count <= Self.longest }
    for (number, seed) in seeds.enumerated() {
      try Data(seed).write(to: URL(filePath: "\(folder)/suite-\(number)"))
    }
  }

  private func seeds(for target: FuzzTarget) throws -> [[UInt8]] {
    switch target {
    case .json: try files(in: "json-parsing/test_parsing").map { try bytes($0) }
    case .jsonPointer: []
    case .jsonPath: try paths()
    case .jsonSchema: try schemas().map { Self.joined($0.schema.compactText, $0.value) }
    case .pattern: try patterns()
    case .uriTemplate: try templates()
    case .xml, .xmlSchema: try files(in: "junit-xsd", endingIn: ".xsd").map { try bytes($0) }
    }
  }

  private func paths() throws -> [[UInt8]] {
    try files(in: "json-path", endingIn: ".json").flatMap { path in
      let tests = try json(path).member("tests")?.elements.map(\.self) ?? []
      return tests.map {
        Self.joined($0.member("selector")?.string ?? "", $0.member("document")?.compactText ?? "")
      }
    }
  }

  private func templates() throws -> [[UInt8]] {
    try files(in: "uri-template", endingIn: ".json").flatMap { path in
      let groups = try json(path).members.map(\.value)
      return groups.flatMap { $0.member("testcases")?.elements.map(\.self) ?? [] }
        .compactMap { $0.element(0)?.string.map { Array($0.utf8) } }
    }
  }

  /// Each schema of the suite with its first value.
  private func schemas() throws -> [(schema: JSONNode, value: String)] {
    try files(in: "json-schema/tests", endingIn: ".json").flatMap { path in
      try json(path).elements.compactMap { group in
        guard let schema = group.member("schema") else { return nil }
        let value = group.member("tests")?.element(0)?.member("data")?.compactText ?? ""
        return (schema, value)
      }
    }
  }

  private func patterns() throws -> [[UInt8]] {
    try schemas().compactMap { schema, value in
      schema.member("pattern")?.string.map { Self.joined($0, value) }
    }
  }

  private static func joined(_ first: String, _ second: String) -> [UInt8] {
    first.utf8 + FuzzInput.separator + second.utf8
  }

  /// The paths of all files in a folder of the suites and in those inside of it.
  private func files(in folder: String, endingIn ending: String = "") throws -> [String] {
    guard let suites, FileManager.default.fileExists(atPath: "\(suites)/\(folder)") else {
      return []
    }
    return try FileManager.default.subpathsOfDirectory(atPath: "\(suites)/\(folder)").sorted()
      .filter { $0.hasSuffix(ending) }.map { "\(suites)/\(folder)/\($0)" }
      .filter { path in
        var isFolder = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder
      }
  }

  private func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path)))
  }

  private func json(_ path: String) throws -> JSONNode {
    try JSONDocument(parsing: try bytes(path)).root
  }
}
