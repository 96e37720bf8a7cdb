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
    let archive = try openArchive()
    let reviews = try RunReviews(
      command.baseline, command.comparing, repetitions: max(1, archive.run.repetitions))
    let failed = try command.selection.failedSteps()
    var selection = try command.selection.selection(failed)
    if reviews.needAllIDs { selection.needsAllIDs = true }
    var whole = try planner.plan(selecting: selection)
    let unjudged = whole.probes.map(\.name)
    // What a baseline says of targets still has its target.
    whole.probes = []
    let plan = whole
    if !plan.idsOfContract.isEmpty { try reviews.requireSomethingToCompare(plan) }
    let baseURL = try baseURL(of: archive)
    var options = try makeOptions(for: plan, archive, baseURL)
    options.reviews = reviews.all
    options.heldTo = reviews.heldTo(plan)
    options.infersShapes = options.infersShapes || reviews.comparing != nil
    if !unjudged.isEmpty { options.warnings.append(.probesNotJudged(names: unjudged)) }
    options.warnings +=
      reviews.warnings(of: plan)
      + (failed?.warnings(of: plan, isStrict: command.baseline.isStrict) ?? [])
    if !command.output.showSecrets {
      for secret in options.knownSecrets(of: plan) { redactor.add(secret.value) }
    }
    let interruption = Interruption()
    let signals = SignalWatch(interruption)
    defer { signals.stop() }
    let request = ReporterFactory.Request(
      reports: command.reports, output: command.output, program: ProgramFile.path,
      namedFiles: command.namedFiles)
    let reporter = try ReporterFactory(request, environment: environment, redactor: redactor)
      .make(endpoints: plan.endpoints)
    let status = conduct(plan, archive, options, baseURL, reviews, reporter, interruption)
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
    _ reviews: RunReviews, _ reporter: RunReporter, _ interruption: Interruption
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
    let (isWritten, note) = reviews.finish(footer, plan, redactor)
    if let note { complain(note) }
    let staleCount = reviews.failingEntries(of: plan).count
    if staleCount > 0 { complain("error: \(RunComplaint.staleEntries(count: staleCount))") }
    let stoppedCount = replay.stoppedCount
    if stoppedCount > 0 {
      complain("error: \(RunComplaint.stoppedInRecording(count: stoppedCount))")
    }
    // A signal ended the recorded run, not this program.
    var judged = footer
    judged.signal = nil
    let status = ExitStatus.of(
      judged, failsOnFlaky: command.recorded.failOnFlaky,
      allowsEmpty: command.recorded.allowEmpty, countsObserved: reviews.comparing != nil,
      hasOtherFailures: staleCount > 0,
      hasOtherErrors: !failures.isEmpty || !isWritten || stoppedCount > 0)
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

  /// What one has to know of the recording.
  private func warnings(of run: RecordedRun, isOwn: Bool, _ plan: Plan) -> [RunWarning] {
    let file = command.file
    var warnings: [RunWarning] = [.judgedAgain(file: file)]
    if let name = run.contract, name != plan.name {
      warnings.append(.recordingOfContract(name, file: file, contract: plan.name))
    }
    if run.stoppedCount > 0 {
      warnings.append(
        .recordingOfStopped(file: file, count: run.stoppedCount, signal: run.signal))
    }
    if isOwn, command.recorded.url != nil { warnings.append(.urlOfOwnRecording(file: file)) }
    return warnings
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
    options.warnings = warnings(of: archive.run, isOwn: archive.isOwn, plan)
    let binding = try VariableBinding(
      command.variables, environment: environment, variables: plan.variables
    ) { files.read($0, from: .unknown) }
    options.bindings = binding.values
    options.secretNames = binding.secretNames
    return options
  }
}
