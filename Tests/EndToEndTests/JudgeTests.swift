import Foundation
import Testing

/// Runs cases, records them, judges the recordings when the servers are gone, and compares the verdicts.
@Suite("Judging a recording again")
struct JudgeTests {
  /// Each contract that is run, and of the options those that a recording must stand.
  static let cases = CaseFolder.all.filter { test in
    let arguments = CommandWords(test.arguments ?? "").arguments
    let isRun =
      test.text("exit")?.trimmed != "64" && !arguments.contains("--start")
      && !["list", "coverage", "--help", "--version"].contains(arguments.first)
      && !arguments.contains { ["--rerun-failed", "--shard", "--update-baseline"].contains($0) }
    let isReviewed = arguments.contains("--baseline") || arguments.contains("--compare")
    return isRun && (test.contract == test.name || options.contains(test.name) || isReviewed)
  }

  private static let options = [
    "fail-fast", "flaky-fails", "read-only", "repeat", "shuffle", "tag", "unreachable",
    "variables-of-file",
  ]

  /// A step whose verdict is another one, and why that must be.
  private struct Exception {
    let outcome: String
    let reasonKind: String
    let why: Comment

    init(_ outcome: String, _ reasonKind: String, _ why: Comment) {
      self.outcome = outcome
      self.reasonKind = reasonKind
      self.why = why
    }
  }

  private static let redacted = Exception(
    "error", "recording", "the live run saw a secret where the recording has ***")

  private static let exceptions: [String: [String: Exception]] = [
    "read-only": [
      "/users › POST /users #1": Exception(
        "skipped", "not-recorded", "what --read-only left out was not recorded"),
      "An order › POST /orders #1": Exception(
        "skipped", "not-recorded", "what --read-only left out was not recorded"),
      "An order › cleanup › DELETE /orders/{order} #1": Exception(
        "skipped", "nothing-to-clean-up", "what --read-only left out was not recorded"),
    ],
    "merged": ["GET /query?token={token} #1": redacted],
    "secrets": [
      "GET /bearer #1": redacted, "GET /query?token={token} #1": redacted,
      "POST /form #1": redacted, "POST /json #1": redacted,
    ],
  ]

  /// Cases of whose failed steps fewer findings are told, since some of them are about secrets.
  private static let casesOfFewerFindings = ["oauth2"]

  @Test("Each step has the verdict of the live run, with its reasons", arguments: cases)
  func verdicts(_ test: CaseFolder) throws {
    let run = try JudgedRun(test)
    let live = try run.live()
    let again = try run.judged()
    let exceptions = Self.exceptions[test.name] ?? [:]
    #expect(again.verdicts.steps.keys.sorted() == live.verdicts.steps.keys.sorted())
    // One has nothing but an entry of no step.
    #expect(!live.verdicts.steps.isEmpty || test.name == "baseline-strict")
    for (step, verdict) in live.verdicts.steps.sorted(by: { $0.key < $1.key }) {
      let judged = try #require(again.verdicts.steps[step])
      if let exception = exceptions[step] {
        #expect(judged.outcome == exception.outcome, exception.why)
        #expect(judged.reasonKind == exception.reasonKind, exception.why)
      } else if Self.casesOfFewerFindings.contains(test.name) {
        #expect(judged.outcome == verdict.outcome, "\(step)")
      } else {
        #expect(judged == verdict, "\(step)")
      }
    }
    if exceptions.isEmpty { #expect(again.exitCode == live.exitCode, "\(again.errors)") }
    #expect(again.output.contains("nothing was sent: \"live.har\" was judged again"))
  }

  @Test("There are recordings of many kinds")
  func count() {
    #expect(Self.cases.count >= 40)
    let names = Set(Self.cases.map(\.name))
    #expect(names.isSuperset(of: Self.exceptions.keys))
    let reviewed: Set = [
      "baseline", "baseline-fixed", "baseline-new", "baseline-strict-fixed",
      "compare", "compare-fail-none", "compare-fail-shape", "compare-part", "compare-repeat",
      "compare-same",
    ]
    #expect(names.isSuperset(of: reviewed))
  }

  @Test("A recording is held to a baseline and an earlier run that the live run was not")
  func reviewed() throws {
    let run = try JudgedRun(CaseFolder(name: "merged"))
    let live = try run.live()
    #expect(live.exitCode == 1)
    let known = try run.judged(["--baseline", "new.jsonl", "--update-baseline"])
    // The error is what no baseline knows.
    #expect(known.exitCode == 2)
    #expect(known.errors.contains("'new.jsonl' lists "))
    #expect(known.verdicts.steps["GET /fails #1"]?.outcome == "known")
    let again = try run.judged(["--baseline", "new.jsonl"])
    #expect(again.exitCode == 2)
    // A scenario goes on after a known failure, and there is nothing that was recorded of the rest.
    let last = again.verdicts.steps["A user is added and found › GET /people/2 #1"]
    #expect(last?.outcome == "skipped")
    #expect(last?.reasonKind == "not-recorded")
    #expect(try run.judged(["--compare", "live.jsonl"]).verdicts == run.judged().verdicts)
    try run.edit { $0.replacing("\"status\":204", with: "\"status\":200") }
    let changed = try run.judged(["--compare", "live.jsonl", "--baseline", "new.jsonl"])
    #expect(changed.exitCode == 1)
    let finding = try #require(changed.verdicts.steps["All is well › GET /well/again #1"]?.findings)
    #expect(finding.contains("expected status 204"))
    #expect(changed.output.contains("since the earlier run: status changed from 204 to 200"))
  }

  @Test("It is the recording that is judged: another answer there is another verdict")
  func edited() throws {
    let run = try JudgedRun(CaseFolder(name: "tag"))
    let live = try run.live()
    #expect(live.exitCode == 0)
    try run.edit { $0.replacing("\"status\":200", with: "\"status\":500") }
    let again = try run.judged()
    #expect(again.exitCode == 1)
    #expect(again.verdicts.steps.values.contains { $0.outcome == "failed" })
  }

  @Test("Of a run that was stopped no recording passes, and it says why")
  func stopped() throws {
    let run = try JudgedRun(CaseFolder(name: "fail-fast"))
    #expect(try run.live().exitCode == 1)
    #expect(run.recording.contains(#""_stopped":{"notRun":5}"#))
    // What failed is mended, and what was not run is as little known as before.
    try run.edit {
      $0.replacing("\"status\":404", with: "\"status\":200")
        .replacing("\"contract\":\"Outcomes\"", with: "\"contract\":\"Other\"")
    }
    let again = try run.judged(["--url", "http://x.example"])
    #expect(again.exitCode == 2)
    #expect(again.verdicts.steps["GET /fails #1"]?.outcome == "passed")
    #expect(again.verdicts.steps["GET /flaky #1"]?.reasonKind == "fail-fast")
    #expect(again.verdicts.steps["GET /left-out #1"]?.reasonKind == "disabled")
    #expect(
      again.errors.contains(
        "error: 5 steps have no verdict, since the recorded run was stopped before them"))
    #expect(again.output.contains("was stopped by --fail-fast before 5 steps"))
    #expect(again.output.contains("was recorded with another contract, \"Other\""))
    #expect(again.output.contains("--url counts for nothing"))
  }

  @Test("What is no archive is refused before anything is judged, and nothing is written")
  func refused() throws {
    let run = try JudgedRun(CaseFolder(name: "tag"))
    _ = try run.live()
    try run.edit { String($0.dropLast(40)) }
    let refusal = try run.refusal()
    #expect(refusal.exitCode == 64)
    #expect(refusal.errors.contains("error: live.har: is no JSON at octet "))
    #expect(refusal.errors.contains("A run writes it anew with --report har=PATH"))
    #expect(refusal.output == "")
  }
}
