internal import AccordReports
package import ArgumentParser

/// `accord merge`.
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

      It refuses, with the reason, when a shard is missing, came twice, was made
      from another plan, or is cut off. The reports have what the record of a run
      has: neither values of fields nor bodies.

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

  @Flag(help: "Fail where a step passed only when sent again.")
  var failOnFlaky = false

  @Flag(help: "Count a run in which no step gave a verdict as a success.")
  var allowEmpty = false

  @OptionGroup(title: "Reports") var reports: ReportOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  package init() {}

  /// Joins the shards, reports, and returns the exit code.
  package func perform() -> Int32 {
    StandardStreams.prepare()
    do throws(UsageProblem) {
      let reporter = try ReporterFactory(
        ReporterFactory.Request(reports: reports, output: output),
        environment: ProcessEnvironment.variables, redactor: Redactor()
      ).make()
      return Merge(
        paths: paths, failsOnFlaky: failOnFlaky, allowsEmpty: allowEmpty, reporter: reporter
      ).perform { Console.complain($0) }
    } catch {
      Console.complain("error: \(error)")
      return ExitStatus.usage
    }
  }
}
