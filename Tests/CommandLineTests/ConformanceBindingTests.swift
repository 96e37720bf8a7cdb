import AccordConformance
import AccordContract
import AccordEngine
import Testing

@testable import AccordCommandLine

@Suite("What exchanges are held to")
struct ConformanceBindingTests {
  private static let trait: ConformanceTrait? = {
    guard case .conformance(let trait) = Trait.conformance(.owasp, skipping: "json").kind else {
      return nil
    }
    return trait
  }()

  private func check(
    _ arguments: [String], trait: ConformanceTrait? = nil
  ) throws -> ConformanceCheck? {
    let command = try #require(try ContractCommand.command(of: arguments) as? RunCommand)
    return try ConformanceBinding.check(command.conformance, trait: trait)
  }

  @Test("Nothing is asked for, and nothing is done")
  func nothing() throws {
    #expect(try check([])?.mode == nil)
    #expect(try check(["--conformance", "off"], trait: Self.trait)?.mode == nil)
  }

  @Test(
    "The option wins over the contract, which fails a run where nothing else is said",
    arguments: [
      (["--conformance", "warn"], false, .warn, .rest),
      (["--conformance", "fail", "--profile", "http"], false, .fail, .http),
      ([], true, .fail, .owasp), (["--conformance", "warn"], true, .warn, .owasp),
      (["--profile", "http"], true, .fail, .http),
    ] as [([String], Bool, ConformanceCheck.Mode, RuleProfile)])
  func precedence(
    arguments: [String], hasTrait: Bool, mode: ConformanceCheck.Mode, profile: RuleProfile
  ) throws {
    let check = try #require(try check(arguments, trait: hasTrait ? Self.trait : nil))
    #expect(check.mode == mode)
    #expect(check.selection.profile == profile)
    #expect(check.rules.rules.contains { $0.id == "json.valid" } == !hasTrait)
  }

  @Test("Rules are chosen by id")
  func rules() throws {
    let arguments = ["--conformance", "warn", "--rule", "sec", "--rule", "http.405.allow"]
    let check = try #require(try check(arguments + ["--skip-rule", "sec.cookie"]))
    #expect(
      check.rules.rules.map(\.id).sorted() == [
        "http.405.allow", "sec.cors.wildcard-credentials", "sec.nosniff", "sec.server-detail",
      ])
  }

  @Test(
    "What cannot be held to is refused",
    arguments: [
      (
        ["--conformance", "warn", "--skip-rule", "http.405.alow"],
        UsageProblem.unknownRule(
          "http.405.alow", option: "--skip-rule", suggestion: "http.405.allow")
      ),
      (
        ["--conformance", "warn", "--rule", "nothing.of.it"],
        .unknownRule("nothing.of.it", option: "--rule", suggestion: nil)
      ),
      (["--rule", "sec"], .rulesWithoutConformance(option: "--rule")),
      (["--profile", "http"], .rulesWithoutConformance(option: "--profile")),
    ])
  func refused(arguments: [String], problem: UsageProblem) {
    #expect(throws: problem) { try check(arguments) }
  }

  @Test(
    "Each refusal says what to do",
    arguments: [
      (
        UsageProblem.unknownRule("a.b", option: "--rule", suggestion: "a.c"),
        "--rule: there is no rule 'a.b'; did you mean 'a.c'?"
      ),
      (
        .unknownRule("a.b", option: "--skip-rule", suggestion: nil),
        "--skip-rule: there is no rule 'a.b'; accord rules lists all of them"
      ),
      (
        .rulesWithoutConformance(option: "--rule"),
        "--rule is of use beside --conformance warn or fail, or .conformance or a Conformance in the contract"
      ),
    ])
  func words(problem: UsageProblem, words: String) {
    #expect("\(problem)" == words)
  }
}
