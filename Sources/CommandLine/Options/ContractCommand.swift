internal import AccordDocuments
internal import AccordEngine
package import ArgumentParser

/// The command that a contract's program is: `specs [run]`, `specs list`, `specs coverage`.
package struct ContractCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: ProgramFile.name,
    abstract: "Holds an HTTP API to its contract.",
    version: AccordVersion.current,
    subcommands: [
      RunCommand.self, JudgeCommand.self, ListCommand.self, CoverageCommand.self,
    ])

  package init() {}

  /// Reads a command line; one that names no command means `run`.
  ///
  /// The parser could do that itself, but then it goes through every option of `run` four times, and
  /// that is a quarter of what `list` costs.
  static func command(of arguments: [String]) throws -> any ParsableCommand {
    try parseAsRoot(namesCommand(arguments) ? arguments : ["run"] + arguments)
  }

  /// Whether a command line means `run`, named or not, or what works as long.
  static func meansRun(_ arguments: [String]) -> Bool {
    !namesCommand(arguments) || ["run", "judge"].contains(arguments.first)
  }

  private static func namesCommand(_ arguments: [String]) -> Bool {
    let known =
      configuration.subcommands.compactMap { $0.configuration.commandName }
      + ["help", "--help", "-h", "--version", "--generate-completion-script"]
    return arguments.first.map(known.contains) ?? false
  }

  /// Whether a command line asks for help on no command in particular: options are shown with it,
  /// since most of what one types are those of `run`.
  static func isHelpRequest(_ arguments: [String]) -> Bool {
    ["--help", "-h", "help"].contains(arguments.first) && arguments.count == 1
  }

  /// The help on the whole.
  static func help() -> String { helpMessage(for: RunCommand.self) }
}

/// `specs run`, which is also what `specs` alone means.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Holds an HTTP API to its contract.",
    discussion: """
      Run the contract against a server:
        \(ProgramFile.name) --url http://127.0.0.1:8080
      Start the server, run, and stop it:
        \(ProgramFile.name) --start './shop --port {port}' \\
          --url 'http://127.0.0.1:{port}'
      Run a part, and stop at the first failure:
        \(ProgramFile.name) --tag smoke --fail-fast
      Let failures pass that are known, and say what else changed:
        \(ProgramFile.name) --baseline known.jsonl --compare yesterday/run.jsonl
      Write junit.xml, summary.txt, report.html, run.jsonl and exchanges.har:
        \(ProgramFile.name) --reports reports
      Print what would run, or what the contract covers, without a network:
        \(ProgramFile.name) list
        \(ProgramFile.name) coverage
      Judge again what a run recorded with --report har=run.har:
        \(ProgramFile.name) judge run.har

      Exit codes:
        0    everything that ran conforms
        1    the server broke the contract
        2    no failure, but no verdict could be had somewhere
        3    no step gave a verdict
        64   the command line or the contract is unusable; nothing was run
        130  stopped by SIGINT; 143 by SIGTERM, 129 by SIGHUP
      """)

  @OptionGroup(title: "Server") var server: ServerOptions
  @OptionGroup(title: "Variables") var variables: VariableOptions
  @OptionGroup(title: "What runs") var selection: SelectionOptions
  @OptionGroup(title: "Several machines") var sharding: ShardOptions
  @OptionGroup(title: "How it runs") var running: RunningOptions
  @OptionGroup(title: "Rules of HTTP") var conformance: ConformanceOptions
  @OptionGroup(title: "Rules of HTTP") var risks: RiskOptions
  @OptionGroup(title: "Known failures") var baseline: BaselineOptions
  @OptionGroup(title: "Comparing with an earlier run") var comparing: CompareOptions
  @OptionGroup(title: "Limits of one exchange") var limits: LimitOptions
  @OptionGroup(title: "Transport, as in curl") var transport: TransportOptions
  @OptionGroup(title: "Credentials, as in curl") var credentials: CredentialOptions
  @OptionGroup(title: "Proxies, as in curl") var proxies: ProxyArguments
  @OptionGroup(title: "TLS, as in curl") var tls: TLSArguments
  @OptionGroup(title: "Reports") var reports: ReportOptions
  @OptionGroup(title: "Output") var output: OutputOptions
}

/// `specs list`.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print what would run, without a network.")

  @OptionGroup(title: "What runs") var selection: SelectionOptions
  @OptionGroup(title: "Several machines") var sharding: ShardOptions
  @Option(help: "How to print: text or json.") var format = ListFormat.text
}

/// `specs coverage`.
struct CoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Print which endpoints, methods and statuses the contract speaks of.")

  @OptionGroup(title: "What runs") var selection: SelectionOptions
  @Option(help: "How to print: text or json.") var format = ListFormat.text
}

/// How `list` and `coverage` print.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}
