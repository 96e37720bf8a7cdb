import Foundation
import Testing

/// One run of a case's program.
struct CaseRun {
  /// What was seen, with what must differ replaced.
  struct Seen {
    var output: String
    var errors: String
    var report: String?
    var written: [String: String]
    var exitCode: Int32
  }

  private let test: CaseFolder

  init(_ test: CaseFolder) { self.test = test }

  func perform() throws -> Seen {
    let text = try #require(test.arguments, "the case \(test.name) has no run/arguments")
    let folder = try Folder()
    for file in test.files {
      try FileManager.default.copyItem(
        atPath: file.path, toPath: folder.file(file.lastPathComponent))
    }
    let server = try CaseServer(for: test, in: folder)
    let command = CommandWords(server.filled(text))
    var environment = command.environment
    environment["ACCORD_CASE"] = test.contract
    let program = try Program(
      Program.path("cases"), command.arguments, environment: environment, in: folder)
    let result = program.result()
    let normalizer = Normalizer(
      places: server.places, folder: folder, keepsSeed: command.arguments.contains("--shuffle"))

    var report: String?
    if let xml = folder.read("junit.xml") {
      let document = try JUnitDocument(parsing: xml)
      #expect(document.discrepancies == [])
      report = normalizer.normalized(document.canonical)
    }
    var written: [String: String] = [:]
    // A page is looked at in parts only.
    for name in test.written + ["report.html"] {
      written[name] = folder.read(name).map(normalizer.normalized)
    }
    return Seen(
      output: normalizer.normalized(result.output), errors: normalizer.normalized(result.errors),
      report: report, written: written, exitCode: result.exitCode)
  }
}
