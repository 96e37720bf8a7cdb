import Testing

@testable import AccordCommandLine
@testable import AccordEngine

@Suite("Exit codes")
struct ExitStatusTests {
  /// How a run ended.
  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var code: Int32
    var passed = 0
    var failed = 0
    var errors = 0
    var skipped = 0
    var observed = 0
    var known = 0
    var flaky = 0
    var signal: Int32?
    var failsOnFlaky = false
    var allowsEmpty = false
    var countsObserved = false
    var hasOtherFailures = false
    var hasOtherErrors = false

    var testDescription: String { name }
  }

  @Test(
    "The exit code says what came of the run",
    arguments: [
      Row(name: "all passed", code: 0, passed: 3),
      Row(name: "known issues aside", code: 0, passed: 1, known: 1),
      Row(name: "only known issues", code: 0, known: 1),
      Row(name: "skipped and observed besides", code: 0, passed: 1, skipped: 1, observed: 1),
      Row(name: "flaky passes", code: 0, passed: 1, flaky: 1),
      Row(name: "a failure", code: 1, passed: 9, failed: 1),
      Row(name: "a failure goes before an error", code: 1, failed: 1, errors: 1),
      Row(
        name: "a failure goes before a report's error", code: 1, failed: 1, hasOtherErrors: true),
      Row(
        name: "flaky fails where that is asked for", code: 1, passed: 1, flaky: 1,
        failsOnFlaky: true),
      Row(name: "nothing flaky, where that is asked for", code: 0, passed: 1, failsOnFlaky: true),
      Row(name: "an error", code: 2, passed: 9, errors: 1),
      Row(name: "a report could not be written", code: 2, passed: 1, hasOtherErrors: true),
      Row(name: "nothing at all", code: 3),
      Row(name: "only skipped", code: 3, skipped: 2),
      Row(name: "only observed", code: 3, observed: 2),
      Row(name: "only observed, and compared", code: 0, observed: 2, countsObserved: true),
      Row(name: "only skipped, and compared", code: 3, skipped: 2, countsObserved: true),
      Row(
        name: "entries of the baseline that are of no step", code: 1, passed: 1, errors: 1,
        hasOtherFailures: true),
      Row(name: "nothing, which is allowed", code: 0, allowsEmpty: true),
      Row(name: "only observed, which is allowed", code: 0, observed: 1, allowsEmpty: true),
      Row(
        name: "nothing, and a report could not be written", code: 2, allowsEmpty: true,
        hasOtherErrors: true),
      Row(name: "SIGHUP", code: 129, passed: 1, signal: 1),
      Row(name: "SIGINT", code: 130, passed: 1, failed: 1, signal: 2),
      Row(name: "SIGTERM", code: 143, errors: 1, signal: 15, hasOtherErrors: true),
    ])
  func code(row: Row) {
    var totals = RunTotals()
    totals.passed = row.passed
    totals.failed = row.failed
    totals.errors = row.errors
    totals.skipped = row.skipped
    totals.observed = row.observed
    totals.known = row.known
    totals.flaky = row.flaky
    let footer = RunFooter(
      totals: totals, duration: .seconds(1), requestCount: 1, signal: row.signal, unreachable: nil)
    #expect(
      ExitStatus.of(
        footer, failsOnFlaky: row.failsOnFlaky, allowsEmpty: row.allowsEmpty,
        countsObserved: row.countsObserved, hasOtherFailures: row.hasOtherFailures,
        hasOtherErrors: row.hasOtherErrors) == row.code)
  }
}
