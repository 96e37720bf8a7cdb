import AccordDocuments
import AccordEngine
import Foundation
import Testing

/// A program that reads reports with something that nobody here wrote.
///
/// `Tests/Reports/run` installs what the programs need from PyPI, and says in
/// `ACCORD_REPORT_READERS` which Python has it.
enum ForeignReader: String {
  case tap, ctrf, markdown, har, github

  static let python = ProcessInfo.processInfo.environment["ACCORD_REPORT_READERS"]
  static let isThere = python != nil
  static let absence: Comment = "ACCORD_REPORT_READERS names no Python: make test-reports does"

  /// What the reader says of reports that are made of events, as JSON: an array of one element each.
  func read(
    _ kind: ReportKind, _ runs: [[Event]], arguments: [String] = []
  ) throws -> [JSONNode] {
    let folder = try TemporaryFolder()
    for (number, events) in runs.enumerated() {
      try folder.write(rendered(kind, events), to: "\(number)")
    }
    let files = runs.indices.map { folder.file("\($0)") }
    let answer = try JSONDocument(parsing: run(arguments + files)).root
    let elements = Array(answer.elements)
    #expect(elements.count == runs.count)
    return elements
  }

  private func run(_ arguments: [String]) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.python))
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Reports/readers/\(rawValue)_reader.py").path
    process.arguments = [script] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "the \(rawValue) reader could not read a report")
    return Array(output)
  }
}

extension JSONNode {
  /// Follows names and positions; nil where one is not there.
  func at(_ steps: Any...) -> JSONNode? {
    var node: JSONNode? = self
    for step in steps {
      if let name = step as? String { node = node?.member(name) }
      if let position = step as? Int { node = node?.element(position) }
    }
    return node
  }
}
