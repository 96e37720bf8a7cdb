internal import AccordArchives
internal import AccordContract
internal import AccordEngine
internal import AccordReports
internal import ArgumentParser

/// `specs judge`: from the options to the exit code.
struct JudgeRun {
  private let contract: Contract
  private let command: JudgeCommand
  private let environment: [String: String]
  private let files: ContractFiles
  private let redactor = Redactor()

  init(_ contract: Contract, _ command: JudgeCommand, environment: [String: String]) {
    self.contract = contract
    self.command = command
    self.environment = environment
    files = ContractFiles(sourceRoot: command.reports.sourceRoot)
  }

  /// Judges, reports, and returns the exit code.
  ///
  /// - Throws: `UsageProblem` or `ContractProblems` where nothing can be judged.
  func perform() throws -> Int32 {
    if command.output.showSecrets, environment["CI"]?.isEmpty == false {
      throw UsageProblem.secretsInCI
    }
    var planner = Planner(contract, probesUnsafe: command.selection.probeUnsafe, files: files)
    let plan = try planner.plan(selecting: command.selection.selection())
    let archive = try openArchive()
    let baseURL = try baseURL(of: archive)
    let options = try makeOptions(for: plan, archive, baseURL)
    if !command.output.showSecrets {
      for secret in options.knownSecrets(of: plan) { redactor.add(secret.value) }
    }
    let interruption = Interruption()
    let signals = SignalWatch(interruption)
    defer { signals.stop() }
    // What the reports are asked for stands in the options of `run`, which has defaults for the rest.
    var run = try RunCommand.parse([])
    run.reports = command.reports
    run.output = command.output
    let reporter = try ReporterFactory(run, environment: environment, redactor: redactor)
      .make(endpoints: plan.endpoints)
    let status = conduct(plan, archive, options, baseURL, reporter, interruption)
    return interruption.signals.first.map { 128 + $0 } ?? status
  }

  private func openArchive() throws(UsageProblem) -> Archive {
    do throws(ArchiveError) {
      return try Archive(path: command.file)
    } catch {
      throw .archive(error)
    }
  }

  private func conduct(
    _ plan: Plan, _ archive: Archive, _ options: RunOptions, _ baseURL: BaseURL?,
    _ reporter: RunReporter, _ interruption: Interruption
  ) -> Int32 {
    var replay = Replay(
      plan, of: archive, options: options, baseURL: baseURL, sink: reporter,
      interruption: interruption)
    let footer: RunFooter?
    do throws(ArchiveError) {
      footer = try replay.run()
    } catch {
      footer = nil
      complain("error: \(error)")
    }
    let failures = reporter.finish()
    for failure in failures { complain("error: \(Wording().message(failure))") }
    guard let footer else { return ExitStatus.noVerdict }
    let status = ExitStatus.of(
      footer, failsOnFlaky: command.recorded.failOnFlaky,
      allowsEmpty: command.recorded.allowEmpty, hasOtherErrors: !failures.isEmpty)
    if status == ExitStatus.nothingRan {
      let complaint: RunComplaint =
        plan.steps.isEmpty ? .nothingSelected(of: plan.stepCountOfContract) : .noVerdict
      complain("error: \(complaint)")
    }
    return status
  }

  /// Prints a diagnostic, without secrets.
  private func complain(_ text: String) { Console.complain(redactor.redact(text)) }

  // MARK: - Options

  /// Below which URL requests were sent: what is asked for, else what Accord recorded.
  private func baseURL(of archive: Archive) throws(UsageProblem) -> BaseURL? {
    if let given = command.recorded.url {
      do throws(BaseURL.Problem) {
        return try BaseURL(parsing: given)
      } catch {
        throw .url(source: "--url", reason: Wording().message(error))
      }
    }
    return archive.run.baseURL.flatMap { try? BaseURL(parsing: $0) }
  }

  private func makeOptions(
    for plan: Plan, _ archive: Archive, _ baseURL: BaseURL?
  ) throws -> RunOptions {
    // Nothing is sent: where no base URL is known, none is needed.
    var options = RunOptions(
      baseURL: try baseURL ?? BaseURL(parsing: "http://localhost"), seed: archive.run.seed ?? 0)
    options.failsFast = command.recorded.failFast
    options.failsOnFlaky = command.recorded.failOnFlaky
    options.files = files
    options.recordsWire =
      command.output.verbose || command.reports.requests.contains(where: \.needsWire)
    options.infersShapes = command.reports.requests.contains { $0.kind == .jsonl }
    options.conformance = try ConformanceBinding.check(
      command.conformance, trait: plan.conformance)
    options.warnings = [.judgedAgain(file: command.file)]
    let binding = try VariableBinding(
      command.variables, environment: environment, variables: plan.variables
    ) { files.read($0, from: .unknown) }
    options.bindings = binding.values
    options.secretNames = binding.secretNames
    return options
  }
}
