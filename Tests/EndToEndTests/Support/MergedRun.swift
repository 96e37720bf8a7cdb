import Foundation
import Testing

/// A contract that is run as a whole, and in three shards that are joined.
final class MergedRun {
  struct Ended {
    let exitCode: Int32
    let output: String
    let errors: String
    let report: String
  }

  private let test: CaseFolder
  private let folder: Folder
  private var places: [(name: String, value: String)] = []

  init(_ test: CaseFolder) throws {
    self.test = test
    folder = try Folder()
    for file in test.files {
      try FileManager.default.copyItem(
        atPath: file.path, toPath: folder.file(file.lastPathComponent))
    }
  }

  /// Runs all at once.
  func whole(report kind: String, _ options: [String] = []) throws -> Ended {
    let result = try run(["--report", "\(kind)=whole.\(kind)"] + options)
    return ended(result, report: "whole.\(kind)")
  }

  func whole(reportsIn name: String) throws -> Ended {
    ended(try run(["--reports", name]), report: "\(name)/run.jsonl")
  }

  /// Runs three shards and joins them.
  func joined(
    report kind: String, shards: [String] = [], merge options: [String] = []
  ) throws -> Ended {
    try runShards(shards, recordsAll: true)
    let result = try merge(
      Self.shards + ["--report", "\(kind)=joined.\(kind)"] + Self.root + options)
    return ended(result, report: "joined.\(kind)")
  }

  func joined(reportsIn name: String, recordsAll: Bool) throws -> Ended {
    try runShards(recordsAll: recordsAll)
    let result = try merge(Self.shards + ["--reports", name] + Self.root)
    return ended(result, report: "\(name)/run.jsonl")
  }

  private static let shards = (1...3).map { "shard-\($0)" }

  /// The contract's lines are shown where the record's paths are found.
  private static let root = [
    "--source-root",
    CaseFolder.root.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path,
  ]

  /// - Parameter recordsAll: Whether every exchange is recorded, and not only those of the standard set.
  func runShards(_ options: [String] = [], recordsAll: Bool) throws {
    let server = try CaseServer(for: test, in: folder)
    for (place, name) in Self.shards.enumerated() {
      let all = recordsAll ? ["--report", "har=\(name)/all.har"] : []
      _ = try run(
        ["--shard", "\(place + 1)/3", "--reports", name, "-q"] + all + options, on: server)
    }
  }

  func merge(_ arguments: [String]) throws -> Program.Result {
    try Program(Program.path("accord"), ["merge"] + arguments, in: folder).result()
  }

  private func run(_ options: [String], on server: CaseServer? = nil) throws -> Program.Result {
    let server = try server ?? CaseServer(for: test, in: folder)
    places += server.places
    let command = CommandWords(server.filled(test.arguments ?? ""))
    let arguments = Array(command.arguments.prefix { $0 != "--report" })
    return try Program(
      Program.path("cases"), arguments + ["--seed", "7"] + options,
      environment: command.environment.merging(["ACCORD_CASE": test.contract]) { $1 }, in: folder
    ).result()
  }

  private func ended(_ result: Program.Result, report: String) -> Ended {
    Ended(
      exitCode: result.exitCode, output: normalized(text: result.output),
      errors: normalized(text: result.errors), report: normalized(report))
  }

  // MARK: - Files

  func file(_ name: String) -> String? { folder.read(name) }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder.file(name)) }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: folder.file(name))
  }

  func write(_ text: String, to name: String) throws { try folder.write(text, to: name) }

  /// Takes away the end of a file.
  func truncate(_ name: String) throws {
    try folder.write(String((folder.read(name) ?? "").dropLast(200)), to: name)
  }

  // MARK: - What must differ

  func normalized(_ file: String) -> String { normalized(text: folder.read(file) ?? "") }

  /// Takes out times, dates and ports, and how many shards there were.
  private func normalized(text: String) -> String {
    let text = Normalizer(places: places, folder: folder, keepsSeed: true).normalized(text)
    return Self.patterns.reduce(text) {
      $0.replacingOccurrences(of: $1.0, with: $1.1, options: .regularExpression)
    }
  }

  private static let patterns = [
    (#", 3 shards"#, ""), (#","shards":3"#, ""),
    // The folders of what is compared.
    (#"\b(joined|whole)([./])"#, "report$2"),
    // Of the HTML page: phases, and of a row the step's time and that of the answer.
    (#""timings":\[[^\]]*\]"#, #""timings":[]"#),
    (#",[\d.]+,(?:[\d.]+|null),(\d+),\[([^\]]*)\],"#, #",0,0,$1,[$2],"#),
    (#"\d+ms\b|\b[\d.]+ (?:ms|s)\b"#, "TIME"),
    // Each shard opens connections of its own.
    (#""newConnection":(true|false)"#, #""newConnection":true"#),
    (#"(new|kept) connection to"#, "connection to"),
  ]
}
