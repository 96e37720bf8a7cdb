import AccordContract
import AccordDocuments
import AccordEngine
import AccordHTTP
import AccordRuns
import Foundation
import Testing

@testable import AccordReports

@Suite("What reviews say, in reports")
struct ReviewTests {
  static let change = StepChange(.shape, "$.a", before: "integer", after: "string")

  static var entry: BaselineEntry {
    var entry = BaselineEntry(id: "GET /users", kind: "json", place: "$.a")
    entry.reason = "ABC-1: wrong type"
    entry.owner = "team-a"
    entry.expires = CalendarDay("2026-01-31")
    entry.line = 3
    return entry
  }

  static let remarks: [(Remark, String)] = [
    (.changed(change), "$.a changed from integer to string"),
    (.knownBesides(count: 1, file: "k.jsonl"), "1 more finding is known, listed in k.jsonl"),
    (
      .knownBesides(count: 1_200, file: "k.jsonl"),
      "1,200 more findings are known, listed in k.jsonl"
    ),
    (
      .expired(entry, file: "k.jsonl"),
      "it was known until 2026-01-31 and that has passed: ABC-1: wrong type (team-a); mend it, or change k.jsonl:3"
    ),
    (
      .fixed(entry, file: "k.jsonl"),
      "it passes; its entry for json $.a can go (k.jsonl:3)"
    ),
    (.recorded(kind: "fixed", message: "as it was"), "as it was"),
  ]

  @Test("A remark is one sentence", arguments: remarks)
  func remark(remark: Remark, text: String) { #expect(Wording().message(remark) == text) }

  @Test(
    "What is on one side only is named",
    arguments: [
      (
        RunWarning.unknownStepsInBaseline(file: "k.jsonl", ids: ["GET /a", "GET /b"]),
        "k.jsonl lists 2 steps that the contract does not have: GET /a, GET /b"
      ),
      (.addedSteps(file: "r.jsonl", ids: ["GET /a"]), "1 step not in r.jsonl: GET /a"),
      (
        .removedSteps(file: "r.jsonl", ids: (1...22).map { "GET /\($0)" }),
        "22 steps of r.jsonl no longer in the contract: "
          + (1...20).map { "GET /\($0)" }.joined(separator: ", ") + " and 2 more"
      ),
      (
        .comparedWithPart(file: "r.jsonl", count: 1, of: 3),
        "r.jsonl has 1 of its contract's 3 steps only: the others are compared with nothing"
      ),
      (
        .comparedWithStopped(file: "r.jsonl", count: 1),
        "r.jsonl was stopped before 1 step: it is compared with nothing"
      ),
      (
        .stoppedRunAgain(file: "r.jsonl", count: 192, signal: 2),
        "r.jsonl was stopped by SIGINT before 192 steps: they are run now, too"
      ),
      (
        .stoppedRunAgain(file: "r.jsonl", count: 1, signal: nil),
        "r.jsonl was stopped by --fail-fast before 1 step: it is run now, too"
      ),
      (
        .recordingOfStopped(file: "a/r.har", count: 172, signal: 15),
        "the run that \"a/r.har\" recorded was stopped by SIGTERM before 172 steps, which have no verdict"
      ),
      (
        .recordingOfContract("Other", file: "a/r.har", contract: "Shop"),
        "\"a/r.har\" was recorded with another contract, \"Other\" and not \"Shop\": steps are found by their ids"
      ),
      (
        .urlOfOwnRecording(file: "r.har"),
        "\"r.har\" says itself which step an exchange belongs to: --url counts for nothing"
      ),
      (
        .probesNotJudged(names: ["Shop API"]),
        "\"Shop API\" is not judged: a recording has no answers to what a probe asks"
      ),
      (
        .probesNotJudged(names: ["a", "b\u{1B}"]),
        "\"a\", \"b\\u{1B}\" are not judged: a recording has no answers to what a probe asks"
      ),
      (
        .failedStepsGone(file: "r.jsonl", ids: ["GET /\u{1B}[31m"]),
        "1 step to be run again of r.jsonl no longer in the contract: GET /\\u{1B}[31m"
      ),
      (
        .failedForBaseline(file: "r.jsonl", count: 2),
        "r.jsonl failed for 2 stale entries of a baseline too, which no step is run for: give "
          + "--baseline and --strict-baseline again"
      ),
    ])
  func warning(warning: RunWarning, text: String) { #expect(Wording().message(warning) == text) }

  static let changes: [(StepChange, String)] = [
    (StepChange(.status, before: "200", after: "500"), "status changed from 200 to 500"),
    (
      StepChange(.outcome, before: "passed", after: "failed"),
      "outcome changed from passed to failed"
    ),
    (StepChange(.type, before: nil, after: "a/b"), "media type changed from none to a/b"),
    (StepChange(.fields, "etag", before: "sent", after: nil), "field etag is no longer sent"),
    (StepChange(.fields, "etag", before: nil, after: "sent"), "field etag is new"),
    (
      StepChange(.shape, "$.a", before: "string", after: nil),
      "$.a is no longer there; it was string"
    ),
    (StepChange(.shape, "$.a", before: nil, after: "string"), "$.a is new: string"),
    (
      StepChange(.shape, "$['\u{1B}[31m']", before: nil, after: "string"),
      "$['\\u{1B}[31m'] is new: string"
    ),
  ]

  @Test("A change is one sentence", arguments: changes)
  func change(change: StepChange, text: String) { #expect("\(change)" == text) }

  /// A run with every remark.
  static var run: [Event] {
    var failing = change
    failing.fails = true
    var records = [
      Samples.record(0, .passed(isFixed: true)), Samples.record(1, .observed),
      Samples.record(2, .failed), Samples.cartFailure(), Samples.record(4, .known("ABC-1")),
      Samples.record(5, .skipped(.earlierStep(id: "GET /a")), exchanges: []),
    ]
    records[0].remarks = [.fixed(entry, file: "k.jsonl")]
    records[1].remarks = [.changed(change)]
    records[2].remarks = [.changed(failing)]
    records[2].findings = [
      Finding(
        .recorded(kind: "change", place: "$.a", message: failing.description), at: Samples.place)
    ]
    records[3].index = 3
    records[3].remarks = [
      .expired(entry, file: "k.jsonl"), .knownBesides(count: 2, file: "k.jsonl"),
      .changed(StepChange(.outcome, before: "known", after: "failed")),
    ]
    records[4].remarks = [.changed(change)]
    records[5].remarks = [.changed(StepChange(.outcome, before: "passed", after: "skipped"))]
    return Samples.run(records)
  }

  @Test("The text tells changes, what is fixed, and why a known failure fails now")
  func text() throws {
    let text = try rendered(.text, Self.run)
    for line in [
      "• fixed: /users › GET /users: it passes; its entry for json $.a can go (k.jsonl:3)",
      "• changed: /users › GET /users: $.a changed from integer to string",
      "     $.a changed from integer to string",
      "  it was known until 2026-01-31 and that has passed: ABC-1: wrong type (team-a); mend it, or change k.jsonl:3",
      "  2 more findings are known, listed in k.jsonl",
      "  since the earlier run: outcome changed from known to failed",
      "• changed: /users › GET /users: outcome changed from passed to skipped",
      "Shop API: 1 passed, 2 failed, 1 skipped, 1 observed, 1 known, 1 fixed, 1 expired, 5 changed (outcome 2, shape 3)",
    ] {
      #expect(text.contains(line), "\(line)\n\(text)")
    }
  }

  @Test("JUnit has a property for each remark", arguments: [ReportKind.junit])
  func junit(kind: ReportKind) throws {
    let text = try rendered(kind, Self.run)
    for part in [
      #"name="fixed" value="it passes; its entry for json $.a can go (k.jsonl:3)""#,
      #"name="changed" value="$.a changed from integer to string""#,
      #"name="expired" value="it was known until"#, #"name="known-besides" value="2 more"#,
      #"type="accord.failure.change""#,
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test("JSON Lines has the changes as data and the rest in words")
  func jsonLines() throws {
    let text = try rendered(.jsonLines, Self.run)
    for part in [
      #""changes":[{"kind":"shape","place":"$.a","before":"integer","after":"string","fails":true}]"#,
      #""remarks":[{"kind":"fixed","message":"it passes; its entry for json $.a can go (k.jsonl:3)"}]"#,
      #""changed":5,"changedKinds":{"outcome":2,"shape":3},"expired":1"#,
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test("Markdown says how many steps changed in which way, and what of each, known ones too")
  func markdown() throws {
    let text = try rendered(.markdown, Self.run)
    for part in [
      "| passed | failed | errors | skipped | observed | known | fixed | expired | changed |\n",
      "\n| 1 | 2 | 0 | 1 | 1 | 1 | 1 | 1 | 5 |\n",
      "\n5 steps changed since the earlier run: outcome 2, shape 3\n",
      "### Changed since the earlier run (2)\n\n"
        + "- `/users › GET /users`: `$.a changed from integer to string`\n"
        + "- `/users › GET /users`: outcome changed from passed to skipped\n",
      "- `/users › GET /users`: `it passes; its entry for json $.a can go (k.jsonl:3)`\n",
      "- `/users › GET /users`: `ABC-1`; `changed: $.a changed from integer to string`\n",
      "\nit was known until 2026-01-31 and that has passed",
    ] {
      #expect(text.contains(part), "\(part)\n\(text)")
    }
  }

  @Test("TAP has what changed of each step, also of one that was not sent, and the sum")
  func tap() throws {
    let text = try rendered(.tap, Self.run)
    for part in [
      "\n# 1 passed, 2 failed, 1 skipped, 1 observed, 1 known, 1 fixed, 1 expired, 5 changed\n"
        + "# changed since the earlier run: outcome 2, shape 3\n",
      "\n  changed:\n    - \"$.a changed from integer to string\"\n",
      "\n  changed:\n    - \"outcome changed from known to failed\"\n  expired: true\n",
      "\nok 6 - /users › GET /users # SKIP an earlier step did not pass: GET /a\n  ---\n"
        + "  changed:\n    - \"outcome changed from passed to skipped\"\n",
    ] {
      #expect(text.contains(part), "\(part)\n\(text)")
    }
    #expect(text.split(separator: "  changed:\n").count == 6)
  }

  @Test("CTRF has the changes as data, and the sums")
  func ctrf() throws {
    let text = try rendered(.ctrf, Self.run)
    for part in [
      #""changes":[{"kind":"shape","place":"$.a","before":"integer","after":"string","fails":true}]"#,
      #""changes":[{"kind":"outcome","before":"passed","after":"skipped"}]"#,
      #""expired":true,"changes":[{"kind":"outcome","before":"known","after":"failed"}]"#,
      #""fixed":1,"expired":1,"changed":5,"changedKinds":{"outcome":2,"shape":3}"#,
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test("The HTML report has marks to filter by, what each change was, and the sums at a glance")
  func html() throws {
    let report = HTMLDocument(try rendered(.html, Self.run))
    #expect(
      try report.rows.map { $0["marks"]?.compactText }
        == [#"["x"]"#, #"["h"]"#, #"["h"]"#, #"["d","o"]"#, #"["h"]"#, #"["o"]"#])
    #expect(report.title.hasPrefix("Failed: 2 failed, 1 passed, 1 skipped, 1 observed, 1 known, "))
    #expect(report.title.contains("1 fixed, 1 expired, 5 changed"))
    let end = try #require(try report.end)
    #expect(end.member("changedKinds")?.compactText == #"{"outcome":2,"shape":3}"#)
    #expect(end.member("expired")?.number?.intValue == 1)
    let details = try report.details
    #expect(
      details.map { $0.member("changes")?.compactText } == [
        nil, #"[{"kind":"shape","place":"$.a","before":"integer","after":"string"}]"#,
        #"[{"kind":"shape","place":"$.a","before":"integer","after":"string","fails":true}]"#,
        #"[{"kind":"outcome","before":"known","after":"failed"}]"#,
        #"[{"kind":"shape","place":"$.a","before":"integer","after":"string"}]"#,
        #"[{"kind":"outcome","before":"passed","after":"skipped"}]"#,
      ])
    // A change that fails the run is told once, with what was before; and no line says it again.
    #expect(details[2].member("findings") == nil)
    #expect(details.allSatisfy { $0.member("said")?.compactText.contains("earlier run") != true })
    #expect(
      details[0].member("remarks")?.compactText
        == #"["it passes; its entry for json $.a can go (k.jsonl:3)"]"#)
    #expect(
      details[3].member("remarks")?.element(1)?.string
        == "2 more findings are known, listed in k.jsonl")
    // In the list too, where the step's own message speaks of something else.
    #expect(
      try report.rows[3]["message"]?.string?.hasPrefix(
        "$.quantity: expected 3, found 2; it was known until 2026-01-31") == true)
    #expect(
      try report.rows[4]["message"]?.string
        == "known: ABC-1; since the earlier run: $.a changed from integer to string")
  }

  /// A run of which every step passed, and that fails for entries of its baseline.
  static func stale(_ count: Int = 2) -> [Event] {
    var header = Samples.header(stepCount: 1)
    header.heldTo.staleEntries = (0..<count).map { place in
      var entry = BaselineEntry(id: "GET /gone<\(place)>", kind: "json", place: "$.a")
      entry.line = place + 3
      return StaleEntry(entry, in: "k.jsonl")
    }
    let record = Samples.record(0, .passed(isFixed: false))
    return [.started(header), .finished(step: record), .ended(Samples.footer(of: [record]))]
  }

  static let said =
    "k.jsonl:3 lists a failure (json $.a) of a step that the contract does not have: GET /gone<0>; take "
    + "the entry out"

  @Test(
    "Entries that fail the run are in every report, which says that it failed, and why",
    arguments: [
      (
        .text,
        ["\nShop API: 1 passed, 2 stale entries\n", "\n  failed: \(said)\n", "k.jsonl:4 lists"]
      ),
      (.quiet, ["Shop API: 1 passed, 2 stale entries\n", "\n  failed: \(said)\n"]),
      (
        .junit,
        [
          #"<testsuite name="baseline" "#,
          #"<testcase name="GET /gone&lt;0&gt; (json $.a)" classname="baseline" time="0.000" "#
            + #"file="k.jsonl" line="3"><failure message="k.jsonl:3 lists"#,
          #"type="accord.failure.baseline"/></testcase>"#, #" tests="3" failures="2" errors="0""#,
        ]
      ),
      (
        .strict,
        [
          #"classname="baseline" time="0.000"><failure message="k.jsonl:3 lists"#,
          #" tests="2" failures="2" errors="0" skipped="0""#,
        ]
      ),
      (
        .tap,
        [
          "\n1..3\n", "\nok 1 - ", "\nnot ok 2 - baseline: GET /gone<0> (json $.a)\n  ---\n",
          "\nnot ok 3 - baseline: ", "  message: \"\(said)\"\n  severity: fail\n  kind: baseline\n",
          "  at: {file: \"k.jsonl\", line: 3}\n  ...\n", "\n# 1 passed, 2 stale entries\n",
        ]
      ),
      (
        .ctrf,
        [
          #"{"name":"GET /gone<0> (json $.a)","status":"failed","rawStatus":"failed","duration":0,"#,
          #""filePath":"k.jsonl","line":3,"message":"k.jsonl:3 lists"#, #""healthy":false"#,
          #"{"tests":3,"passed":1,"failed":2,"#, #""staleEntries":2"#,
        ]
      ),
      (
        .markdown,
        [
          "## ❌ Shop API: 2 stale entries\n", "### Failed: 2 stale entries of the baseline\n\n- ",
          "k.jsonl:3 lists",
        ]
      ),
      (
        .github,
        [
          "::error file=k.jsonl,line=3,title=Failed%3A baseline%3A GET /gone<0> (json $.a)::\(said)\n",
          "::error file=k.jsonl,line=4,",
        ]
      ),
      (
        .jsonLines,
        [
          #","staleEntries":[{"file":"k.jsonl","line":3,"id":"GET /gone<0>","subject":"json $.a"},{"#,
          #""flaky":0,"staleEntries":2,"requests":1"#,
        ]
      ),
      (.html, [#""staleEntries":["k.jsonl:3 lists a failure (json $.a)"#]),
    ] as [(ReportKind, [String])])
  func staleEntries(kind: ReportKind, parts: [String]) throws {
    let report = try rendered(kind, Self.stale())
    for part in parts { #expect(report.contains(part), "\(part)\n\(report.prefix(4_000))") }
    // And of a run without any, nothing of the kind.
    let other = try rendered(kind, Self.stale(0))
    #expect(!other.contains("stale") || kind == .html)
    #expect(!other.contains("k.jsonl"))
  }

  @Test("The HTML report's verdict is that of a failed run")
  func staleHTML() throws {
    let report = HTMLDocument(try rendered(.html, Self.stale()))
    #expect(report.title.hasPrefix("Failed: 2 stale entries, 1 passed"))
    #expect(HTMLDocument(try rendered(.html, Self.stale(0))).title.hasPrefix("Passed: 1 passed"))
  }

  @Test("Of many entries people are told some, and how many there are; programs are told all")
  func manyStale() throws {
    let text = try rendered(.text, Self.stale(1_030))
    #expect(text.contains("1,030 stale entries"))
    #expect(text.contains("  failed: and 1,010 more of that kind\n"))
    #expect(text.components(separatedBy: "take the entry out").count == 21)
    let cases = try rendered(.junit, Self.stale(1_030)).components(separatedBy: "<failure ")
    #expect(cases.count == 1_031)
  }

  @Test("A secret that is the name of a kind of change takes no kind away")
  func secretKind() throws {
    for kind in [ReportKind.html, .ctrf, .jsonLines] {
      var events = Self.run
      events.insert(.secret(name: "token", value: "shape"), at: 1)
      #expect(try rendered(kind, events).contains(#"{"kind":"shape","place":"$.a","#), "\(kind)")
    }
  }
}
