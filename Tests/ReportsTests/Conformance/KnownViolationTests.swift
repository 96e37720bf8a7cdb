import AccordConformance
import AccordContract
import AccordDocuments
import Testing

@testable import AccordEngine
@testable import AccordReports

@Suite("Rules that are known to be broken, in reports")
struct KnownViolationTests {
  /// Every violation is known, and an entry is of a rule that is kept.
  private static func conformance() -> ConformanceAccount {
    let plain = ProbeSamples.conformance()
    let rules = plain.rules.map { rule in
      var rule = rule
      rule.first?.known = KnownViolation(reason: "ABC-12: soon", isByBaseline: true)
      return rule
    }
    var probed = plain.probed
    probed[0].remarks = [.fixed(rule: "sec.nosniff", file: "known.jsonl", line: 3, fails: false)]
    probed[1].interruption = nil
    return ConformanceAccount(mode: .fail, profile: .rest, rules: rules, probed: probed)
  }

  private func report(_ kind: ReportKind) throws -> String {
    try rendered(kind, ProbeSamples.run(Self.conformance()))
  }

  @Test("Each report says why, and that an entry can go", arguments: ReportKind.allCases)
  func told(_ kind: ReportKind) throws {
    let text = try report(kind)
    // Of exchanges nothing of it is said, and little to who wants to know of failures only.
    if [.har, .troubledHAR, .strict].contains(kind) { return }
    if kind == .quiet {
      #expect(!text.contains("known"), "\(text)")
      return
    }
    #expect(text.contains("ABC-12: soon"), "\(text)")
    #expect(text.contains("known.jsonl:3") || text.contains("known.jsonl\\:3"), "\(text)")
  }

  @Test("Nothing of it is a failure")
  func harmless() throws {
    #expect(!Self.conformance().fails)
    let junit = try JUnitDocument(report(.junit))
    #expect(junit.cases.allSatisfy { $0.elements("failure").isEmpty })
    #expect(junit.cases.contains { !$0.elements("skipped").isEmpty })
    #expect(try report(.tap).contains("\nok 2 - conformance"))
    #expect(!(try report(.github).contains("::error")))
    #expect(try report(.json).contains(#""known":"ABC-12: soon""#))
    #expect(try report(.ctrf).contains(#""other":3"#))
  }

  @Test(
    "What is said of an entry says what to do",
    arguments: [
      (
        .fixed(rule: "a.b", file: "k", line: 3, fails: true),
        "a.b is kept, and k:3 lists it as a known failure; take the entry out"
      ),
      (
        .fixed(rule: nil, file: "k", line: 3, fails: false),
        "no rule is broken any more, and k:3 lists it as a known failure; take the entry out"
      ),
      (
        .expired(rule: "a.b", file: "k", line: 3, day: "2026-01-01"),
        "a.b was known until 2026-01-01 (k:3), and is still broken"
      ),
      (.issueGone("ABC"), "no rule is broken any more; take .knownIssue(\"ABC\") away"),
    ] as [(ProbeRemark, String)])
  func words(remark: ProbeRemark, words: String) {
    #expect(Wording().message(remark) == words)
  }

  @Test("A run file keeps it: who reads it back tells the same, and can take it back")
  func readBack() throws {
    var conformance = Self.conformance()
    conformance.probed[0].location = ProbeSamples.place
    conformance.probed[0].remarks.append(.fixed(rule: "a.b", file: "k", line: 9, fails: true))
    let first = try rendered(.jsonLines, ProbeSamples.run(conformance))
    let events = try RoundTripTests.events(first)
    #expect(try rendered(.jsonLines, events) == first)
    guard case .ended(let footer)? = events.last else {
      Issue.record("no end")
      return
    }
    let read = try #require(footer.conformance)
    // An entry that is of nothing any more fails the run by itself.
    #expect(read.fails && !read.rules.contains(where: \.fails))
    #expect(read.rules.compactMap(\.known?.reason) == Array(repeating: "ABC-12: soon", count: 3))
    #expect(read.withoutBaseline().rules.contains { $0.fails })
  }

  @Test("What is left behind has a line of the contract, where nothing was found")
  func leftovers() throws {
    var target = ProbedTarget(id: "P › /a", name: "/a", index: 0, leftovers: ["http://h/a/7"])
    target.location = ProbeSamples.place
    let account = ConformanceAccount(
      mode: .fail, profile: .rest, rules: [ProbeSamples.kept("sec.nosniff", "P › /a")],
      probed: [target])
    let text = try rendered(.github, ProbeSamples.run(account))
    #expect(text.contains("::warning file=") && text.contains("Cart.swift,line=7,col=3"), "\(text)")
    #expect(text.contains("left behind by the probe of /a"))
  }
}
