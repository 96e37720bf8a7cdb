internal import AccordConformance
internal import AccordContract
internal import ArgumentParser

/// To which rules of HTTP and REST every exchange is held besides the contract.
struct ConformanceOptions: ParsableArguments {
  @Option(
    name: .customLong("conformance"),
    help: ArgumentHelp(
      "Hold every exchange to the rules that standards lay down for every HTTP API: warn tells, fail "
        + "fails the run where a MUST is broken; nothing more is sent. off leaves out what the contract "
        + "probes. accord rules lists the rules. "
        + "(default: off, or fail where the contract asks for it)", valueName: "off|warn|fail"))
  var mode: ConformanceMode?

  @OptionGroup var choice: RuleOptions

  func validate() throws {
    guard mode == .off, choice.firstOption != nil else { return }
    throw ValidationError(
      "--profile, --rule, --skip-rule and --strict are of no use beside --conformance off")
  }
}

/// Which rules count, and how much.
struct RuleOptions: ParsableArguments {
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

  @Flag(help: "Fail for a broken SHOULD as for a MUST.")
  var strict = false

  /// An option of these that was given.
  var firstOption: String? {
    if profile != nil { return "--profile" }
    if !rules.isEmpty { return "--rule" }
    if !skippedRules.isEmpty { return "--skip-rule" }
    return strict ? "--strict" : nil
  }
}

/// What probes may do to the server besides reading, and changing what they made.
struct RiskOptions: ParsableArguments {
  @Option(
    name: .customLong("allow"),
    help: ArgumentHelp(
      "Let probes change what was there before (mutating), or send what looks like an attack or is no "
        + "message of HTTP (intrusive). Repeatable.", valueName: "mutating|intrusive"))
  var named: [NamedRisk] = []

  /// What is allowed.
  var risks: Set<ProbeRisk> { Set(named.map(\.risk)) }
}

/// What `--allow` takes.
enum NamedRisk: String, ExpressibleByArgument, CaseIterable {
  case mutating, intrusive

  var risk: ProbeRisk { self == .mutating ? .mutating : .intrusive }
}

/// What `--conformance` takes.
enum ConformanceMode: String, ExpressibleByArgument, CaseIterable {
  case off, warn, fail
}

extension RuleProfile: ExpressibleByArgument {}
