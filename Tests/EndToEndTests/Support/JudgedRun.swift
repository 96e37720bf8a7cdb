import Foundation
import Testing

/// A case that is run once with a recording, and judged again from that.
final class JudgedRun {
  /// What a program left behind.
  struct Ended {
    let exitCode: Int32
    let output: String
    let errors: String
    let verdicts: RunVerdicts
  }

  private let folder: Folder
  private let environment: [String: String]
  private let arguments: [String]
  private var server: CaseServer?

  init(_ test: CaseFolder) throws {
    folder = try Folder()
    for file in test.files {
      try FileManager.default.copyItem(
        atPath: file.path, toPath: folder.file(file.lastPathComponent))
    }
    let server = try CaseServer(for: test, in: folder)
    let command = CommandWords(server.filled(test.arguments ?? ""))
    environment = command.environment.merging(["ACCORD_CASE": test.contract]) { $1 }
    arguments = command.arguments
    self.server = server
  }

  /// Runs the case and records it.
  func live() throws -> Ended {
    defer { server = nil }
    return try run(
      Self.arguments(arguments, leavingOut: Self.optionsOfReports)
        + ["--report", "har=live.har", "--report", "jsonl=live.jsonl"], leaving: "live.jsonl")
  }

  /// Judges what was recorded, with what the run was given; the server is gone.
  func judged(_ more: [String] = []) throws -> Ended {
    let kept = Self.arguments(
      arguments, leavingOut: Self.optionsOfReports.merging(Self.optionsOfSending) { $1 })
    return try run(
      ["judge", "live.har"] + kept + more + ["--report", "jsonl=again.jsonl"],
      leaving: "again.jsonl")
  }

  /// Judges what cannot be judged.
  func refusal() throws -> Program.Result {
    let result = try call(["judge", "live.har", "--report", "text=refused.txt"])
    #expect(folder.read("refused.txt") == nil)
    return result
  }

  /// What was recorded.
  var recording: String { folder.read("live.har") ?? "" }

  /// Changes what was recorded.
  func edit(_ change: (String) -> String) throws {
    try folder.write(change(recording), to: "live.har")
  }

  private func run(_ arguments: [String], leaving report: String) throws -> Ended {
    let result = try call(arguments)
    let lines = try #require(folder.read(report), "\(arguments): \(result.errors)")
    return Ended(
      exitCode: result.exitCode, output: result.output, errors: result.errors,
      verdicts: try RunVerdicts(lines: lines))
  }

  private func call(_ arguments: [String]) throws -> Program.Result {
    try Program(Program.path("cases"), arguments, environment: environment, in: folder).result()
  }

  // MARK: - Options

  /// Options that say what is written and printed, and how many words each takes.
  private static let optionsOfReports = [
    "--report": 1, "--reports": 1, "--color": 1, "-q": 0, "-v": 0,
  ]
  /// Options that say what is sent and how.
  private static let optionsOfSending = [
    "--url": 1, "--start": 1, "--wait": 1, "--jobs": 1, "--rate": 1, "--shuffle": 1, "--repeat": 1,
    "--timeout": 1, "--connect-timeout": 1, "--max-body": 1, "--connect-to": 1, "--resolve": 1,
    "--unix-socket": 1, "--proxy": 1, "--no-proxy": 1, "--respect-retry-after": 0, "--read-only": 0,
    "--http2-prior-knowledge": 0, "-A": 1,
  ]

  private static func arguments(
    _ all: [String], leavingOut options: [String: Int]
  ) -> [String] {
    var kept: [String] = []
    var rest = all[...]
    while let word = rest.popFirst() {
      if let count = options[word] { rest = rest.dropFirst(count) } else { kept.append(word) }
    }
    return kept
  }
}
