import AccordConformance
import AccordContract
import AccordDocuments
import AccordHTTP
import Testing

@testable import AccordEngine
@testable import AccordReports

@Suite("Rules of HTTP and REST in reports")
struct ConformanceReportTests {
  /// What a run came to whose exchanges broke three rules, kept one and left one open.
  private static func account(_ mode: ConformanceCheck.Mode) -> ConformanceAccount {
    func rule(_ id: String, kept: Int = 0, broken: Int = 0, undecided: Int = 0) -> RuleAccount {
      var account = RuleAccount(
        rule: RuleCatalogue.rules.first { $0.id == id } ?? RuleCatalogue.rules[0],
        failsFrom: mode.failsFrom(isStrict: false))
      account.kept = kept
      account.broken = broken
      account.undecided = undecided
      guard broken > 0 else { return account }
      let isServer = id == "sec.server-detail"
      account.first = RuleViolation(
        rule: id, level: account.rule.level,
        evidence: Evidence(
          part: isServer ? .field("Server") : .field("Allow"),
          problem: isServer ? "gives exact versions or more than two products" : "is missing",
          quote: isServer ? "nginx/1.2\u{1B}[31m" : nil),
        exchange: Samples.exchange("PUT", "/users", status: 405), index: 0, step: "PUT /users",
        location: Samples.place)
      return account
    }
    return ConformanceAccount(
      mode: mode, profile: .rest,
      rules: [
        rule("problem.used", broken: 1), rule("http.405.allow", kept: 2, broken: 3),
        rule("sec.server-detail", broken: 1_204), rule("sec.nosniff", kept: 4),
        rule("http.etag.present", undecided: 4),
      ])
  }

  /// A run that came to this.
  static func run(_ mode: ConformanceCheck.Mode) -> [Event] {
    var record = Samples.record(0, .passed(isFixed: false))
    record.violations = account(mode).rules.compactMap(\.first)
    var header = Samples.header()
    header.conformance = ConformanceHeading(mode: mode, profile: .rest)
    var footer = Samples.footer(of: [record])
    footer.conformance = account(mode)
    return [.started(header), .finished(step: record), .ended(footer)]
  }

  /// The same, with entries of a baseline that fail it too.
  private static var runWithStaleEntries: [Event] {
    guard case .started(let heldTo) = ReviewTests.stale()[0] else { return [] }
    return run(.fail).map { event in
      guard case .started(var header) = event else { return event }
      header.heldTo = heldTo.heldTo
      return .started(header)
    }
  }

  private func report(_ kind: ReportKind, _ mode: ConformanceCheck.Mode) throws -> String {
    try rendered(kind, Self.run(mode))
  }

  @Test("The text has one line for each rule that was broken, what weighs most first")
  func text() throws {
    #expect(
      try report(.text, .warn).contains(
        """
          conformance: 5 rules of rest applied, 3 broken
            ✘ MUST http.405.allow: Allow is missing: PUT http://127.0.0.1:8080/users answered 405 \
        (3 times; RFC 9110 section 15.5.6)
            ! SHOULD sec.server-detail: Server gives exact versions or more than two products, as in \
        "nginx/1.2\\u{1B}[31m": PUT http://127.0.0.1:8080/users answered 405 (1,204 times; \
        RFC 9110 section 10.2.4)
            – convention problem.used: Allow is missing: PUT http://127.0.0.1:8080/users answered 405 \
        (RFC 9205 section 4.6)

        """))
  }

  @Test("A quiet text has what fails the run, and nothing else")
  func quiet() throws {
    #expect(try !report(.quiet, .warn).contains("conformance"))
    let failing = try report(.quiet, .fail)
    #expect(failing.contains("✘ MUST http.405.allow"))
    #expect(!failing.contains("SHOULD"))
  }

  @Test(
    "In JUnit a rule is a case, which fails where the run fails for it", arguments: [false, true])
  func junit(isStrict: Bool) throws {
    for mode in [ConformanceCheck.Mode.warn, .fail] {
      let text = try report(isStrict ? .strict : .junit, mode)
      let document = try XMLTree(parsing: Array(text.utf8))
      func number(_ expression: String) throws -> Double? {
        try XPath("number(\(expression))").evaluate(on: document).number
      }
      let suite = "//testsuite[@name='conformance']"
      #expect(try number("count(\(suite)/testcase)") == 5)
      #expect(try number("\(suite)/@tests") == 5)
      #expect(try number("\(suite)/@failures") == (mode == .fail ? 1 : 0))
      #expect(try number("\(suite)/@skipped") == 1)
      #expect(
        try number(
          "count(\(suite)/testcase[@name='http.405.allow' and @classname='conformance.methods'])")
          == 1)
      #expect(
        try number("count(\(suite)/testcase[@name='http.405.allow']/failure)")
          == (mode == .fail ? 1 : 0))
      #expect(
        try number(
          "count(\(suite)//system-out[contains(., 'SHOULD sec.server-detail')]"
            + " | \(suite)//system-out[contains(., 'SHOULD: sec.server-detail')])") == 1)
      #expect(
        try number(
          "count(\(suite)/testcase[@name='http.etag.present']/skipped[starts-with(@message, 'inconclusive')])"
        ) == 1)
    }
  }

  @Test("JSON Lines tell of every rule that had something to say, and of each step's violations")
  func jsonLines() throws {
    let lines = try report(.jsonLines, .fail).split(separator: "\n")
    let step = try JSONDocument(parsing: String(lines[1])).root
    #expect(step.member("violations")?.count == 3)
    let end = try JSONDocument(parsing: String(lines[2])).root.member("conformance")
    #expect(end?.member("fails")?.boolean == true)
    #expect(end?.member("profile")?.string == "rest")
    let rules = try #require(end?.member("rules")).elements.map { $0 }
    #expect(
      rules.compactMap { $0.member("verdict")?.string } == [
        "violation", "violation", "violation", "conforms", "inconclusive",
      ])
    #expect(rules[1].member("step")?.string == "PUT /users")
    #expect(rules[1].member("sections")?.count == 2)
  }

  @Test("TAP has one point more, which fails where the run does")
  func tap() throws {
    let failing = try report(.tap, .fail)
    #expect(failing.contains("1..2\n"))
    #expect(failing.contains("not ok 2 - conformance: 5 rules of rest applied, 3 broken\n  ---\n"))
    #expect(try report(.tap, .warn).contains("\nok 2 - conformance: 5 rules of rest applied"))
  }

  @Test("Entries of a baseline that fail a run and rules that do are both told, each counted")
  func staleEntries() throws {
    let tap = try rendered(.tap, Self.runWithStaleEntries)
    #expect(tap.contains("1..4\n"))
    #expect(tap.contains("\nnot ok 2 - baseline: "))
    #expect(tap.contains("\nnot ok 3 - baseline: "))
    #expect(tap.contains("\nnot ok 4 - conformance: 5 rules"))
    let ctrf = try JSONDocument(parsing: try rendered(.ctrf, Self.runWithStaleEntries)).root
    let summary = ctrf.member("results")?.member("summary")
    #expect(summary?.member("tests")?.sourceText == "8")
    #expect(summary?.member("failed")?.sourceText == "3")
    let junit = try XMLTree(parsing: Array(rendered(.junit, Self.runWithStaleEntries).utf8))
    #expect(try XPath("number(/testsuites/@failures)").evaluate(on: junit).number == 3)
    let lines = try rendered(.jsonLines, Self.runWithStaleEntries).split(separator: "\n")
    let end = try JSONDocument(parsing: String(lines[2])).root
    #expect(end.member("staleEntries")?.sourceText == "2")
    #expect(end.member("conformance")?.member("fails")?.boolean == true)
  }

  @Test("CTRF has a test for each rule")
  func ctrf() throws {
    let root = try JSONDocument(parsing: try report(.ctrf, .fail)).root
    let results = root.member("results")
    #expect(results?.member("summary")?.member("tests")?.sourceText == "6")
    #expect(results?.member("summary")?.member("failed")?.sourceText == "1")
    #expect(results?.member("summary")?.member("other")?.sourceText == "2")
    #expect(results?.member("environment")?.member("healthy")?.boolean == false)
  }

  @Test("Annotations are errors where the run fails, and else warnings and notices")
  func github() throws {
    let failing = try report(.github, .fail)
    #expect(
      failing.contains("::error file=specs/Cart.swift,line=21,col=5,title=MUST http.405.allow::"))
    #expect(try report(.github, .warn).contains("::warning "))
    #expect(!(try report(.github, .warn).contains("::error ")))
    #expect(failing.contains("::notice "))
  }

  @Test("Markdown says it in its verdict and in a section")
  func markdown() throws {
    let failing = try report(.markdown, .fail)
    #expect(failing.contains("❌"))
    #expect(failing.contains("1 rule of HTTP broken"))
    #expect(
      failing.contains(
        "### Conformance: 5 rules of rest applied, 3 broken\n\n- **MUST** `http.405.allow"))
    #expect(try report(.markdown, .warn).contains("✅"))
  }

  @Test("The page has failed where the run fails for a rule")
  func html() throws {
    #expect(try report(.html, .fail).contains("<strong>Failed</strong>"))
    #expect(try report(.html, .warn).contains("<strong>Passed</strong>"))
  }

  @Test("A secret that a server sends back is in no report", arguments: ReportKind.allCases)
  func secrets(kind: ReportKind) throws {
    var record = Samples.record(0, .passed(isFixed: false))
    let violation = RuleViolation(
      rule: "http.etag.syntax", level: .must,
      evidence: Evidence(part: .field("ETag"), problem: "is no entity tag", quote: "tok-hunter2"),
      exchange: Samples.exchange("GET", "/users?key=tok-hunter2"), index: 0, step: "GET /users")
    record.violations = [violation]
    var rule = RuleAccount(
      rule: try #require(RuleCatalogue.rules.first { $0.id == "http.etag.syntax" }))
    rule.broken = 1
    rule.first = violation
    var footer = Samples.footer(of: [record])
    footer.conformance = ConformanceAccount(mode: .fail, profile: .rest, rules: [rule])
    var header = Samples.header()
    header.conformance = ConformanceHeading(mode: .fail, profile: .rest)
    let text = try rendered(
      kind,
      [
        .started(header), .secret(name: "token", value: "tok-hunter2"), .finished(step: record),
        .ended(footer),
      ])
    #expect(!text.contains("hunter2"))
  }
}
