internal import AccordReports
package import ArgumentParser

/// `accord merge`.
///
/// What a run is held to besides its contract belongs here, since only here all steps are together:
/// `--baseline` with `--strict-baseline` and `--update-baseline`, `--compare` with `--compare-fail` and
/// `--volatile`, `--fail-on-flaky`. What of these was given to the shards instead is not forgotten: what
/// they found is joined. What is given here is decided anew here, whatever the shards were given.
/// `--conformance` is the shards' alone, which have the exchanges: what rules said of them is joined.
/// Shards need `--baseline` as well where a scenario is to go on after a known failure, or
/// `--fail-fast` not to stop for one: what was not sent cannot be judged here.
package struct MergeCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Join the runs of shards into one, and be the gate of the whole.",
    usage: "accord merge <dir> ... [--reports <dir>] [--report <kind=path>] ...",
    discussion: """
      Each machine ran its part and wrote reports into a folder of its own:
        specs --shard auto --reports reports/shard-1
      Join them; the exit code is that of the whole:
        accord merge reports/shard-* --reports reports
      Let failures pass that are known, and say what else changed:
        accord merge reports/shard-* --baseline known.jsonl \\
          --compare yesterday/run.jsonl

      It refuses, with the reason, when a shard is missing, came twice, was made
      from another plan, or is cut off; then nothing is written. Requests and
      responses are those of the archives that lie beside the records: of failed
      and errored steps those of exchanges.har, of all steps where a shard wrote
      --report har=PATH into the same folder.

      Exit codes:
        0    everything that ran conforms
        1    the server broke the contract
        2    not one whole run, or no verdict could be had somewhere
        3    no step gave a verdict
        64   the command line is unusable
      """)

  @Argument(
    help: ArgumentHelp(
      "The shards: folders with a run.jsonl, or such files.", valueName: "dir"))
  var paths: [String]

  @Option(
    name: .customLong("har"),
    help: ArgumentHelp(
      "An archive of a shard's exchanges that is not beside its record. Repeatable.",
      valueName: "file"))
  var archives: [String] = []

  @Flag(help: "Count a step that passed only when sent again as failed.")
  var failOnFlaky = false

  @Flag(help: "Count a run in which no step gave a verdict as a success.")
  var allowEmpty = false

  @OptionGroup(title: "Known failures") var baseline: BaselineOptions
  @OptionGroup(title: "Comparing with an earlier run") var comparing: CompareOptions
  @OptionGroup(title: "Reports") var reports: ReportOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  package init() {}

  package func validate() throws {
    for path in paths { try GivenPath.check(path, of: "<dir>") }
    for path in archives { try GivenPath.check(path, of: "--har") }
  }

  /// Joins the shards, reports, and returns the exit code.
  package func perform() -> Int32 {
    StandardStreams.prepare()
    let factory = ReporterFactory(
      ReporterFactory.Request(reports: reports, output: output, namedFiles: namedFiles),
      environment: ProcessEnvironment.variables, redactor: Redactor())
    do throws(UsageProblem) {
      try factory.check()
      return try Merge(self).perform { () throws(UsageProblem) in
        try factory.make()
      } complain: {
        Console.complain($0)
      }
    } catch {
      Console.complain("error: \(error)")
      return ExitStatus.usage
    }
  }
}
