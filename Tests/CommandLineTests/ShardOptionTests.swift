import AccordContract
import AccordEngine
import AccordReports
import Foundation
import Testing

@testable import AccordCommandLine

@Suite("--shard")
struct ShardOptionTests {
  private static let contract = Contract("Shop") {
    for number in 1...8 { Get("/items/\(number)").expect(200) }
  }

  private func options(_ arguments: [String]) throws -> ShardOptions {
    try #require(try ContractCommand.command(of: ["list"] + arguments) as? ListCommand).sharding
  }

  /// The part that is asked for, and what is said of it.
  private func part(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> (plan: Plan, remarks: [ShardRemark]) {
    var planner = Planner(Self.contract, probesUnsafe: false, files: ContractFiles())
    let plan = try planner.plan(selecting: Selection())
    var remarks: [ShardRemark] = []
    let part = try Sharing(try options(arguments), environment: environment).part(of: plan) {
      remarks.append($0)
    }
    return (part, remarks)
  }

  @Test(
    "The option names a part, or says where to read it",
    arguments: [
      ("2/4", (2, 4)), ("1/1", (1, 1)), ("1000/1000", (1_000, 1_000)), ("auto", nil),
      ("auto/8", (nil, 8)),
    ] as [(String, (index: Int?, total: Int)?)])
  func choice(text: String, part: (index: Int?, total: Int)?) throws {
    let choice: ShardChoice =
      if let part, let index = part.index {
        .given(try #require(Shard(index, of: part.total)))
      } else {
        .automatic(total: part?.total)
      }
    #expect(try ShardChoice(text) == choice)
  }

  @Test(
    "What names no part is refused",
    arguments: [
      "", "/", "1", "0/4", "5/4", "1/0", "-1/4", "1/-4", "1/4/4", "a/b", "2 /4", "auto/", "auto/0",
      "auto/x", "Auto", "1/1001", "1/99999999999999999999", "auto/4/4", "+1/4",
    ])
  func refused(text: String) {
    let words =
      "--shard takes I/N, such as 2/4 for the second of four parts (at most 1000), auto or auto/N; "
      + "not '\(text)'"
    #expect { try ShardChoice(text) } throws: { "\($0)" == words }
  }

  @Test("Without it everything runs")
  func whole() throws {
    let (plan, remarks) = try part([])
    #expect(plan.steps.count == 8)
    #expect(plan.shard == nil)
    #expect(remarks.isEmpty)
  }

  @Test("The parts make the whole, whoever says which it is")
  func parts() throws {
    var count = 0
    for index in 1...3 {
      let given = try part(["--shard", "\(index)/3"])
      let found = try part(
        ["--shard", "auto"],
        environment: ["CI_NODE_INDEX": "\(index)", "CI_NODE_TOTAL": "3", "CI_PIPELINE_ID": "17"])
      #expect(
        given.plan.steps.map(\.step.writtenTarget) == found.plan.steps.map(\.step.writtenTarget))
      #expect(given.remarks.isEmpty)
      #expect(
        found.remarks.map { "\($0)" } == [
          "shard \(index)/3, by CI_NODE_INDEX=\(index), CI_NODE_TOTAL=3 of GitLab CI"
        ])
      #expect(found.plan.shard?.run == "17")
      #expect(given.plan.shard?.digest == found.plan.shard?.digest)
      count += given.plan.steps.count
    }
    #expect(count == 8)
  }

  @Test("The list shows the part")
  func list() throws {
    let plan = try part(["--shard", "2/3"]).plan
    let listing = StepListing(plan: plan, account: .init(.init()))
    #expect(listing.text().hasPrefix("Shop: \(plan.steps.count) of 8 steps, shard 2/3\n"))
    #expect(listing.json().contains(#""shard": "2/3""#))
  }

  @Test("Bazel sees by a file that shards are known")
  func bazel() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("accord-shards-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var variables = ["TEST_SHARD_INDEX": "0", "TEST_TOTAL_SHARDS": "2"]
    let file = folder.appendingPathComponent("status")
    variables["TEST_SHARD_STATUS_FILE"] = file.path
    _ = try part(["--shard", "auto"], environment: variables)
    #expect(FileManager.default.fileExists(atPath: file.path))
    // What is there already gets a new date.
    try FileManager.default.setAttributes(
      [.modificationDate: Date.distantPast], ofItemAtPath: file.path)
    _ = try part(["--shard", "auto"], environment: variables)
    let date =
      try FileManager.default.attributesOfItem(atPath: file.path)[.modificationDate] as? Date
    #expect(try #require(date) > Date(timeIntervalSinceNow: -600))
    variables["TEST_SHARD_STATUS_FILE"] = folder.appendingPathComponent("no/status").path
    #expect { try part(["--shard", "auto"], environment: variables) } throws: {
      "\($0)".hasSuffix("/no/status cannot be touched: No such file or directory")
    }
  }

  @Test("Durations of an earlier run balance the parts")
  func durations() throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("accord-shards-\(UUID().uuidString).jsonl")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(Self.earlierRun(slow: "GET /items/3").utf8).write(to: file)
    var sizes: [Int] = []
    for index in 1...2 {
      let part = try part(["--shard", "\(index)/2", "--durations", file.path])
      #expect(part.remarks.isEmpty)
      sizes.append(part.plan.steps.count)
    }
    // The one that takes as long as the others together has a shard of its own.
    #expect(sizes == [1, 7])
    try Data(Self.earlierRun(slow: "GET /elsewhere", only: true).utf8).write(to: file)
    #expect(
      try part(["--shard", "1/2", "--durations", file.path]).remarks
        == [.unknownDurations(file.path)])
  }

  /// A run file in which one step took seven seconds, and the others of the contract one.
  private static func earlierRun(slow: String, only: Bool = false) -> String {
    let ids = only ? [slow] : (1...8).map { "GET /items/\($0)" }
    let header =
      #"{"accord":1,"event":"run","version":"0.1.0","contract":"Shop","url":"http://a","startedAt":1,"jobs":1,"seed":1,"shuffled":false,"repetitions":1,"steps":\#(ids.count),"contractSteps":8}"#
    let steps = ids.enumerated().map { index, id in
      #"{"event":"step","id":"\#(id)","index":\#(index),"repetition":1,"path":[],"title":"\#(id)","role":"step","section":0,"method":"GET","endpoint":"/items","tags":[],"location":{"file":"a.swift","line":1,"column":1},"outcome":"passed","tries":1,"flaky":false,"start":0.000,"duration":\#(id == slow ? 7_000 : 1_000).000}"#
    }
    let end =
      #"{"event":"end","passed":\#(ids.count),"failed":0,"errors":0,"skipped":0,"observed":0,"known":0,"fixed":0,"flaky":0,"requests":8,"duration":9.000}"#
    return ([header] + steps + [end]).joined(separator: "\n") + "\n"
  }

  @Test(
    "What is of no use is refused",
    arguments: [
      (["--durations", "x"], "--durations balances the parts of --shard, which is not given"),
      (
        ["--shard", "1/2", "--durations", "/nowhere/run.jsonl"],
        "--durations: /nowhere/run.jsonl: there is no such file; --report jsonl=PATH and --reports DIR "
          + "write one"
      ),
    ])
  func unusable(arguments: [String], words: String) {
    #expect { try part(arguments) } throws: { "\($0)" == words }
  }

  @Test("What changes the steps that are sent is part of what shards must agree on")
  func agreed() throws {
    func agreed(_ arguments: [String]) throws -> [String] {
      try #require(try ContractCommand.command(of: arguments) as? RunCommand).agreedByShards
    }
    #expect(try agreed(["--jobs", "3", "--url", "http://a", "--set", "a=b"]) == [])
    #expect(
      try agreed(["--repeat", "2", "--read-only", "--shuffle", "7"])
        == ["repeat 2", "read-only", "shuffle", "seed 7"])
    #expect(try agreed(["--shuffle"]) == ["shuffle"])
    #expect(try agreed(["--seed", "7"]) == ["seed 7"])
  }
}
