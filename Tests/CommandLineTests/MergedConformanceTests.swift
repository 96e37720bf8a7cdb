import AccordReports
import ArgumentParser
import Foundation
import Testing

@testable import AccordCommandLine

@Suite("Joining what rules say of shards")
struct MergedConformanceTests {
  /// A rule as a run file has it.
  private func rule(_ id: String, kept: Int, broken: Int, index: Int = 0) -> String {
    let first =
      broken == 0
      ? ""
      : #","step":"GET /items/\#(index)","index":0,"wholeIndex":\#(index),"message":"step \#(index)","location":{"file":"specs/Items.swift","line":3,"column":5}"#
    return
      #"{"id":"\#(id)","level":"MUST","verdict":"violation","kept":\#(kept),"broken":\#(broken),"undecided":0\#(first)}"#
  }

  private func merged(mode: String, _ rules: [[String]]) throws -> (
    status: Int32, text: String, complaints: [String]
  ) {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("accord-merge-\(UUID().uuidString)", isDirectory: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var paths: [String] = []
    for (record, rules) in zip(ShardRecord.shards(rules.count, steps: 6), rules) {
      let member =
        #""conformance":{"mode":"\#(mode)","profile":"rest","fails":true,"rules":[\#(rules.joined(separator: ","))]},"requests""#
      let path = folder.appendingPathComponent("\(record.index).jsonl").path
      try Data(record.text.replacingOccurrences(of: #""requests""#, with: member).utf8)
        .write(to: URL(fileURLWithPath: path))
      paths.append(path)
    }
    let redactor = Redactor()
    let text = folder.appendingPathComponent("text").path
    let reporter = RunReporter(
      [
        TextReport(
          .file(text), options: TextOptions(), sources: SourceOptions(), redactor: redactor)
      ], redactor: redactor)
    var complaints: [String] = []
    let status = try Merge(MergeCommand.parse(paths)).perform {
      reporter
    } complain: {
      complaints.append($0)
    }
    return (status, try String(contentsOfFile: text, encoding: .utf8), complaints)
  }

  @Test("Counts add up, and the first place is the plan's; a broken MUST is the gate's")
  func joined() throws {
    let (status, text, complaints) = try merged(
      mode: "fail",
      [
        [
          rule("http.405.allow", kept: 1, broken: 2, index: 4),
          rule("json.valid", kept: 3, broken: 0),
        ],
        [
          rule("http.405.allow", kept: 1, broken: 1, index: 1),
          rule("none.such", kept: 1, broken: 0),
        ],
      ])
    #expect(status == 1)
    // What fails it stands in the reports.
    #expect(complaints.isEmpty)
    #expect(text.contains("conformance: 2 rules of rest applied, 1 broken"))
    #expect(
      text.contains("✘ MUST http.405.allow: step 1 (3 times; RFC 9110 section 15.5.6)"), "\(text)")
  }

  @Test("What only warns fails no gate, and shards without a word of rules say none")
  func warning() throws {
    let rules = [rule("http.405.allow", kept: 1, broken: 2, index: 4)]
    #expect(try merged(mode: "warn", [rules, []]).status == 0)
    #expect(try merged(mode: "fail", [[], []]).status == 0)
  }
}
