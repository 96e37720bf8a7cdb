import AccordContract
import AccordEngine
import AccordHTTP
import Testing

@testable import AccordReports

@Suite("What every report says of a step besides what it came to")
struct RemarkTests {
  private static let name = "/users › GET /users"

  private static var flaky: StepRecord {
    var record = Samples.record(0, .passed(isFixed: false))
    record.isFlaky = true
    record.tries = 2
    return record
  }

  /// The same with `--fail-on-flaky`.
  private static var failed: StepRecord {
    var record = flaky
    record.outcome = .failed
    record.findings = [
      Finding(Mismatch(.tries, expected: .firstTry, found: .count(2)), at: Samples.place)
    ]
    return record
  }

  private static var waited: StepRecord {
    var record = Samples.record(0, .passed(isFixed: false))
    record.deferrals = [Deferral(status: 429, course: .waited(.milliseconds(1_010)), exchange: 0)]
    return record
  }

  private static var sentAgain: StepRecord {
    var record = Samples.record(0, .passed(isFixed: false))
    let once = record.exchanges[0]
    record.exchanges = [Exchange(request: once.request, result: once.result, sendCount: 2)]
    return record
  }

  @Test(
    "That it passed only when it was sent again",
    arguments: [
      (.text, ["• flaky: \(name): passed on try 2, after no answer\n", "1 passed, 1 flaky"]),
      (.colored, ["flaky: \(name): passed on try 2, after no answer\n", "1 flaky"]),
      (.wire, ["  flaky: passed on try 2, after no answer\n", "1 passed, 1 flaky"]),
      (.quiet, ["1 passed, 1 flaky"]),
      (
        .junit,
        [
          #"<property name="flaky" value="true"/>"#,
          #"<flakyFailure message="no answer before try 2, which passed" type="accord.flaky">"#,
        ]
      ),
      (.strict, ["<system-out>flaky: \(name): passed on try 2, after no answer\n</system-out>"]),
      (.jsonLines, [#""outcome":"passed","tries":2,"flaky":true"#, #""fixed":0,"flaky":1"#]),
      (.tap, ["\nok 1 - ", "\n  flaky: true\n", "\n# 1 passed, 1 flaky\n"]),
      (
        .ctrf,
        [
          #""message":"flaky: passed on try 2, after no answer","retries":1,"flaky":true"#,
          #""other":0,"flaky":1"#,
        ]
      ),
      (.har, [#""outcome":"passed""#, #""flaky":true"#]),
      (.troubledHAR, []),
      (
        .markdown,
        [
          "### Flaky: passed only when sent again (1)\n\n- `\(name)`: "
            + "`passed on try 2, after no answer`\n"
        ]
      ),
      (
        .github,
        [
          "::warning file=specs/Cart.swift,line=21,col=5,title=Flaky%3A \(name)::"
            + "passed on try 2, after no answer\n"
        ]
      ),
      (.html, [#"["y"],"flaky: passed on try 2, after no answer"]"#, "1 passed, 1 flaky"]),
    ] as [(ReportKind, [String])])
  func flaky(kind: ReportKind, texts: [String]) throws {
    let report = try rendered(kind, Samples.run([Self.flaky]))
    for text in texts { #expect(report.contains(text), "\(text)") }
  }

  @Test("That --fail-on-flaky makes it a failure, and why", arguments: ReportKind.ofSteps)
  func failedAsFlaky(kind: ReportKind) throws {
    let marks: [ReportKind: [String]] = [
      .text: ["✘ \(Self.name) ", "0 passed, 1 failed, 1 flaky", "reproduce: curl "],
      .wire: ["✘ \(Self.name) ", "0 passed, 1 failed, 1 flaky"],
      .quiet: ["✘ \(Self.name) ", "0 passed, 1 failed, 1 flaky"],
      .colored: ["\u{1B}[31m✘"],
      .junit: [
        #"failures="1""#, #"type="accord.failure.flaky""#,
        #"<property name="flaky" value="true"/>"#,
      ],
      .strict: [#"failures="1""#, #"type="accord.failure.flaky""#],
      .jsonLines: [
        #""outcome":"failed","findings":[{"kind":"flaky","#, #""flaky":true"#,
        #""failed":1,"errors":0"#,
      ],
      .tap: ["\nnot ok 1 - ", "severity: fail", "kind: flaky", "flaky: true"],
      .ctrf: [#""status":"failed","rawStatus":"failed""#, #""flaky":true"#, #""failed":1"#],
      .har: [#""outcome":"failed""#, #""flaky":true"#],
      .troubledHAR: [#""outcome":"failed""#, #""flaky":true"#],
      .markdown: [": 1 failed\n", "### Failed (1)"],
      .github: ["::error file=", ",line=21,col=5,title=Failed%3A \(Self.name)::flaky: "],
      .html: [#"["y"],"flaky: "#, "<strong>Failed</strong> <span>1 failed, 1 flaky</span>"],
    ]
    let report = try rendered(kind, Samples.run([Self.failed]))
    #expect(
      report.contains(
        "flaky: passed on try 2, after no answer, which --fail-on-flaky does not allow"))
    for text in try #require(marks[kind]) { #expect(report.contains(text), "\(text)") }
    // Consumers take that for a case that passed.
    #expect(!report.contains("flakyFailure"))
  }

  @Test("How long it waited since an answer asked for it", arguments: ReportKind.ofSteps)
  func waited(kind: ReportKind) throws {
    let report = try rendered(kind, Samples.run([Self.waited]))
    switch kind {
    case .jsonLines:
      #expect(report.contains(#""retryAfter":[{"status":429,"waited":1010.000}]"#))
      #expect(report.contains(#""waits":1,"waited":1010.000"#))
    case .quiet: #expect(report.contains("waited once, for 1.01 s in all, as Retry-After asked"))
    case .troubledHAR: #expect(!report.contains("1.01 s"))
    default: #expect(report.contains("once, for 1.01 s, as Retry-After of 429 asked"))
    }
    if [.tap, .text, .html].contains(kind) {
      #expect(report.contains("waited once, for 1.01 s in all, as Retry-After asked"))
    }
    if kind == .markdown {
      #expect(report.contains("\nWaited once, for 1.01 s in all, as Retry-After asked.\n"))
    }
  }

  @Test("That it went out again on another connection", arguments: ReportKind.ofSteps)
  func sentAgain(kind: ReportKind) throws {
    let report = try rendered(kind, Samples.run([Self.sentAgain]))
    switch kind {
    case .quiet, .troubledHAR, .json: break
    case .jsonLines, .har: #expect(report.contains(#""sendCount":2"#))
    case .junit: #expect(report.contains(#"<property name="sentAgain" value="true"/>"#))
    case .tap: #expect(report.contains("\n  sent_again: true\n"))
    case .text, .colored, .strict:
      #expect(
        report.contains("sent again: \(Self.name): a kept connection had ended before an answer"))
    case .markdown:
      #expect(
        report.contains("### Sent again (1)\n\n- `\(Self.name)`: a kept connection had ended"))
    case .github:
      #expect(report.contains("title=Sent again%3A \(Self.name)::a kept connection had ended"))
    case .wire, .ctrf, .html:
      #expect(report.contains("sent again: a kept connection had ended before an answer"))
    }
  }

  @Test("What is said of many steps in a strict suite is bounded")
  func manyRemarks() throws {
    var records: [StepRecord] = []
    for index in 0..<1_002 {
      var record = Self.flaky
      record.index = index
      records.append(record)
    }
    let report = try rendered(.strict, Samples.run(records))
    #expect(report.split(separator: "\n").count { $0.hasPrefix("flaky: ") } == 999)
    #expect(report.contains("and 2 more remarks\n</system-out>"))
  }
}
