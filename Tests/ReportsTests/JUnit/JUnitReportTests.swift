import AccordContract
import AccordDocuments
import AccordEngine
import AccordHTTP
import Testing

@testable import AccordReports

@Suite("JUnit XML")
struct JUnitReportTests {
  /// A run with each outcome.
  static var records: [StepRecord] {
    var flaky = Samples.record(5, .passed(isFixed: false), title: "GET /users/2")
    flaky.isFlaky = true
    flaky.tries = 3
    var fixed = Samples.record(6, .passed(isFixed: true), title: "GET /users/3")
    fixed.tags = ["smoke", "slow"]
    let status = Mismatch(.status, expected: .status(201), found: .status(500, reason: ""))
    return [
      Samples.record(0, .passed(isFixed: false)),
      Samples.record(
        1, .failed, title: "POST /users",
        findings: [
          Finding(status, at: Samples.place),
          Finding(Samples.json("$.a", 3, found: "2", .number), at: Samples.place),
        ]),
      Samples.record(
        2, .errored(.transport(Samples.refused)), path: ["/a/b.c", "x"], title: "GET /a",
        section: 1,
        exchanges: [Samples.unanswered(Samples.refused)]),
      Samples.record(
        3, .skipped(.failFast), path: [], title: "GET /lone", section: 2, exchanges: []),
      Samples.record(4, .observed, path: [], title: "GET /lone/2", section: 3),
      flaky, fixed,
      Samples.record(
        7, .known("ticket 12"), title: "GET /users/4",
        findings: [Finding(status, at: Samples.place)]),
    ]
  }

  @Test(
    "The strict form is valid by the schemas of Jenkins and Windy Road",
    .enabled(if: JUnitDocument.schemas != nil, "ACCORD_SUITES names no folder of schemas"))
  func strict() throws {
    let document = try JUnitDocument(rendered(.strict, Samples.run(Self.records)))
    #expect(document.cases.count == 8)
    _ = try rendered(.strict, Samples.run([]))
    _ = try rendered(.strict, Samples.run(Self.records, contract: " "))
  }

  @Test("Suites are the contract's components, in its order, each with its own name")
  func suites() throws {
    let document = try JUnitDocument(rendered(.junit, Samples.run(Self.records)))
    #expect(
      document.suites.map { $0.attribute("name") } == [
        "/users", "/a/b.c", "Shop API", "/users (2)",
      ])
    #expect(document.suites.map { $0.attribute("tests") } == ["2", "1", "2", "3"])
    #expect(document.suites.first?.attribute("timestamp") == "2026-01-01T00:00:00")
    #expect(
      document.suites.flatMap { $0.elements("testcase") }.map { $0.attribute("classname") ?? "" }
        == [
          "Shop API.users", "Shop API.users", "Shop API.a_b_c.x", "Shop API", "Shop API",
          "Shop API.users", "Shop API.users", "Shop API.users",
        ])
  }

  @Test("Each outcome has its element, with a message and the whole text")
  func outcomes() throws {
    let cases = try JUnitDocument(rendered(.junit, Samples.run(Self.records))).cases
    func verdict(_ index: Int) -> XMLTree.Element? {
      cases[index].elements.first { ["failure", "error", "skipped"].contains($0.name) }
    }
    #expect(verdict(0) == nil)
    #expect(verdict(1)?.name == "failure")
    #expect(verdict(1)?.attribute("type") == "accord.failure.status")
    #expect(
      verdict(1)?.attribute("message")
        == "expected status 201, found 500 Internal Server Error (and 1 more)")
    let text = try #require(verdict(1)?.text)
    #expect(text.contains("--> specs/Cart.swift:21:5\n"))
    #expect(text.contains("$.a: expected 3, found 2\n"))
    #expect(text.contains("reproduce: curl http://127.0.0.1:8080/users\n"))
    #expect(verdict(2)?.name == "error")
    #expect(verdict(2)?.attribute("type") == "accord.error.connect")
    #expect(
      verdict(3)?.attribute("message") == "not run, since --fail-fast stops at the first failure")
    #expect(verdict(4)?.attribute("message") == "observed: nothing was expected")
    #expect(verdict(7)?.attribute("message") == "known: ticket 12")
    #expect(verdict(7)?.text.contains("expected status 201") == true)
    #expect(cases[0].attribute("file") == "specs/Cart.swift")
    #expect(cases[0].attribute("line") == "21")
  }

  @Test("A flaky case is in Surefire's form, and properties say what else is known")
  func flaky() throws {
    let cases = try JUnitDocument(rendered(.junit, Samples.run(Self.records))).cases
    func properties(_ index: Int) -> [String: String] {
      let list = cases[index].elements("properties").flatMap { $0.elements("property") }
      return Dictionary(
        uniqueKeysWithValues: list.map { ($0.attribute("name") ?? "", $0.attribute("value") ?? "") }
      )
    }
    #expect(cases[5].elements("flakyFailure").first?.elements("stackTrace").count == 1)
    #expect(
      cases[5].elements("system-out").first?.text
        == "flaky: no answer before try 3, which passed\n")
    #expect(
      properties(5) == [
        "id": "/users › GET /users/2", "method": "GET", "endpoint": "/users", "flaky": "true",
        "tries": "3",
      ])
    #expect(properties(6)["fixed"] == "true")
    #expect(properties(6)["tags"] == "smoke,slow")
    let strict = try rendered(.strict, Samples.run(Self.records))
    // A case has no place for it in the schemas; the suite has.
    #expect(!strict.contains("flakyFailure") && !strict.contains("<property name=\"id\""))
  }

  @Test("Names that became equal are told apart, and repetitions are numbered")
  func names() throws {
    var again = Samples.record(2, .passed(isFixed: false))
    again.repetition = 2
    let document = try JUnitDocument(
      rendered(
        .junit,
        Samples.run([
          Samples.record(0, .passed(isFixed: false), path: ["x", "/a.b"], title: "GET /"),
          Samples.record(1, .passed(isFixed: false), path: ["x", "/a/b"], title: "GET /"),
          again,
        ])))
    #expect(document.cases.map { $0.attribute("name") } == ["GET /", "GET / (2)", "GET /users #2"])
    #expect(document.suites.map { $0.attribute("name") } == ["x", "/users #2"])
  }

  @Test("What shuffling parted stands together in one suite")
  func shuffled() throws {
    let records = (0..<12).map { index in
      Samples.record(
        index, .passed(isFixed: false), path: ["/\(index % 3)"], title: "GET /\(index)",
        section: index % 3)
    }
    let document = try JUnitDocument(rendered(.junit, Samples.run(records, isShuffled: true)))
    #expect(document.suites.map { $0.attribute("name") } == ["/0", "/1", "/2"])
    #expect(document.suites.map { $0.attribute("tests") } == ["4", "4", "4"])
  }

  @Test("A run that a signal stopped, or that never began, is written whole too")
  func interrupted() throws {
    let header = Samples.run([Samples.record(0, .failed)]).prefix(2)
    for kind in [ReportKind.junit, .strict] {
      #expect(try JUnitDocument(rendered(kind, Array(header))).cases.count == 1)
      #expect(try JUnitDocument(rendered(kind, Samples.run([], signal: 2))).cases.isEmpty)
      #expect(try JUnitDocument(rendered(kind, [])).suites.isEmpty)
    }
  }

  @Test("A message is one line of at most 255 characters")
  func longMessage() throws {
    let paths = String(repeating: "/long", count: 500)
    let finding = Finding(
      Samples.json("$.a", .string(paths), found: "\"a\nb\(paths)\"", .string), at: Samples.place)
    let document = try JUnitDocument(
      rendered(.junit, Samples.run([Samples.record(0, .failed, findings: [finding])])))
    let message = document.cases.first?.elements("failure").first?.attribute("message") ?? ""
    #expect(message.unicodeScalars.count == 255)
    #expect(message.hasSuffix("…"))
  }

  @Test(
    "A moment is told in UTC",
    arguments: [
      (Int64(0), "1970-01-01T00:00:00"), (951_782_399_999, "2000-02-28T23:59:59"),
      (951_782_400_000, "2000-02-29T00:00:00"), (1_767_225_600_000, "2026-01-01T00:00:00"),
      (4_102_444_799_000, "2099-12-31T23:59:59"), (-1_000, "1969-12-31T23:59:59"),
    ])
  func timestamp(milliseconds: Int64, text: String) {
    #expect(Timestamp.seconds(milliseconds) == text)
  }
}
