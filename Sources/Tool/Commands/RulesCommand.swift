internal import ArgumentParser

/// `accord rules`.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the rules of HTTP and REST that an API is held to, or explain one.",
    usage: "accord rules [<id>] [--profile <name>] [--format <format>]",
    discussion: """
      All rules, by what they are about:
        accord rules
      One rule, with the sections that demand it and what to change:
        accord rules http.405.allow
      Those whose id begins so, as a table for a page:
        accord rules sec --format markdown

      MUST and SHOULD are what the standard says; a convention is what authorities
      advise. A run is held to the rules by --conformance, or by .conformance in the
      contract; --rule and --skip-rule take the same ids.

      Exit codes:
        0    rules were listed
        64   no rule is called so
      """)

  @Argument(help: ArgumentHelp("The id of a rule, or what ids begin with.", valueName: "id"))
  var id: String?

  @Option(
    help: ArgumentHelp("Only the rules of a profile: http, rest or owasp.", valueName: "name"))
  var profile: String?

  @Option(help: "How to print: text, markdown or json.")
  var format = Format.text

  /// How rules are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, json
  }
}
