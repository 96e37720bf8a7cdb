import AccordEngine
import AccordReports
import AccordRuns
import ArgumentParser
import Foundation
import Testing

@testable import AccordCommandLine

@Suite("Joining shards")
struct MergeTests {
  /// A folder with shards, and what came of joining them.
  private final class Work {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("accord-merge-\(UUID().uuidString)", isDirectory: true)
    private(set) var complaints: [String] = []

    init() throws {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Writes a record into a folder of its own, or none where there is no text.
    func write(_ text: String?, to name: String) throws -> String {
      let place = folder.appendingPathComponent(name, isDirectory: true)
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      if let text { try Data(text.utf8).write(to: place.appendingPathComponent("run.jsonl")) }
      return place.path
    }

    func merge(
      _ paths: [String], options: [String] = [], reports: [String] = ["text", "junit", "jsonl"]
    ) throws -> Int32 {
      let requests = reports.flatMap { ["--report", "\($0)=\(folder.path)/out/\($0)"] }
      let command = try MergeCommand.parse(paths + options + requests)
      return try Merge(command).perform { () throws(UsageProblem) in
        let redactor = Redactor()
        return RunReporter(
          try ReporterFactory(
            ReporterFactory.Request(reports: command.reports, output: command.output),
            environment: [:], redactor: redactor
          ).reports().filter { $0.output.destination != .standardOutput }, redactor: redactor)
      } complain: {
        complaints.append(within($0))
      }
    }

    /// Writes a file into the folder of all.
    func write(file text: String, to name: String) throws -> String {
      let place = folder.appendingPathComponent(name)
      try Data(text.utf8).write(to: place)
      return place.path
    }

    func read(_ name: String) throws -> String {
      try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }

    /// Whether there is a folder for what is written.
    var hasOutputFolder: Bool {
      FileManager.default.fileExists(atPath: folder.path + "/out")
    }

    /// What was written.
    var outputs: [String] {
      (try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/out"))?.sorted() ?? []
    }

    func output(_ name: String) throws -> String {
      try String(contentsOf: folder.appendingPathComponent("out/\(name)"), encoding: .utf8)
    }

    /// A message without where the folder is.
    private func within(_ text: String) -> String {
      text.replacingOccurrences(of: folder.path + "/", with: "")
    }
  }

  /// Joins records, each from a folder named by its place.
  private func merged(
    _ records: [ShardRecord], _ options: [String] = []
  ) throws -> (status: Int32, work: Work) {
    let work = try Work()
    let paths = try records.enumerated().map { try work.write($1.text, to: "\($0)") }
    return (try work.merge(paths, options: options), work)
  }

  @Test(
    "Text, JUnit and the record are those of one run, in the plan's order", arguments: [1, 3, 10])
  func whole(total: Int) throws {
    var records = ShardRecord.shards(total, steps: 10, outcomes: [2: "failed", 6: "skipped"])
    records[0].seed = 7
    records[0].startedAt += 5_000
    records[0].duration = 250
    let (status, work) = try merged(records.reversed())
    #expect(status == 1)
    #expect(work.complaints.isEmpty)
    let shards = total == 1 ? ", seed 7, 1 shard" : ", \(total) shards"
    #expect(
      try work.output("text") == """
        ✘ /s0 › GET /items/2                                                                           1 ms
          GET /items was not answered
           --> specs/Items.swift:3:5
               $.a[2]: expected 3, found 2
        ✘ /s0   3 passed, 1 failed   4 ms
        ✔ /s1   3 passed, 1 skipped   4 ms
            1 skipped: because
        ✔ /s2   2 passed   2 ms
        Shop: 8 passed, 1 failed, 1 skipped
          10 requests in 250 ms (40 a second), 8 at a time\(shards)
          slowest:
        """ + work.output("text").slowest)
    let names = try work.output("junit").matches(of: /<testcase [^>]*?name="GET ([^" ]*)"/)
      .map { String($0.output.1) }
    #expect(names == (0..<10).map { "/items/\($0)" })
    var file = try RunFile(path: work.folder.path + "/out/jsonl")
    #expect(file.header.stepCount == 10)
    #expect(file.header.shard == nil)
    #expect(file.header.startedAt == (total == 1 ? 1_767_225_605_000 : 1_767_225_600_000))
    var indices: [Int] = []
    while let step = try file.next() {
      #expect(step.wholeIndex == nil)
      indices.append(step.index)
    }
    #expect(indices.sorted() == Array(0..<10))
    #expect(try work.output("jsonl").contains(#""shards":\#(total)}"#))
  }

  @Test(
    "The exit code is that of the whole",
    arguments: [
      ([:], [], 0), ([3: "failed", 4: "error"], [], 1), ([4: "error"], [], 2),
      ([0: "known", 1: "observed", 2: "skipped"], [], 0),
      (Dictionary(uniqueKeysWithValues: (0..<6).map { ($0, "observed") }), [], 3),
      (Dictionary(uniqueKeysWithValues: (0..<6).map { ($0, "observed") }), ["--allow-empty"], 0),
    ] as [([Int: String], [String], Int32)])
  func status(outcomes: [Int: String], options: [String], status: Int32) throws {
    let records = ShardRecord.shards(3, steps: 6, outcomes: outcomes)
    #expect(try merged(records, options).status == status)
  }

  @Test("A flaky step of one shard fails the whole where that is asked for")
  func flaky() throws {
    var records = ShardRecord.shards(2, steps: 4)
    records[1].steps[0].isFlaky = true
    #expect(try merged(records).status == 0)
    let (status, work) = try merged(records, ["--fail-on-flaky"])
    #expect(status == 1)
    #expect(work.complaints == [])
    // As in a run of the whole it has failed, in every report.
    #expect(try work.output("text").contains("Shop: 3 passed, 1 failed, 1 flaky"))
    #expect(try work.output("text").contains("flaky: passed on try 1, after no answer"))
    #expect(try work.output("junit").contains(#"type="accord.failure.flaky""#))
    #expect(try work.output("jsonl").contains(#""kind":"flaky""#))
  }

  @Test("An empty shard belongs to the whole")
  func empty() throws {
    var records = ShardRecord.shards(2, steps: 3)
    records[0].steps += records[1].steps
    records[1].steps = []
    #expect(try merged(records).status == 0)
    #expect(try merged([records[0]]).status == 2)
  }

  @Test("A shard that a signal stopped leaves the whole without a verdict, with its reports")
  func stopped() throws {
    var records = ShardRecord.shards(2, steps: 4, outcomes: [1: "skipped"])
    records[1].signal = 15
    let (status, work) = try merged(records)
    #expect(status == 2)
    #expect(
      work.complaints == [
        "error: shard 2 was stopped by SIGTERM, so that steps of it have no verdict"
      ])
    #expect(work.outputs == ["jsonl", "junit", "text"])
    records[0].steps[0].outcome = "failed"
    #expect(try merged(records).status == 1)
  }

  /// A change of the shards of a run of eight steps, and what is said then.
  struct Refusal: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let words: [String]
    let change: @Sendable (inout [ShardRecord]) -> Void

    init(
      _ name: String, _ words: String..., change: @escaping @Sendable (inout [ShardRecord]) -> Void
    ) {
      testDescription = name
      self.words = words
      self.change = change
    }
  }

  static let refusals = [
    Refusal("one is missing", "shard 3 of 4 is missing") { $0.remove(at: 2) },
    Refusal("some are missing", "shards 2, 4 of 4 are missing") {
      $0.remove(at: 3)
      $0.remove(at: 1)
    },
    Refusal("one came twice", "shard 2 came twice: 1/run.jsonl and 4/run.jsonl") {
      $0.append($0[1])
    },
    Refusal(
      "one came twice and one is missing", "shard 2 came twice: 1/run.jsonl and 2/run.jsonl",
      "shard 3 of 4 is missing"
    ) { $0[2] = $0[1] },
    Refusal(
      "one that is there, of another state of the contract",
      "3/run.jsonl (shard 4) was made from another plan than 0/run.jsonl: the contract, the selection, "
        + "--durations, or an option such as --repeat or --seed differ"
    ) { $0[3].plan = "ffff" },
    Refusal(
      "another state of the contract",
      "2/run.jsonl (shard 3) was made from another plan than 0/run.jsonl: the contract, the selection, "
        + "--durations, or an option such as --repeat or --seed differ"
    ) {
      $0[2].plan = "ffff"
      $0.append($0[2])
      $0[4].plan = $0[0].plan
    },
    Refusal(
      "another contract",
      "1/run.jsonl (shard 2) was made from another plan than 0/run.jsonl: its contract is 'Store', not "
        + "'Shop'"
    ) { $0[1].contract = "Store" },
    Refusal(
      "another total",
      "1/run.jsonl (shard 2) was made from another plan than 0/run.jsonl: it is one of 8 shards, not "
        + "of 4", "shard 2 of 4 is missing"
    ) { $0[1].total = 8 },
    Refusal(
      "another run",
      "1/run.jsonl (shard 2) was made from another plan than 0/run.jsonl: it belongs to run 17, not to "
        + "a run without a number"
    ) { $0[1].run = "17" },
    Refusal(
      "another selection",
      "1/run.jsonl (shard 2) was made from another plan than 0/run.jsonl: its run has 7 steps in all, "
        + "not 8"
    ) { $0[1].stepCount = 7 },
    Refusal(
      "a whole run",
      "1/run.jsonl is the record of a whole run; those of shards come from --shard",
      "shard 2 of 4 is missing"
    ) { $0[1].isShard = false },
    Refusal(
      "a step of another",
      "1/run.jsonl tells of a step that another shard tells of, or that is none of the run's: /s0 › GET "
        + "/items/0"
    ) {
      $0[1].steps[0].wholeIndex = 0
    },
    Refusal(
      "a step beyond the end",
      "1/run.jsonl tells of a step that another shard tells of, or that is none of the run's: /s2 › GET "
        + "/items/8"
    ) { $0[1].steps[0].wholeIndex = 8 },
    Refusal("a step that is in none", "1 step is in none of the shards") {
      $0[1].steps.removeLast()
    },
  ]

  @Test("What is not one whole run is refused, with the reason", arguments: refusals)
  func refused(refusal: Refusal) throws {
    var records = ShardRecord.shards(4, steps: 8)
    refusal.change(&records)
    let (status, work) = try merged(records)
    #expect(status == 2)
    #expect(work.complaints == refusal.words.map { "error: \($0)" })
    // Nothing is left behind, not even what was half written.
    #expect(!work.hasOutputFolder)
  }

  @Test("A shard that was killed is refused", arguments: [1, 40, 400])
  func cut(octets: Int) throws {
    let records = ShardRecord.shards(2, steps: 4)
    let work = try Work()
    let paths = [
      try work.write(records[0].text, to: "0"),
      try work.write(String(records[1].text.dropLast(octets)), to: "1"),
    ]
    #expect(try work.merge(paths) == (octets == 1 ? 0 : 2))
    guard octets > 1 else { return }
    #expect(work.complaints.count == 1)
    #expect(work.complaints[0].hasPrefix("error: 1/run.jsonl:"))
    #expect(work.complaints[0].contains("the file ends before the run does"))
    #expect(!work.hasOutputFolder)
  }

  @Test(
    "A shard whose last line counts other outcomes than its steps have is refused, with the place",
    arguments: [("passed", "failed"), ("failed", "passed")])
  func changedLine(from: String, to: String) throws {
    let records = ShardRecord.shards(2, steps: 8, outcomes: [3: "failed"])
    let work = try Work()
    var lines = records[1].text.split(separator: "\n").map(String.init)
    let changed = try #require(lines.firstIndex { $0.contains(#""outcome":"\#(from)""#) })
    lines[changed] = lines[changed].replacingOccurrences(
      of: #""outcome":"\#(from)""#, with: #""outcome":"\#(to)""#)
    let paths = [
      try work.write(records[0].text, to: "0"),
      try work.write(lines.joined(separator: "\n") + "\n", to: "1"),
    ]
    #expect(try work.merge(paths) == 2)
    let found = to == "failed" ? 2 : 0
    #expect(
      work.complaints == [
        "error: 1/run.jsonl:6: the last line counts 1 steps as failed, the file holds \(found); lines "
          + "were changed, so run again"
      ])
    #expect(!work.hasOutputFolder)
  }

  @Test("A step's line that cannot be used is refused too, and leaves nothing behind")
  func unusableLine() throws {
    let records = ShardRecord.shards(2, steps: 4)
    let work = try Work()
    let paths = [
      try work.write(records[0].text, to: "0"),
      try work.write(
        records[1].text.replacingOccurrences(of: #""role":"step""#, with: #""role":"star""#),
        to: "1"),
    ]
    #expect(try work.merge(paths) == 2)
    #expect(work.complaints.count == 1)
    #expect(work.complaints[0].hasPrefix("error: 1/run.jsonl:2: "))
    #expect(!work.hasOutputFolder)
  }

  @Test("A shard that left nothing is named with where it should be")
  func nothing() throws {
    let records = ShardRecord.shards(3, steps: 6)
    let work = try Work()
    let first = try work.write(records[0].text, to: "0")
    let paths = [first + "/run.jsonl", try work.write(nil, to: "1"), work.folder.path + "/2"]
    #expect(try work.merge(paths) == 2)
    #expect(
      work.complaints == [
        "error: 1 holds no run.jsonl: the shard was killed before it wrote its reports, or wrote them "
          + "elsewhere",
        "error: 2: no such file or folder", "error: shards 2, 3 of 3 are missing",
      ])
  }
}

extension MergeTests {
  @Test("A baseline that the merge is given decides, whatever the shards were given")
  func baseline() throws {
    let records = ShardRecord.shards(2, steps: 4, outcomes: [1: "failed", 2: "failed"])
    let work = try Work()
    let paths = try records.enumerated().map { try work.write($1.text, to: "\($0)") }
    let one = #"{"id":"/s0 › GET /items/1","kind":"json","place":"$.a[*]","reason":"ABC-1"}"#
    let two = #"{"id":"/s0 › GET /items/2","kind":"json","place":"$.a[*]"}"#
    let gone = #"{"id":"/s0 › GET /gone","kind":"status"}"#
    let passed = #"{"id":"/s0 › GET /items/3","kind":"status"}"#
    func status(_ lines: String..., options: String...) throws -> Int32 {
      let file = try work.write(file: lines.joined(separator: "\n"), to: "known.jsonl")
      return try work.merge(paths, options: ["--baseline", file] + options)
    }
    #expect(try status(one) == 1)
    #expect(try work.output("text").contains("2 passed, 1 failed, 1 known"))
    #expect(try work.output("text").contains("known: /s0 › GET /items/1: ABC-1"))
    #expect(try status(one, two) == 0)
    #expect(try status(one, two, passed) == 0)
    #expect(try work.output("text").contains("it passes; its entry for status can go"))
    #expect(try status(one, two, passed, options: "--strict-baseline") == 1)
    #expect(work.complaints == [])
    #expect(try status(one, two, gone) == 0)
    #expect(
      try work.output("text").contains(
        "lists 1 step that the contract does not have: /s0 › GET /gone"))
    #expect(try status(one, two, gone, options: "--strict-baseline") == 1)
    #expect(
      try work.output("text").contains(
        "failed: known.jsonl:3 lists a failure (status) of a step that the contract does not have: "
          + "/s0 › GET /gone"))
    #expect(try work.output("junit").contains(#"line="3"><failure message="known.jsonl:3 lists"#))
    #expect(
      work.complaints == [
        "error: 1 entry of the baseline is of a step that the contract does not have, which "
          + "--strict-baseline does not allow"
      ])
    #expect(try status(one, passed, gone, options: "--update-baseline") == 0)
    #expect(try work.read("known.jsonl") == "\(one)\n\(two)\n")
    #expect(work.complaints.last == "'known.jsonl' lists 2 known failures: 1 added, 2 removed")
  }

  @Test("What shards alone were held to stays: known steps, changes, entries of no step")
  func reviewedShards() throws {
    var records = ShardRecord.shards(2, steps: 4, outcomes: [1: "known"])
    #expect(try merged(records).status == 0)
    for index in records.indices {
      records[index].review = #","baseline":{"file":"known.jsonl"}"#
      records[index].staleIDs = ["GET /gone", "GET /lost"]
    }
    let (status, work) = try merged(records)
    // Each is told once, though each shard tells of it.
    let report = try work.output("junit")
    #expect(report.contains(#" tests="6" failures="2" errors="0""#))
    #expect(report.contains(#"classname="baseline" time="0.000" file="known.jsonl" line="2""#))
    #expect(try work.output("text").contains("3 passed, 1 known, 2 stale entries\n"))
    #expect(try work.output("jsonl").contains(#","staleEntries":2,"requests":4"#))
    let known = try work.write(file: "", to: "known.jsonl")
    let paths = (0..<2).map { work.folder.path + "/\($0)" }
    // A list that the merge is given decides in its place.
    #expect(try work.merge(paths, options: ["--baseline", known]) == 0)
    #expect(try !work.output("junit").contains("baseline"))
    #expect(status == 1)
    #expect(work.complaints.count == 1)
    #expect(
      work.complaints.first?.hasPrefix("error: 2 entries of the baseline are of steps") == true)
    let observed = Dictionary(uniqueKeysWithValues: (0..<4).map { ($0, "observed") })
    records = ShardRecord.shards(2, steps: 4, outcomes: observed)
    #expect(try merged(records).status == 3)
    records[0].review = #","compare":{"file":"earlier.jsonl"}"#
    #expect(try merged(records).status == 0)
  }

  @Test("Who runs again what failed is told that the run failed for its baseline too")
  func rerunOfStale() throws {
    let work = try Work()
    var record = ShardRecord(
      index: 1, total: 1, stepCount: 1, steps: [ShardRecord.Step(wholeIndex: 0)])
    record.isShard = false
    for (ids, warning) in [
      ([], nil), (["GET /gone"], RunWarning.failedForBaseline(file: "run.jsonl", count: 1)),
    ] {
      record.staleIDs = ids
      let file = try work.write(file: record.text, to: "run.jsonl")
      let arguments = ["--rerun-failed", file]
      let command = try #require(ContractCommand.command(of: arguments) as? RunCommand)
      let failed = try #require(try command.selection.failedSteps())
      #expect(try command.selection.selection(failed).onlyIDs?.isEmpty == true)
      #expect(failed.baselineWarning == warning)
    }
  }

  @Test("Entries of steps that were not selected are neither of no step nor taken out")
  func selection() throws {
    var records = ShardRecord.shards(2, steps: 4)
    for index in records.indices { records[index].stepCountOfContract = 5 }
    let work = try Work()
    let paths = try records.enumerated().map { try work.write($1.text, to: "\($0)") }
    let line = #"{"id":"/s0 › GET /gone","kind":"status"}"#
    let file = try work.write(file: line, to: "known.jsonl")
    let options = ["--baseline", file, "--strict-baseline"]
    #expect(try work.merge(paths, options: options) == 0)
    #expect(try work.merge(paths, options: options + ["--update-baseline"]) == 0)
    #expect(try work.read("known.jsonl") == line + "\n")
  }

  @Test(
    "Shards are compared with an earlier run",
    arguments: [
      ([:], [], 0), ([1: "failed"], [], 1), ([1: "failed"], ["--compare-fail", "none"], 1),
      ([1: "observed"], [], 1), ([1: "observed"], ["--compare-fail", "none"], 0),
    ] as [([Int: String], [String], Int32)])
  func compared(outcomes: [Int: String], options: [String], expected: Int32) throws {
    let work = try Work()
    var earlier = ShardRecord(index: 1, total: 1, stepCount: 4, steps: [])
    earlier.isShard = false
    earlier.steps = (0..<4).map { ShardRecord.Step(wholeIndex: $0) }
    let file = try work.write(file: earlier.text, to: "earlier.jsonl")
    let records = ShardRecord.shards(2, steps: 4, outcomes: outcomes)
    let paths = try records.enumerated().map { try work.write($1.text, to: "\($0)") }
    #expect(try work.merge(paths, options: ["--compare", file] + options) == expected)
    #expect(
      try work.output("jsonl").contains(#""changes":[{"kind":"outcome""#) == !outcomes.isEmpty)
    #expect(try work.output("text").contains("1 changed") == !outcomes.isEmpty)
  }

  @Test("Shards are not compared with a run that has none of their steps, and nothing is written")
  func comparedWithNothing() throws {
    let work = try Work()
    var earlier = ShardRecord(index: 1, total: 1, stepCount: 2, steps: [])
    earlier.isShard = false
    earlier.steps = (7..<9).map { ShardRecord.Step(wholeIndex: $0) }
    let file = try work.write(file: earlier.text, to: "earlier.jsonl")
    let records = ShardRecord.shards(2, steps: 4)
    let paths = try records.enumerated().map { try work.write($1.text, to: "\($0)") }
    #expect(
      throws: UsageProblem.nothingToCompare(
        file: "earlier.jsonl", contract: earlier.contract, hasSteps: false)
    ) { try work.merge(paths, options: ["--compare", file]) }
    #expect(!work.hasOutputFolder)
  }

  @Test("Shards without an archive of exchanges are named in a line, where a report shows some")
  func withoutArchives() throws {
    let records = ShardRecord.shards(3, steps: 6)
    let work = try Work()
    let paths = try records.enumerated().map { try work.write($1.text, to: "\($0)") }
    #expect(try work.merge(paths, reports: ["html"]) == 0)
    #expect(
      work.complaints == [
        "no archive of exchanges beside the record of shards 1, 2, 3: reports have neither fields nor "
          + "bodies of it; --reports and --report har=PATH write one"
      ])
  }

  @Test("An archive that is cut off, or of another run, is left out, and said so")
  func unusableArchives() throws {
    let records = ShardRecord.shards(2, steps: 2)
    let work = try Work()
    let paths = try records.enumerated().map { try work.write($1.text, to: "\($0)") }
    _ = try work.write(file: #"{"log":{"entries":[]}}"#, to: "0/exchanges.har")
    let other =
      #"{"log":{"_accord":{"format":1,"contract":"Shop","startedAt":5,"seed":1,"steps":1},"entries":[]}}"#
    _ = try work.write(file: other, to: "1/exchanges.har")
    let named = try work.write(file: other, to: "named.har")
    #expect(try work.merge(paths, options: ["--har", named], reports: ["har"]) == 0)
    #expect(
      work.complaints.map { $0.prefix(60) } == [
        "0/exchanges.har: was not written by Accord, so that nothing ",
        "1/exchanges.har is of another run than 1/run.jsonl and is le",
        "--har: named.har is of none of the shards' runs and is left ",
        "no archive of exchanges beside the record of shards 1, 2: re",
      ])
    #expect(try work.output("har").contains(#""complete":false"#))
  }
}

extension String {
  /// What follows the heading of the slowest steps, whose order does not matter here.
  fileprivate var slowest: String {
    guard let start = range(of: "  slowest:") else { return "" }
    return String(self[start.upperBound...])
  }
}
