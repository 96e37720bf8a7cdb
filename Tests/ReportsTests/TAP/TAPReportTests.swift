import AccordContract
import AccordDocuments
import AccordEngine
import AccordHTTP
import Testing

@testable import AccordReports

@Suite("TAP 14")
struct TAPReportTests {
  @Test("The version, the plan, a point for each step in the contract's order, and the counts")
  func whole() throws {
    var records = JUnitReportTests.records
    records.swapAt(0, 3)
    let lines = try rendered(.tap, Samples.run(records)).split(separator: "\n")
    #expect(
      lines.prefix(3) == [
        "TAP version 14", "1..8", "# Shop API at http://127.0.0.1:8080, seed 42, Accord 0.1.0",
      ])
    #expect(
      lines.filter { $0.hasPrefix("ok") || $0.hasPrefix("not ok") } == [
        "ok 1 - /users › GET /users", "not ok 2 - /users › POST /users",
        "not ok 3 - /a/b.c › x › GET /a",
        "ok 4 - GET /lone # SKIP not run, since --fail-fast stops at the first failure",
        "ok 5 - GET /lone/2 # SKIP observed: nothing was expected", "ok 6 - /users › GET /users/2",
        "ok 7 - /users › GET /users/3 # TODO fixed: it passes; .knownIssue can go",
        "not ok 8 - /users › GET /users/4 # TODO known: ticket 12",
      ])
    #expect(
      lines.last
        == "# 3 passed, 1 failed, 1 error, 1 skipped, 1 observed, 1 known, 1 fixed, 1 flaky")
  }

  @Test("A failure's diagnostic has what was found, where, and the command to see it again")
  func diagnostic() throws {
    let text = try rendered(.tap, Samples.run([Samples.cartFailure()]))
    #expect(
      text.contains(
        """
        not ok 1 - A cart item is added, changed and removed › 2. PUT /cart/{cart}
          ---
          message: "$.quantity: expected 3, found 2"
          severity: fail
          at: {file: "specs/Cart.swift", line: 21, column: 5}
          findings:
            - kind: json
              message: "$.quantity: expected 3, found 2"
              at: {file: "specs/Cart.swift", line: 21, column: 5}
          exchange:
            - "PUT http://127.0.0.1:8080/cart/42 answered 200 OK"
          reproduce:
            - "curl -X PUT -H 'Content-Type: application/json' -d '{\\"quantity\\":3}' http://127.0.0.1:8080/cart/42"
          duration_ms: 12.000
          ...

        """))
  }

  @Test("An empty run is a plan of nothing, with the reason")
  func empty() throws {
    #expect(try rendered(.tap, Samples.run([])).contains("\n1..0 # SKIP no step was selected\n"))
    #expect(try rendered(.tap, []) == "TAP version 14\n1..0 # SKIP nothing was run\n")
  }

  @Test("A server that cannot be reached and a signal end the run with a bail-out")
  func bailOut() throws {
    let unreachable = Samples.record(0, .errored(.unreachable(Samples.refused)), exchanges: [])
    let text = try rendered(.tap, Samples.run([unreachable], unreachable: Samples.refused))
    #expect(!text.contains("not ok"))
    #expect(text.contains("\nBail out! http://127.0.0.1:8080 cannot be reached: no connection: "))
    let stopped = Samples.record(0, .skipped(.interrupted), exchanges: [])
    #expect(
      try rendered(.tap, Samples.run([stopped], signal: 15))
        .hasSuffix("\nBail out! stopped by SIGTERM\n"))
  }

  @Test(
    "A description cannot become a directive, in TAP 14 nor for readers that know no escapes",
    arguments: [
      ("a # b \\ c", ##"a \# b \\ c"##), ("#skip", #"\\u{23}skip"#),
      ("x # TODO y", #"x \\u{23} TODO y"#),
      ("a\nok 2", #"a\\nok 2"#), ("#1", ##"\#1"##),
    ])
  func description(title: String, written: String) throws {
    let record = Samples.record(0, .failed, path: [], title: title)
    let text = try rendered(.tap, Samples.run([record]))
    #expect(text.contains("not ok 1 - \(written)\n  ---"))
  }

  @Test("A secret that is a word of the format leaves a document that can be read")
  func secretWord() throws {
    let record = Samples.record(0, .known("TODO"), path: [], title: "message TODO")
    let secrets = ["message", "TODO", "severity", "duration_ms", "12.000"]
    let text = try rendered(.tap, Samples.run([record], secrets: secrets))
    #expect(text.contains("not ok 1 - *** *** # TODO known: ***\n"))
    #expect(text.contains("\n  severity: todo\n"))
    #expect(text.contains("\n  duration_ms: 12.000\n"))
  }

  // MARK: - Read with tap.py and PyYAML

  @Test(
    "Others read what was written",
    .enabled(if: ForeignReader.isThere, ForeignReader.absence))
  func readBack() throws {
    let runs = [
      Samples.run(JUnitReportTests.records), Samples.run([]),
      Samples.run([Samples.cartFailure()], unreachable: Samples.refused),
    ]
    let read = try ForeignReader.tap.read(.tap, runs)
    #expect(read[0].at("version")?.compactText == "14")
    #expect(read[0].at("plan")?.compactText == #"{"count":8,"skip":false}"#)
    #expect(read[0].at("unknown")?.compactText == "0")
    let points = try #require(read[0].at("points")).elements
    #expect(
      points.map { $0.at("ok")?.boolean } == [true, false, false, true, true, true, true, false])
    #expect(points.map { $0.at("skip")?.boolean ?? false }.count { $0 } == 2)
    #expect(
      points.map { $0.at("todo")?.boolean } == [
        false, false, false, false, false, false, true, true,
      ])
    #expect(read[0].at("points", 7, "reason")?.string == "known: ticket 12")
    #expect(read[0].at("points", 1, "diagnostic", "findings", 1, "at", "line")?.compactText == "21")
    #expect(read[0].at("points", 5, "diagnostic", "flaky")?.boolean == true)
    #expect(read[1].at("plan")?.compactText == #"{"count":0,"skip":true}"#)
    #expect(read[2].at("bail")?.string?.hasPrefix("http://127.0.0.1:8080 cannot") == true)
  }

  @Test(
    "What a hostile server sends stays one scalar of the YAML",
    .enabled(if: ForeignReader.isThere, ForeignReader.absence))
  func hostile() throws {
    let runs = HostileTextTests.texts.map { Samples.run(HostileTextTests.records($0)) }
    for (text, read) in zip(HostileTextTests.texts, try ForeignReader.tap.read(.tap, runs)) {
      let points = try #require(read.at("points")).elements
      #expect(points.count == 8, "\(text)")
      #expect(read.at("unknown")?.compactText == "0", "\(text)")
      #expect(read.at("bail")?.isNull == true)
      for position in 0..<6 {
        let diagnostic = read.at("points", position, "diagnostic")
        #expect(diagnostic?.at("message")?.string?.isEmpty == false, "\(text)")
        #expect(diagnostic?.at("duration_ms") != nil, "\(text)")
      }
    }
  }
}
