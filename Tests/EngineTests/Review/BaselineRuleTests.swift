import AccordConformance
import AccordContract
import AccordHTTP
import AccordRuns
import Testing

@testable import AccordEngine

@Suite("Holding rules that targets break to a baseline")
struct BaselineRuleTests {
  private static let today = CalendarDay(ofMillisecondsSince1970: 1_767_225_600_000)
  private static let target = "P › /a"

  private static func entry(
    _ place: String? = nil, id: String = target, kind: String = "rule", expires: String? = nil
  ) -> BaselineEntry {
    var entry = BaselineEntry(id: id, kind: kind, place: place)
    entry.reason = "ABC-1"
    entry.expires = expires.flatMap { CalendarDay($0) }
    entry.line = 7
    return entry
  }

  /// A rule of the target that came to a verdict.
  private static func account(
    _ id: String, _ verdict: RuleVerdict, failsFrom: RuleLevel? = .must
  ) throws -> RuleAccount {
    let rule = try #require(RuleCatalogue.rules.first { $0.id == id })
    var account = RuleAccount(rule: rule, target: target, failsFrom: failsFrom)
    switch verdict {
    case .conforms: account.kept = 1
    case .inconclusive: account.undecided = 1
    case .notApplicable: break
    case .violation:
      account.broken = 1
      account.first = RuleViolation(
        rule: id, level: rule.level, evidence: Evidence(part: .status, problem: "is 7"),
        exchange: Exchange(
          request: HTTPRequest(url: ""), result: .success(HTTPResponse(status: 200))))
    }
    return account
  }

  struct Row: Sendable {
    var entries: [BaselineEntry]
    var verdict: RuleVerdict
    var failsFrom: RuleLevel? = .must
    var isStrict = false
    var updates = false
    /// Why it is known.
    var known: String?
    var fails = false
    var remarks: [ProbeRemark] = []
    /// The places of the entries that are left when the list is written anew.
    var left: [String?]
  }

  private static let rule = "http.405.allow"

  static let rows: [Row] = [
    Row(entries: [], verdict: .violation, fails: true, left: [rule]),
    Row(entries: [], verdict: .violation, updates: true, known: "now listed in k", left: [rule]),
    Row(entries: [entry(rule)], verdict: .violation, known: "ABC-1", left: [rule]),
    Row(entries: [entry()], verdict: .violation, known: "ABC-1", left: [nil]),
    Row(
      entries: [entry("http.date.present")], verdict: .violation, fails: true,
      left: ["http.405.allow", "http.date.present"]),
    Row(
      entries: [entry(rule, id: "P › /b")], verdict: .violation, fails: true, left: [rule, rule]),
    // Nothing else than rules is found of a target.
    Row(entries: [entry(rule, kind: "status")], verdict: .violation, fails: true, left: [rule]),
    Row(
      entries: [entry(rule, expires: "2026-01-01")], verdict: .violation,
      known: "ABC-1 (until 2026-01-01)", left: [rule]),
    Row(
      entries: [entry(rule, expires: "2025-12-31")], verdict: .violation, fails: true,
      remarks: [.expired(rule: rule, file: "k", line: 7, day: "2025-12-31")], left: [rule]),
    // What only warns needs no entry.
    Row(entries: [], verdict: .violation, failsFrom: nil, left: []),
    Row(
      entries: [entry(rule)], verdict: .conforms,
      remarks: [.fixed(rule: rule, file: "k", line: 7, fails: false)], left: []),
    Row(
      entries: [entry(rule)], verdict: .conforms, isStrict: true, fails: true,
      remarks: [.fixed(rule: rule, file: "k", line: 7, fails: true)], left: []),
    Row(
      entries: [entry()], verdict: .conforms,
      remarks: [.fixed(rule: nil, file: "k", line: 7, fails: false)], left: []),
    Row(entries: [entry(rule)], verdict: .inconclusive, isStrict: true, left: [rule]),
    Row(entries: [entry(rule)], verdict: .notApplicable, isStrict: true, left: [rule]),
    Row(entries: [entry("sec.nosniff")], verdict: .conforms, isStrict: true, left: ["sec.nosniff"]),
  ]

  @Test("What is listed is known, what is kept is fixed, and nothing else", arguments: rows)
  func reviews(_ row: Row) throws {
    let review = BaselineReview(
      Baseline(row.entries), file: "k", today: Self.today, isStrict: row.isStrict,
      takesInNewOnes: row.updates)
    let account = ConformanceAccount(
      mode: .fail, profile: .rest,
      rules: [try Self.account(Self.rule, row.verdict, failsFrom: row.failsFrom)],
      probed: [ProbedTarget(id: Self.target, name: "/a", index: 0)])
    let reviewed = account.reviewed(by: [review])
    #expect(reviewed.rules[0].known?.reason == row.known)
    #expect(reviewed.rules[0].known.map(\.isByBaseline) ?? true)
    #expect(reviewed.fails == row.fails)
    #expect(reviewed.probed[0].remarks == row.remarks)
    #expect(review.update { _ in true }.baseline.entries.map(\.place) == row.left)
    // Who reviews it anew begins with what it was.
    let again = reviewed.withoutBaseline()
    #expect(again.fails == account.fails && again.rules[0].known == nil)
    #expect(again.probed[0].remarks.isEmpty)
  }

  @Test("What the contract calls known stays so without a baseline")
  func ofContract() throws {
    var rule = try Self.account(Self.rule, .violation)
    rule.first?.known = KnownViolation(reason: "ABC-9", isByBaseline: false)
    let account = ConformanceAccount(
      mode: .fail, profile: .rest, rules: [rule],
      probed: [ProbedTarget(id: Self.target, name: "/a", index: 0)])
    let review = BaselineReview(Baseline(), file: "k", today: Self.today, takesInNewOnes: true)
    let reviewed = account.reviewed(by: [review]).withoutBaseline()
    #expect(reviewed.rules[0].known?.reason == "ABC-9" && !reviewed.fails)
    #expect(review.update { _ in true }.added == 0)
  }
}
