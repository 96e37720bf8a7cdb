import AccordConformance
import Testing

@Suite("The catalogue of rules")
struct CatalogueTests {
  private static let rules = RuleCatalogue.rules

  @Test("Ids are unique, in small letters, and end in no full stop")
  func ids() {
    let ids = Self.rules.map(\.id)
    #expect(Set(ids).count == ids.count)
    for id in ids {
      #expect(id.split(separator: ".").count > 1)
      #expect(
        id.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789.-".utf8.contains($0) }, "\(id)")
    }
  }

  @Test("Every rule says in a sentence what it demands and what to change, and where that stands")
  func words() {
    for rule in Self.rules {
      for text in [rule.statement, rule.remedy] {
        #expect(text.hasSuffix(".") && !text.contains("\n") && text.count <= 130, "\(rule.id)")
      }
      #expect(!rule.citations.isEmpty && Set(rule.citations).count == rule.citations.count)
      #expect(rule.citations.allSatisfy { $0.url.hasPrefix("https://") }, "\(rule.id)")
      #expect(!rule.profiles.isEmpty, "\(rule.id)")
    }
  }

  @Test("What a rule depends on is there, and does not depend on it")
  func dependencies() {
    let known = Dictionary(uniqueKeysWithValues: Self.rules.map { ($0.id, $0.dependencies) })
    func reaches(_ id: String, from start: String, _ depth: Int = 0) -> Bool {
      depth < known.count
        && known[start, default: []].contains { $0 == id || reaches(id, from: $0, depth + 1) }
    }
    for rule in Self.rules {
      #expect(rule.dependencies.allSatisfy { known[$0] != nil }, "\(rule.id)")
      #expect(!reaches(rule.id, from: rule.id), "\(rule.id)")
    }
  }

  @Test("A citation is shown as one writes it, and leads to the section")
  func citations() {
    let section = Citation(.rfc9110, "15.5.6")
    #expect("\(section)" == "RFC 9110 section 15.5.6")
    #expect(section.url == "https://www.rfc-editor.org/rfc/rfc9110#section-15.5.6")
    let appendix = Citation(.rfc9457, "B")
    #expect("\(appendix)" == "RFC 9457 appendix B")
    #expect(appendix.url == "https://www.rfc-editor.org/rfc/rfc9457#appendix-B")
    #expect("\(Citation(.fetch, "CORS check"))" == #"Fetch "CORS check""#)
  }

  @Test(
    "Rules are chosen by profile, id and the beginnings of ids",
    arguments: [
      (RuleSelection(only: ["http.405.allow"]), ["http.405.allow"]),
      (
        RuleSelection(only: ["json", "problem.used"], without: ["json.no-bom"]),
        ["problem.used", "json.valid", "json.unique-names", "json.utf8"]
      ),
      (RuleSelection(profile: .http, only: ["sec.nosniff"]), ["sec.nosniff"]),
      (RuleSelection(only: ["deprecation."]), ["deprecation.syntax"]),
    ])
  func selection(_ selection: RuleSelection, ids: [String]) throws {
    #expect(try selection.rules().map(\.id) == ids)
  }

  @Test("The profile http has no conventions, the others have")
  func profiles() throws {
    let standard = try RuleSelection(profile: .http).rules()
    #expect(!standard.isEmpty && standard.allSatisfy { $0.level != .convention })
    for profile in [RuleProfile.rest, .owasp] {
      let rules = try RuleSelection(profile: profile).rules()
      #expect(rules.contains { $0.level == .convention } && rules.count > standard.count)
    }
  }

  @Test(
    "A name that no rule has is refused, with the rule that was meant",
    arguments: [
      ("http.405.alow", "http.405.allow"), ("htt", nil), ("http.405.allow.x", "http.405.allow"),
      ("", nil),
      ("http.date.present2", nil),
    ] as [(String, String?)])
  func unknown(name: String, suggestion: String?) {
    let error = #expect(throws: RuleSelection.UnknownRule.self) {
      try RuleSelection(without: [name]).rules()
    }
    #expect(error?.name == name)
    #expect(error?.suggestion == suggestion)
  }

  @Test("What a rule depends on is judged too where it is left out, and not told")
  func leftOut() throws {
    let rules = RuleSet(try RuleSelection(only: ["json.valid"]).rules())
    #expect(rules.rules.map(\.id) == ["json.valid"])
    let findings = rules.judge(
      ObservedExchange(Answer().with(octets: [0x1F, 0x8B, 0x08, 0]).exchange))
    #expect(findings.violations.isEmpty)
    #expect(findings.states == [.inconclusive])
  }
}
