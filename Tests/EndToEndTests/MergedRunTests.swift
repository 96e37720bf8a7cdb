import Foundation
import Testing

/// Runs a contract at once, and again in shards that are joined, and compares every report.
///
/// What must differ is taken out of both: times and what is made of them, the date, the port, and in the
/// joined run how many shards there were. All else is compared letter by letter.
@Suite("Shards that are joined")
struct MergedRunTests {
  static let kinds = [
    "junit", "junit-strict", "text", "html", "jsonl", "tap", "ctrf", "har", "markdown", "github",
  ]

  @Test("Every report is that of a run of the whole", arguments: kinds)
  func reports(kind: String) throws {
    let run = try MergedRun(CaseFolder(name: "merged"))
    let whole = try run.whole(report: kind)
    let joined = try run.joined(report: kind)
    #expect(whole.exitCode == 1)
    #expect(joined.exitCode == 1)
    #expect(joined.errors == "")
    expectSame(joined.report, whole.report)
    #expect(whole.report.count > 500)
  }

  @Test("What is printed is that of a run of the whole", arguments: [[], ["-q"], ["-v"]])
  func printed(options: [String]) throws {
    let run = try MergedRun(CaseFolder(name: "merged"))
    let whole = try run.whole(report: "tap", options)
    let joined = try run.joined(report: "tap", merge: options)
    expectSame(joined.output, whole.output)
  }

  /// Who is given an option: the shards, the merge, or both.
  enum Bearer: CaseIterable {
    case shards, merge, both
  }

  static let options = [
    ["--baseline", "known.jsonl"], ["--baseline", "known.jsonl", "--strict-baseline"],
    ["--compare", "earlier.jsonl"], ["--compare", "earlier.jsonl", "--compare-fail", "none"],
    ["--compare", "earlier.jsonl", "--compare-fail", "shape,fields", "--volatile", "seen"],
    ["--baseline", "known.jsonl", "--compare", "earlier.jsonl"], ["--fail-on-flaky"],
  ]

  @Test(
    "Verdicts and reports are those of a run of the whole, whoever is held to more",
    arguments: options,
    Bearer.allCases)
  func held(options: [String], bearer: Bearer) throws {
    let run = try MergedRun(CaseFolder(name: "merged"))
    _ = try run.whole(report: "jsonl")
    let earlier = try #require(run.file("whole.jsonl"))
    let changed = earlier.replacing(#""seen":"boolean""#, with: #""seen":"string""#)
      .replacing(#""GET /well/again""#, with: #""GET /well/before""#)
      .replacing(#""x-version"]"#, with: #""x-former"]"#)
      .replacing(#"/fixed","status":200"#, with: #"/fixed","status":500"#)
      .replacing(#"/people","status":201"#, with: #"/people","status":200"#)
    #expect(changed != earlier)
    try run.write(changed, to: "earlier.jsonl")
    for kind in ["jsonl", "text", "har"] {
      let whole = try run.whole(report: kind, options)
      let joined = try run.joined(
        report: kind, shards: bearer == .merge ? [] : options,
        merge: bearer == .shards ? [] : options)
      #expect(joined.exitCode == whole.exitCode)
      if bearer == .shards {
        // Each shard tells what it compared of its own.
        expectSame(joined.report.withoutWarnings, whole.report.withoutWarnings)
      } else {
        expectSame(joined.report, whole.report)
      }
    }
  }

  @Test(
    "What rules say of the shards' exchanges is what they say in a run of the whole",
    arguments: ["warn", "fail"])
  func rules(mode: String) throws {
    let run = try MergedRun(CaseFolder(name: "merged"))
    let options = ["--conformance", mode]
    for kind in Self.kinds {
      let whole = try run.whole(report: kind, options)
      let joined = try run.joined(report: kind, shards: options)
      #expect(joined.exitCode == whole.exitCode)
      #expect(joined.errors == "")
      expectSame(joined.report, whole.report, kind)
      if kind == "jsonl" { #expect(whole.report.contains(#""verdict":"violation""#)) }
    }
  }

  @Test("The baseline that is written is that of a run of the whole")
  func update() throws {
    let run = try MergedRun(CaseFolder(name: "merged"))
    let options = ["--baseline", "new.jsonl", "--update-baseline"]
    _ = try run.whole(report: "tap", options)
    let whole = try #require(run.file("new.jsonl"))
    try run.remove("new.jsonl")
    // A scenario goes on after what a baseline knows: shards need it for that, the merge to write it.
    try run.write(whole, to: "known-by-shards.jsonl")
    _ = try run.joined(
      report: "tap", shards: ["--baseline", "known-by-shards.jsonl"], merge: options)
    #expect(run.file("new.jsonl") == whole)
    #expect(whole.split(separator: "\n").count > 5)
  }

  @Test("Without an archive of all, the exchanges of failed and errored steps are there")
  func standardSet() throws {
    let run = try MergedRun(CaseFolder(name: "merged"))
    let whole = try run.whole(reportsIn: "whole")
    let joined = try run.joined(reportsIn: "joined", recordsAll: false)
    #expect(joined.errors == "")
    expectSame(
      run.normalized("joined/exchanges.har"), run.normalized("whole/exchanges.har"))
    for name in ["junit.xml", "summary.txt", "run.jsonl"] {
      expectSame(run.normalized("joined/\(name)"), run.normalized("whole/\(name)"), "\(name)")
    }
    #expect(joined.exitCode == whole.exitCode)
    // Of a step that passed nothing but the record is there, and the page says so.
    let page = run.normalized("joined/report.html")
    #expect(page.contains("fields and body are not in the record of the run"))
    #expect(page.contains("<p>Something went wrong".replacing("<", with: "\\u003C")))
  }

  @Test("A refused merge leaves neither files nor folders, and prints nothing")
  func refused() throws {
    let run = try MergedRun(CaseFolder(name: "merged"))
    try run.runShards(recordsAll: false)
    let result = try run.merge(["shard-1", "shard-3", "--reports", "joined/all"])
    #expect(result.exitCode == 2)
    #expect(result.output == "")
    #expect(result.errors == "error: shard 2 of 3 is missing\n")
    #expect(!run.exists("joined"))
    try run.truncate("shard-2/run.jsonl")
    let cut = try run.merge(["shard-1", "shard-2", "shard-3", "--reports", "joined/all"])
    #expect(cut.exitCode == 2)
    #expect(cut.output == "")
    #expect(!run.exists("joined"))
  }

  private func expectSame(
    _ joined: String, _ whole: String, _ name: String = "",
    location: SourceLocation = #_sourceLocation
  ) {
    guard joined != whole else { return }
    let (ours, theirs) = (
      joined.split(separator: "\n", omittingEmptySubsequences: false),
      whole.split(separator: "\n", omittingEmptySubsequences: false)
    )
    let place = zip(ours, theirs).enumerated().first { $1.0 != $1.1 }?.offset
    let line = place ?? min(ours.count, theirs.count)
    func shown(_ lines: [Substring]) -> String {
      guard lines.indices.contains(line) else { return "the end" }
      let others = line < theirs.count ? theirs[line] : ""
      let mine = line < ours.count ? ours[line] : ""
      let common = zip(mine, others).prefix { $0 == $1 }.count
      return "…" + lines[line].dropFirst(max(0, common - 80)).prefix(240)
    }
    Issue.record(
      "\(name) line \(line + 1)\n joined: \(shown(ours))\n whole:  \(shown(theirs))",
      sourceLocation: location)
  }
}

extension String {
  /// A report without the warnings of the run, which are of each shard's part.
  fileprivate var withoutWarnings: String {
    replacingOccurrences(
      of: #","warnings":\[[^\]]*\]|(?m)^  warning: .*\n"#, with: "", options: .regularExpression)
  }
}
