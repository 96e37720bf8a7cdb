internal import ArgumentParser

/// What is printed.
struct OutputOptions: ParsableArguments {
  @Option(help: "Use colour: auto, always or never; NO_COLOR and CLICOLOR_FORCE are honoured.")
  var color = ColorChoice.auto

  @Flag(name: .shortAndLong, help: "Show requests and responses as they went over the wire.")
  var verbose = false

  @Flag(name: .shortAndLong, help: "Print failures, errors and the summary only.")
  var quiet = false

  @Flag(help: "Do not redact secrets; refused where CI is set.")
  var showSecrets = false

  func validate() throws {
    if verbose, quiet { throw ValidationError("-v and -q exclude each other") }
  }
}

/// `--color`.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  /// Whether to use colour (https://no-color.org, https://bixense.com/clicolors).
  func usesColor(isTerminal: Bool, environment: [String: String]) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      if environment["NO_COLOR"]?.isEmpty == false { return false }
      if let force = environment["CLICOLOR_FORCE"], !force.isEmpty, force != "0" { return true }
      return isTerminal && environment["TERM"] != "dumb"
    }
  }
}
