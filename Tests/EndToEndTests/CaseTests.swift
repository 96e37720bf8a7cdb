import Foundation
import Testing

/// Runs every folder in `Cases` and compares what comes of it, letter by letter.
///
/// With `ACCORD_RECORD=1` in the environment what comes of it is written as what is expected.
@Suite("End-to-end cases")
struct CaseTests {
  @Test("A case prints, reports and exits as its folder says", arguments: CaseFolder.all)
  func run(_ test: CaseFolder) throws {
    let seen = try CaseRun(test).perform()
    if ProcessInfo.processInfo.environment["ACCORD_RECORD"] == "1" {
      try test.record(seen.output, as: "expected.txt")
      try test.record(seen.errors.isEmpty ? nil : seen.errors, as: "expected.err")
      try test.record(seen.report, as: "expected.xml")
      try test.record("\(seen.exitCode)\n", as: "exit")
      for name in test.written { try test.record(seen.written[name], as: "written/\(name)") }
      return
    }
    #expect(seen.output == test.text("expected.txt"))
    #expect(seen.errors == test.text("expected.err") ?? "")
    #expect(seen.report == test.text("expected.xml"))
    #expect("\(seen.exitCode)" == test.text("exit")?.trimmed)
    for name in test.written {
      #expect(seen.written[name] == test.text("written/\(name)"), "\(name)")
    }
  }

  @Test("There are cases")
  func count() {
    #expect(CaseFolder.all.count >= 30)
  }
}
