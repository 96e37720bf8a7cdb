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

  /// A rule that a target broke, as a run file has it.
  private func violation(_ target: String, fails: String) -> String {
    #"{"id":"http.405.allow","target":"\#(target)","fails":"\#(fails)","level":"MUST","verdict":"violation","kept":0,"broken":1,"undecided":0,"step":"\#(target)","index":0,"location":{"file":"specs/Items.swift","line":3,"column":5},"message":"it is broken","exhibits":[{"role":"before","method":"GET","url":"http://a/","status":200,"lines":["> GET http://a/"],"marks":["< 200 OK"],"reproduce":["curl http://a/"]}]}"#
  }

  private func target(_ id: String, _ index: Int, _ more: String = "") -> String {
    #"{"id":"\#(id)","name":"\#(id)","index":\#(index),"requests":7\#(more)}"#
  }

  private func merged(
    mode: String, _ rules: [[String]], probed: [[String]] = []
  ) throws -> (
    status: Int32, text: String, complaints: [String]
  ) {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("accord-merge-\(UUID().uuidString)", isDirectory: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var paths: [String] = []
    for (place, (record, rules)) in zip(ShardRecord.shards(rules.count, steps: 6), rules)
      .enumerated()
    {
      let probed = place < probed.count ? probed[place].joined(separator: ",") : ""
      let member =
        #""conformance":{"mode":"\#(mode)","profile":"rest","fails":true,"rules":[\#(rules.joined(separator: ","))],"probed":[\#(probed)]},"requests":"#
      let path = folder.appendingPathComponent("\(record.index).jsonl").path
      try Data(record.text.replacingOccurrences(of: #""requests":"#, with: member).utf8)
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

  @Test(
    "Targets of shards stand in the contract's order, and fail the whole from their own level on")
  func targets() throws {
    let (status, text, complaints) = try merged(
      mode: "warn",
      [[violation("/b", fails: "MUST")], [violation("/a", fails: "none")]],
      probed: [[target("/b", 1)], [target("/a", 0, #","leftovers":["http://a/9"]"#)]])
    #expect(status == 1)
    #expect(complaints.isEmpty)
    let finding = """
        before  > GET http://a/
                < 200 OK
      """
    #expect(
      text.contains(
        """
        ✘ MUST http.405.allow  /a: it is broken
          A 405 says with Allow which methods the resource takes.
        """))
    #expect(text.split(separator: finding).count == 3, "\(text)")
    #expect(
      text.contains("! left behind by the probe of /a, to be removed: http://a/9\n  /a: 0 rules"))
    let places = ["/a: 0 rules conform", "/b: 0 rules conform"].map {
      text.range(of: $0)?.lowerBound
    }
    #expect(places[0] != nil && places[1] != nil)
    if let first = places[0], let second = places[1] { #expect(first < second) }
    #expect(
      try merged(mode: "warn", [[violation("/b", fails: "none")]], probed: [[target("/b", 1)]])
        .status
        == 0)
  }

  @Test("What only warns fails no gate, and shards without a word of rules say none")
  func warning() throws {
    let rules = [rule("http.405.allow", kept: 1, broken: 2, index: 4)]
    #expect(try merged(mode: "warn", [rules, []]).status == 0)
    #expect(try merged(mode: "fail", [[], []]).status == 0)
  }
}
