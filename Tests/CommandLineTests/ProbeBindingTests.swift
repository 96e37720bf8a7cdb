import AccordConformance
import AccordContract
import AccordEngine
import Testing

@testable import AccordCommandLine

@Suite("What the command line says of probes")
struct ProbeBindingTests {
  private func command(_ arguments: [String]) throws -> RunCommand {
    try #require(try ContractCommand.command(of: arguments) as? RunCommand)
  }

  private func probing(_ arguments: [String], hasProbes: Bool = true) throws -> ProbeOptions {
    let command = try command(arguments)
    return try ConformanceBinding.probing(
      command.conformance, command.risks, hasProbes: hasProbes)
  }

  @Test("Nothing is said, and the contract decides")
  func nothing() throws {
    #expect(try probing([]) == ProbeOptions())
    #expect(try probing(["--conformance", "off"]) == ProbeOptions())
  }

  @Test("Profile, rules, strictness and what is allowed are options")
  func all() throws {
    let options = try probing([
      "--profile", "owasp", "--rule", "sec", "--rule", "http", "--skip-rule", "http.405.allow",
      "--strict", "--allow", "mutating", "--allow", "intrusive", "--conformance", "warn",
    ])
    #expect(options.profile == .owasp)
    #expect(options.only == ["sec", "http"])
    #expect(options.without == ["http.405.allow"])
    #expect(options.isStrict)
    #expect(options.risks == [.mutating, .intrusive])
    #expect(options.mode == .warn)
  }

  @Test("Options about rules need something that is held to them: exchanges or targets")
  func idle() throws {
    for arguments in [["--rule", "sec"], ["--profile", "http"], ["--strict"]] {
      let options = try command(arguments).conformance
      #expect(throws: UsageProblem.rulesWithoutConformance(option: arguments[0])) {
        try ConformanceBinding.check(options, trait: nil)
      }
      #expect(try ConformanceBinding.check(options, trait: nil, hasProbes: true)?.mode == nil)
    }
    #expect(throws: UsageProblem.nothingToAllow) {
      try probing(["--allow", "mutating"], hasProbes: false)
    }
    #expect(throws: UsageProblem.nothingToAllow) {
      try probing(["--allow", "mutating", "--conformance", "off"])
    }
  }

  @Test("A rule that is not there is refused, with its option")
  func unknown() {
    #expect(
      throws: UsageProblem.unknownRule(
        "http.405.alow", option: "--skip-rule", suggestion: "http.405.allow")
    ) { try probing(["--skip-rule", "http.405.alow"]) }
    #expect(throws: UsageProblem.unknownRule("no", option: "--rule", suggestion: nil)) {
      try probing(["--rule", "no"])
    }
  }

  @Test("What is no risk is refused", arguments: ["all", "", "readOnly"])
  func noRisk(text: String) {
    #expect(throws: (any Error).self) { try command(["--allow", text]) }
  }

  @Test("--strict is of no use beside --conformance off")
  func strictAndOff() {
    #expect(throws: (any Error).self) { try command(["--strict", "--conformance", "off"]) }
  }

  @Test("Strict, a SHOULD that exchanges break fails the run")
  func strict() throws {
    let options = try command(["--conformance", "fail", "--strict"]).conformance
    let check = try #require(try ConformanceBinding.check(options, trait: nil))
    #expect(check.isStrict)
  }

  @Test("Shards must agree on what probes may do")
  func agreed() throws {
    let command = try command([
      "--strict", "--allow", "intrusive", "--allow", "mutating", "--allow", "mutating",
    ])
    #expect(command.agreedByShards == ["strict", "allow intrusive", "allow mutating"])
  }

  @Test(
    "Each message says what to do",
    arguments: [
      (
        "\(UsageProblem.nothingToAllow)", "--allow is of use where the contract has a Conformance"
      ),
      (
        "\(RunComplaint.probesLeftOut(names: ["a"], reason: "--conformance off"))",
        "the Conformance 'a' is left out: --conformance off"
      ),
      (
        "\(RunComplaint.probesLeftOut(names: ["a", "b"], reason: "--conformance off"))",
        "the Conformance 'a', the Conformance 'b' are left out: --conformance off"
      ),
      (
        "\(RunComplaint.nothingSelected(of: 7, targets: 2))",
        "no step was selected of 7, no target of 2; see --tag, --skip-tag, --filter, --rerun-failed"
      ),
    ])
  func words(message: String, words: String) {
    #expect(message == words)
  }
}
