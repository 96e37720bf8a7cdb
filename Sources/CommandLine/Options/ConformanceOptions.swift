internal import AccordConformance
internal import ArgumentParser

/// To which rules of HTTP and REST every exchange is held besides the contract.
struct ConformanceOptions: ParsableArguments {
  @Option(
    name: .customLong("conformance"),
    help: ArgumentHelp(
      "Hold every exchange to the rules that standards lay down for every HTTP API: warn tells, fail "
        + "fails the run where a MUST is broken; nothing more is sent. accord rules lists the rules. "
        + "(default: off, or fail where the contract asks for it)", valueName: "off|warn|fail"))
  var mode: ConformanceMode?

  @Option(
    name: .customLong("profile"),
    help: ArgumentHelp(
      "Which rules: http (standards only), rest, owasp. (default: the contract's, else rest)",
      valueName: "name"))
  var profile: RuleProfile?

  @Option(
    name: .customLong("rule"),
    help: ArgumentHelp(
      "Only this rule, or those whose id begins so: http.405.allow, sec. Repeatable.",
      valueName: "id"))
  var rules: [String] = []

  @Option(
    name: .customLong("skip-rule"),
    help: ArgumentHelp("Not this rule, or those whose id begins so. Repeatable.", valueName: "id"))
  var skippedRules: [String] = []

  func validate() throws {
    guard mode == .off, profile != nil || !rules.isEmpty || !skippedRules.isEmpty else { return }
    throw ValidationError(
      "--profile, --rule and --skip-rule are of no use beside --conformance off")
  }
}

/// What `--conformance` takes.
enum ConformanceMode: String, ExpressibleByArgument, CaseIterable {
  case off, warn, fail
}

extension RuleProfile: ExpressibleByArgument {}
