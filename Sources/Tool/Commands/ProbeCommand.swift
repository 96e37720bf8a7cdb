internal import AccordCommandLine
internal import ArgumentParser

/// `accord probe`.
struct ProbeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "probe",
    abstract: "Hold a live API to the rules of HTTP and REST, with no contract.",
    usage: """
      accord probe <url> [--target <file>] [<options>]
      accord probe <url> --collection <path> --sample <content> [<options>]
      accord probe --target-schema
      """,
    discussion: """
      Read a URL, and what holds for its server:
        accord probe http://127.0.0.1:8080/products/1
      A collection whose items may be made, changed and removed, a document and a
      path that wants a token, which is in the environment variable TOKEN:
        accord probe http://127.0.0.1:8080 \\
          --collection /cart --item '/cart/{id}' \\
          --sample '{"product": 7, "quantity": 2}' \\
          --replacement '{"product": 7, "quantity": 3}' \\
          --invalid '{"product": "x"}' \\
          --document /products/1 --protected /account --bearer-variable TOKEN
      The same, and more than one collection, in a file:
        accord probe http://127.0.0.1:8080 --target target.json --reports reports
        accord probe --target-schema > target.schema.json
      What would be probed, without a network:
        accord probe http://127.0.0.1:8080 --target target.json --list

      Only safe methods are sent, but for collections with a sample: what the probe
      made itself is changed, and all of it removed at the end. More is done only
      where --allow names it. What the API lacks makes rules not applicable, never
      broken. accord rules lists the rules.

      Exit codes:
        0    no MUST is broken
        1    a MUST is broken, with --strict a SHOULD too
        2    no verdict could be had somewhere
        3    no rule gave a verdict
        64   the command line or the file of targets is unusable; nothing was sent
        130  stopped by SIGINT; 143 by SIGTERM, 129 by SIGHUP
      """)

  @Argument(help: ArgumentHelp("The URL below which the API's paths stand.", valueName: "url"))
  var url: String?

  @Flag(name: .customLong("target-schema"), help: "Print the JSON Schema of files of targets.")
  var printsSchema = false

  @Flag(name: .customLong("list"), help: "Print what would be probed, without a network.")
  var lists = false

  @OptionGroup(title: "What is probed") var targets: TargetOptions
  @OptionGroup var running: ProbeRunOptions
}
