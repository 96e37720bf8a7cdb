internal import AccordDocuments
internal import ArgumentParser

/// `accord init`.
///
struct InitCommand: ParsableCommand {
  /// For which CI system a file is written.
  enum CISystem: String, ExpressibleByArgument, CaseIterable {
    case github
    case gitlab
    case none
  }

  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a package to start from: a contract, its program and a CI file.",
    usage: """
      accord init [<dir>] --accord <url> --version <version> [<options>]
      accord init [<dir>] --accord <url> --branch <branch> [<options>]
      accord init [<dir>] --accord <path> [<options>]
      """,
    discussion: """
      A contract in a folder of its own:
        accord init shop --accord https://git.example.com/accord --version \(AccordVersion.current)
      With a checkout of Accord, for a server that listens here:
        accord init --accord ../accord --url http://127.0.0.1:8080
      For GitLab, or with no CI file:
        accord init --ci gitlab --accord https://git.example.com/accord --branch main
        accord init --ci none --accord ../accord

      The contract speaks of Accord's sample API, so that it can be seen to hold and
      to fail before it is changed. No file that is there is touched.

      Exit codes:
        0    the package was written
        64   the command line is unusable, a file is in the way or cannot be
             written; nothing was written
      """)

  @Option(
    help: ArgumentHelp(
      "Where the package Accord comes from: a URL that git can clone, or a folder.",
      valueName: "url|path"))
  var accord: String?

  @Option(
    help: ArgumentHelp("The version that is needed at least, beside a URL.", valueName: "version"))
  var version: String?

  @Option(help: ArgumentHelp("A branch in place of a version.", valueName: "branch"))
  var branch: String?

  @Option(
    help: ArgumentHelp(
      "What the package and the contract are called. (default: as the folder)", valueName: "name"))
  var name: String?

  @Option(
    help: ArgumentHelp(
      "The server under test, where a run names no other one.", valueName: "url"))
  var url: String?

  @Option(help: "The CI system to write a file for.")
  var ci = CISystem.github

  @Argument(help: ArgumentHelp("The folder to write into; made if need be.", valueName: "dir"))
  var folder = "."

  func validate() throws {
    // A shell's variable that was never given a value: not the folder that one happens to be in.
    guard !folder.isEmpty else {
      throw ValidationError("<dir> takes a path, and what it was given is empty")
    }
  }
}

/// The tool as far as `accord init` is concerned: one without a version of its own, whose `--version`
/// would else be found before that of `--accord`.
struct InitOnlyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accord", subcommands: [InitCommand.self])

  /// Whether a command line is to be read by it.
  static func reads(_ arguments: [String]) -> Bool {
    let name = InitCommand.configuration.commandName
    return arguments.first == name
      || arguments.first == "help" && arguments.dropFirst().first == name
  }
}
