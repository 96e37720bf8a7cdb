package import ArgumentParser
internal import AccordEngine

/// The command that a contract's program is: `specs [run]`, `specs list`, `specs coverage`.
package struct ContractCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "specs",
    abstract: "Holds an HTTP API to its contract.",
    discussion: """
      specs --url http://127.0.0.1:8080                 run the contract against a server
      specs --start './shop --port {port}' \\
            --url 'http://127.0.0.1:{port}'             start the server, run, stop it
      specs --tag smoke --fail-fast                     run a part, stop at the first failure
      specs --reports reports                           write junit.xml, summary.txt, run.jsonl
      specs list                                        print what would run, without a network

      Exit codes: 0 everything conforms; 1 the server broke the contract; 2 no verdict could be \
      had; 3 nothing gave a verdict; 64 the command line or the contract is unusable; 130 and 143 \
      stopped by SIGINT and SIGTERM.
      """,
    version: AccordVersion.current,
    subcommands: [RunCommand.self, ListCommand.self, CoverageCommand.self],
    defaultSubcommand: RunCommand.self)

  package init() {}
}

/// `specs run`, which is also what `specs` alone means.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run the contract against a server. (default)")

  @OptionGroup(title: "Server") var server: ServerOptions
  @OptionGroup(title: "Variables") var variables: VariableOptions
  @OptionGroup(title: "What runs") var selection: SelectionOptions
  @OptionGroup(title: "How it runs") var running: RunningOptions
  @OptionGroup(title: "Limits of one exchange") var limits: LimitOptions
  @OptionGroup(title: "Transport, as in curl") var transport: TransportOptions
  @OptionGroup(title: "Reports") var reports: ReportOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func validate() throws {
    try running.check()
    try output.check()
  }
}

/// `specs list`.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print what would run, without a network.")

  @OptionGroup(title: "What runs") var selection: SelectionOptions
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
