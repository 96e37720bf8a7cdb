import AccordDocuments
import Testing

/// The official JSON Schema test suite: for each draft a folder with files of schemas, each with
/// values and what a validator has to say about them.
///
/// Whatever files the folders hold are run.
enum SchemaSuite {
  /// Where the suite's documents say that they come from.
  static let origin = "http://localhost:1234/"

  /// The folders of drafts, by their names.
  static let folders: [(name: String, draft: SchemaDraft)] = [
    ("draft4", .draft4), ("draft6", .draft6), ("draft7", .draft7), ("draft2019-09", .draft2019),
    ("draft2020-12", .draft2020),
  ]

  /// The names of the folders that there are.
  static let names = folders.map(\.name).filter { Suites.hasFolder("json-schema/tests/\($0)") }

  /// All documents that references of the suite lead to.
  static func remotes() throws -> SchemaResources {
    var resources = SchemaResources()
    for path in try Suites.filesInside("json-schema/remotes") where path.hasSuffix(".json") {
      let bytes = try Suites.bytes("json-schema/remotes/\(path)")
      resources.add(try JSONDocument(parsing: bytes), from: origin + path)
    }
    return resources
  }

  /// The files of cases in a folder of the suite, without those in folders inside of it; none if
  /// there is no such folder.
  static func files(in folder: String) throws -> [String] {
    guard Suites.hasFolder("json-schema/tests/\(folder)") else { return [] }
    return try Suites.files("json-schema/tests/\(folder)").filter { $0.hasSuffix(".json") }
  }

  /// What came of a file's cases.
  struct Outcome {
    var passed = 0
    var total = 0
    /// What the cases that did not pass say about themselves.
    var failures: [String] = []

    static func += (left: inout Outcome, right: Outcome) {
      left.passed += right.passed
      left.total += right.total
      left.failures += right.failures
    }
  }

  /// Runs a file's cases, each both ways: with a verdict only, and with all violations.
  static func run(
    _ path: String, draft: SchemaDraft, formats: SchemaOptions.Formats,
    resources: SchemaResources
  ) throws -> Outcome {
    let bytes = try Suites.bytes("json-schema/tests/\(path)")
    let file = try JSONDocument(parsing: bytes, limits: .standard)
    var outcome = Outcome()
    for group in file.root.elements {
      let title = "\(path): \(group.member("description")?.string ?? "")"
      let node = try #require(group.member("schema"))
      let tests = try #require(group.member("tests")).elements
      outcome.total += tests.count
      let schema: JSONSchema
      do {
        schema = try JSONSchema(
          compiling: try JSONDocument(parsing: node.sourceText), resources: resources,
          options: SchemaOptions(defaultDraft: draft, formats: formats))
      } catch {
        outcome.failures.append("\(title): \(error)")
        continue
      }
      for test in tests {
        let value = try #require(test.member("data"))
        let isValid = try #require(test.member("valid")?.boolean as Bool?)
        let violations = schema.validate(value)
        if schema.accepts(value) == isValid, violations.isEmpty == isValid {
          outcome.passed += 1
        } else {
          let name = test.member("description")?.string ?? ""
          outcome.failures.append("\(title): \(name): \(violations.map(\.description))")
        }
      }
    }
    return outcome
  }
}
