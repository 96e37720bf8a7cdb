internal import AccordCommandLine
internal import AccordRuns
internal import ArgumentParser

/// `accord compare`.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Print what is otherwise in a run than in an earlier one.",
    usage: "accord compare [--fail <kinds>] [--volatile <name>] ... <before> <after>",
    discussion: """
      Compare two files that --report jsonl=PATH or --reports DIR (run.jsonl) wrote:
        accord compare yesterday/run.jsonl today/run.jsonl
      Fail for other fields and another shape of a body too, but not for these:
        accord compare --fail status,outcome,fields,shape \\
          --volatile updatedAt --volatile X-Request-Id a.jsonl b.jsonl

      null is like any type, an array without elements like any array, a whole number
      like any number; optional members may be missing. Of runs that repeat their
      steps (--repeat 2) a status, outcome or media type is a change where the later
      run has one, be it once, that the earlier run never had; what differs among
      repetitions in fields and body is none.

      Exit codes:
        0    nothing changed for which --fail is asked
        1    something did
        2    a step came to an error that came to none before, or the later run was
             stopped before a step that the earlier one ran, or the results could not
             be written
        3    not one step was compared: the runs have none in common, or ran none
        64   the command line or a file is unusable
      """)

  @Option(
    help: ArgumentHelp(
      "The changes that fail: status, outcome, type, fields, shape, with commas; or none.",
      valueName: "kinds"))
  var fail = "status,outcome"

  @Option(
    name: .customLong("volatile"),
    help: ArgumentHelp(
      "A field or member that may change: updatedAt, X-Request-Id, $.users[*].etag. Repeatable.",
      valueName: "name"))
  var volatile: [VolatileName] = []

  @Option(help: "How to print: text or json.") var format = Format.text

  @Argument(help: ArgumentHelp("The earlier run and the later one.", valueName: "before after"))
  var files: [String] = []

  /// How a comparison is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }
}
