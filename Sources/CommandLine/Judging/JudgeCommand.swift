internal import AccordHTTP
internal import ArgumentParser

/// `specs judge`.
struct JudgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "judge",
    abstract: "Judges recorded exchanges again, without a network.",
    discussion: """
      Record a run, and judge it again after the contract was changed:
        \(ProgramFile.name) --url http://127.0.0.1:8080 --report har=run.har
        \(ProgramFile.name) judge run.har
      With every report, and the variables that the run was given:
        \(ProgramFile.name) judge run.har --reports reports --set tenant=a
      What a browser or a proxy recorded, below a URL:
        \(ProgramFile.name) judge browser.har --url https://api.example.com/v1
      Let failures pass that are known, and say what else changed, as a run does:
        \(ProgramFile.name) judge run.har --baseline known.jsonl \\
          --compare yesterday/run.jsonl

      A step is found by its id in what Accord recorded; else by its method and URL,
      where any value stands for a variable that has none, each exchange for one
      step, in their order. A step without an exchange is skipped. What the
      recording does not tell (a secret, the rest of a body that was cut) is an
      error, never a failure.

      Exit codes: as of a run; 2 also where the recorded run was stopped before a
      step, 64 also where the file cannot be used.
      """)

  @Argument(help: ArgumentHelp("An HTTP Archive (HAR 1.2).", valueName: "file.har"))
  var file: String

  @OptionGroup(title: "What was recorded") var recorded: RecordedOptions
  @OptionGroup(title: "Variables") var variables: VariableOptions
  @OptionGroup(title: "What is judged") var selection: SelectionOptions
  @OptionGroup(title: "Rules of HTTP") var conformance: ConformanceOptions
  @OptionGroup(title: "Known failures") var baseline: BaselineOptions
  @OptionGroup(title: "Comparing with an earlier run") var comparing: CompareOptions
  @OptionGroup(title: "Reports") var reports: ReportOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func validate() throws { try GivenPath.check(file, of: "<file.har>") }
}

/// Of which server a recording is, and what its verdicts come to.
struct RecordedOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Below which URL the contract's paths were sent, for what another program recorded. (default: \
      any server's root)
      """, valueName: "url"))
  var url: String?

  @Flag(help: "Skip what comes after the first failure or error.")
  var failFast = false

  @Flag(help: "Fail where a step passed only when sent again.")
  var failOnFlaky = false

  @Flag(help: "Count a recording in which no step has a verdict as a success.")
  var allowEmpty = false
}
