import AccordReports
import ArgumentParser
import Foundation
import Testing

@testable import AccordCommandLine

@Suite("Where files are")
struct FilePlaceTests {
  /// A folder with `there/file`, a link `link` to `there`, and a link `alias` to `there/file`.
  private final class Folder {
    let path: String

    init() throws {
      let manager = FileManager.default
      path =
        manager.temporaryDirectory.appendingPathComponent("accord-places-\(UUID().uuidString)").path
      try manager.createDirectory(atPath: path + "/there", withIntermediateDirectories: true)
      try Data().write(to: URL(fileURLWithPath: path + "/there/file"))
      try manager.createSymbolicLink(atPath: path + "/link", withDestinationPath: "there")
      try manager.createSymbolicLink(atPath: path + "/alias", withDestinationPath: "there/file")
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  @Test(
    "Paths that lead to one file are one place",
    arguments: [
      ("there/file", "there/./file"), ("there/file", "link/file"), ("there/file", "alias"),
      ("there/new", "link/new"), ("new/x", "./new/../new/x"), ("new/x", "new//x"),
      ("there/new/../file", "link/file"), ("new/a/../../there/file", "alias"),
    ])
  func same(one: String, other: String) throws {
    let folder = try Folder()
    #expect(FilePlace("\(folder.path)/\(one)") == FilePlace("\(folder.path)/\(other)"))
  }

  @Test(
    "Paths that lead to several files are several places",
    arguments: [
      ("there/file", "there/new"), ("new/x", "new/../x"), ("new/x", "x"), ("link", "alias"),
    ])
  func several(one: String, other: String) throws {
    let folder = try Folder()
    #expect(FilePlace("\(folder.path)/\(one)") != FilePlace("\(folder.path)/\(other)"))
  }

  @Test("A path without a folder is within the working directory, and what is no file is its path")
  func others() {
    let here = FileManager.default.currentDirectoryPath
    #expect(FilePlace("none.xml") == FilePlace("\(here)/none.xml"))
    #expect(FilePlace("no/none.xml") == FilePlace("\(here)/no/none.xml"))
    #expect(FilePlace("/dev/null") == FilePlace("/dev/null"))
    #expect(FilePlace("/dev/null") != FilePlace("/dev/../dev/null"))
  }

  /// What is said of the command line of a run; `$` stands for the folder.
  private func complaint(_ line: String) throws -> String? {
    let folder = try Folder()
    let arguments = line.split(separator: " ").map {
      $0.replacingOccurrences(of: "$", with: folder.path)
    }
    let request: ReporterFactory.Request
    switch arguments.first {
    case "merge":
      try Data().write(to: URL(fileURLWithPath: folder.path + "/there/run.jsonl"))
      try Data().write(to: URL(fileURLWithPath: folder.path + "/there/exchanges.har"))
      let command = try MergeCommand.parse(Array(arguments.dropFirst()))
      request = .init(
        reports: command.reports, output: command.output, namedFiles: command.namedFiles)
    case "judge":
      let command = try #require(ContractCommand.command(of: arguments) as? JudgeCommand)
      request = .init(
        reports: command.reports, output: command.output, namedFiles: command.namedFiles)
    default:
      let command = try #require(ContractCommand.command(of: arguments) as? RunCommand)
      return try complaint(
        ReporterFactory(command, environment: [:], redactor: Redactor()), in: folder)
    }
    return try complaint(
      ReporterFactory(request, environment: [:], redactor: Redactor()), in: folder)
  }

  private func complaint(_ factory: ReporterFactory, in folder: Folder) throws -> String? {
    do throws(UsageProblem) {
      try factory.check()
      return nil
    } catch {
      return "\(error)".replacingOccurrences(of: folder.path, with: "$")
    }
  }

  @Test(
    "A report in the place of a file that is read is refused, with both named",
    arguments: [
      ("--report jsonl=$/there/file --baseline $/alias", "--baseline $/alias"),
      ("--report jsonl=$/new --baseline $/new", "--baseline $/new"),
      ("--report jsonl=$/there/file --variables $/link/file", "--variables $/link/file"),
      ("--report jsonl=$/there/file --durations $/link/file", "--durations $/link/file"),
      ("--report tap=$/there/file --compare $/link/file", "--compare $/link/file"),
      ("--report har=$/there/file --rerun-failed $/alias", "--rerun-failed $/alias"),
      ("--report har=$/there/file --netrc-file $/alias", "--netrc-file $/alias"),
      ("--report har=$/there/file --cacert $/alias", "--cacert $/alias"),
      ("--report har=$/there/file --cert $/alias:1234", "--cert $/alias"),
      ("--report har=$/there/file --cert a --key $/alias", "--key $/alias"),
      ("--report har=$/there/file --proxy-cacert $/alias", "--proxy-cacert $/alias"),
      ("judge --report har=$/there/file $/alias", "the recording $/alias"),
      ("judge --report har=$/there/file a.har --baseline $/alias", "--baseline $/alias"),
      ("merge --report har=$/there/file $/there --har $/alias", "--har $/alias"),
      ("merge --report har=$/there/file $/there --compare $/alias", "--compare $/alias"),
      (
        "merge --report jsonl=$/there/run.jsonl $/link",
        "the record of a shard, $/link/run.jsonl"
      ),
      (
        "merge --report har=$/there/exchanges.har $/link",
        "the archive of a shard, $/link/exchanges.har"
      ),
    ])
  func replaced(line: String, file: String) throws {
    let report = try #require(line.split(separator: " ").first { $0.contains("=") })
    #expect(
      try complaint(line)
        == "--report \(report) would replace \(file); give the report a path of its own")
  }

  @Test("A merge that would replace a shard's record is not carried out, and is 64")
  func merge() throws {
    let folder = try Folder()
    let record = folder.path + "/there/run.jsonl"
    try Data("{}".utf8).write(to: URL(fileURLWithPath: record))
    let command = try MergeCommand.parse([
      "--reports", folder.path + "/link", folder.path + "/there",
    ])
    #expect(command.perform() == ExitStatus.usage)
    #expect(try String(contentsOfFile: record, encoding: .utf8) == "{}")
    // Elsewhere it comes to what is wrong with the record.
    let other = try MergeCommand.parse(["--reports", folder.path + "/all", folder.path + "/there"])
    #expect(other.perform() == ExitStatus.noVerdict)
  }

  @Test("A folder of reports that replaces a shard's record is refused")
  func folder() throws {
    #expect(
      try complaint("merge $/link --reports $/there")
        == "--reports $/there (run.jsonl) would replace the record of a shard, $/link/run.jsonl; give "
        + "the report a path of its own")
  }

  @Test("Two reports at one place are refused, however it is written")
  func shared() throws {
    #expect(
      try complaint("--report tap=$/new/x --report text=$/new/../new/x")
        == "--report tap=$/new/x and --report text=$/new/../new/x would be written to the same place; "
        + "give each a path of its own")
    #expect(try complaint("--reports $/there --report tap=$/link/junit.xml") != nil)
  }

  @Test(
    "What loses nothing is left alone",
    arguments: [
      "--compare $/there/run.jsonl --reports $/link",
      "--rerun-failed $/alias --report jsonl=$/alias",
      "--baseline $/alias --reports $/there", "--report tap=$/a --report text=$/b",
      "merge $/there --reports $/there/whole", "--variables - --report tap=-",
      "merge $/there --compare $/link/file --report jsonl=$/there/file",
    ])
  func allowed(line: String) throws { #expect(try complaint(line) == nil) }
}
