internal import AccordContract
internal import AccordEngine
internal import AccordHTTP
internal import AccordReports

/// `specs run`: from the options to the exit code.
struct ContractRun {
  private let contract: Contract
  private let command: RunCommand
  private let environment: [String: String]
  private let files: ContractFiles
  /// What `{port}` stands for.
  private let port: UInt16?
  private let redactor = Redactor()
  private let reviews: RunReviews
  /// The program that holds the contract: lines that are newer are not shown.
  private let program: String?

  /// - Parameter program: `nil` where the contract is not compiled into one.
  /// - Throws: `UsageProblem` where a baseline or an earlier run cannot be used.
  init(
    _ contract: Contract, _ command: RunCommand, environment: [String: String],
    program: String? = ProgramFile.path
  ) throws(UsageProblem) {
    self.program = program
    self.contract = contract
    self.command = command
    self.environment = environment
    files = ContractFiles(sourceRoot: command.reports.sourceRoot)
    reviews = try RunReviews(
      command.baseline, command.comparing, repetitions: command.running.repetitions)
    if command.baseline.updates, command.sharding.shard != nil { throw .baselineOfShard }
    let texts = [
      command.server.start, command.server.url, environment["ACCORD_URL"],
      command.credentials.tokenURL,
    ]
    port = texts.contains { $0?.contains("{port}") == true } ? FreePort.find() : nil
  }

  /// Runs, reports, and returns the exit code.
  ///
  /// - Throws: `UsageProblem` or `ContractProblems` where nothing can be run.
  func perform() throws -> Int32 {
    var given = command.credentials
    given.tokenURL = given.tokenURL?.replacing(port: port)
    let credentials = try CredentialBinding(given, environment: environment) {
      files.read($0, from: .unknown)
    }
    var contract = contract
    // The last of a contract's own counts.
    if let authorization = credentials.authorization {
      contract.traits.append(.auth(authorization))
    }
    if let agent = command.transport.userAgent { contract.traits.append(.userAgent(agent)) }
    var planner = Planner(
      contract, probesUnsafe: command.selection.probeUnsafe, files: files)
    let failed = try command.selection.failedSteps()
    var selection = try command.selection.selection(failed)
    if reviews.needAllIDs { selection.needsAllIDs = true }
    var whole = try planner.plan(selecting: selection)
    if command.conformance.mode == .off { whole.leaveOutProbes(since: "--conformance off") }
    let plan = try Sharing(command.sharding, environment: environment).part(
      of: whole, agreed: command.agreedByShards, isReadOnly: command.running.readOnly
    ) { Console.complain("\($0)") }
    if !plan.idsOfContract.isEmpty { try reviews.requireSomethingToCompare(plan) }
    var options = try makeOptions(for: plan)
    options.reviews = reviews.all
    options.heldTo = reviews.heldTo(plan)
    options.infersShapes = options.infersShapes || reviews.comparing != nil
    options.warnings += reviews.warnings(of: plan)
    options.warnings += failed?.warnings(of: plan, isStrict: command.baseline.isStrict) ?? []
    options.netrc = credentials.netrc
    options.netrcUsesDigest = credentials.usesDigest
    if command.output.showSecrets, environment["CI"]?.isEmpty == false {
      throw UsageProblem.secretsInCI
    }
    let unbound = plan.unboundVariables(given: Set(options.bindings.keys))
    guard unbound.isEmpty else { throw ContractProblems(problems: unbound) }
    if !command.output.showSecrets {
      for secret in options.knownSecrets(of: plan) { redactor.add(secret.value) }
    }
    // From here on there is something to end well: files that are half written, and a server.
    let interruption = Interruption()
    let signals = SignalWatch(interruption)
    defer { signals.stop() }
    let reporter = try ReporterFactory(
      command, environment: environment, program: program, redactor: redactor
    ).make(endpoints: plan.endpoints)
    let (status, isTold) = conduct(plan, options, reporter, interruption, selection)
    guard let signal = interruption.signals.first else { return status }
    if !isTold { complain("error: \(RunComplaint.stoppedAtTheEnd(signal: signal))") }
    return 128 + signal
  }

  /// Runs the plan with a server beside it, if one is to be started.
  ///
  /// - Returns: The exit code, and whether the reports say which signal stopped the run.
  private func conduct(
    _ plan: Plan, _ options: RunOptions, _ reporter: RunReporter, _ interruption: Interruption,
    _ selection: Selection
  ) -> (status: Int32, tellsSignal: Bool) {
    var options = options
    var server: ServerProcess?
    let stopServer = { server?.stop { interruption.signals.count > 1 } ?? () }
    if let start = command.server.start, !plan.isEmpty {
      if reachesPort(of: options), Listener.accepts(port: options.baseURL.origin.port) {
        complain("error: \(RunComplaint.addressTaken(options.baseURL.text))")
        return (ExitStatus.noVerdict, false)
      }
      do throws(ServerProcess.StartError) {
        let start = start.replacing(port: port)
        // What a server prints is never passed on as it is.
        guard let output = ServerOutput(redactor: redactor) else {
          throw ServerProcess.StartError(command: start, reason: "there is no pipe for its output")
        }
        server = try ServerProcess(command: start, output: output)
      } catch {
        complain("error: \(error)")
        return (ExitStatus.noVerdict, false)
      }
    }
    defer {
      stopServer()
      server?.waitForOutput()
    }
    options.wait =
      command.server.wait?.duration ?? (server == nil ? .zero : .seconds(30))

    let progress = showProgress(&options)
    defer { progress?.end() }
    let footer: RunFooter
    do throws(HTTPClientError) {
      // The runner, and with it every kept connection, is gone before the server is asked to stop:
      // a server that stops gracefully waits for its connections.
      footer = try Runner(
        plan, options: options, sink: reporter, interruption: interruption,
        serverHasEnded: { [server] in server?.hasEnded ?? false }
      ).run()
    } catch {
      complain("error: \(Wording().message(error))")
      return (ExitStatus.usage, false)
    }
    progress?.end()
    var end: ServerProcess.End?
    let failures = reporter.finish {
      // Whoever reads what is printed may take long: no server runs on for that.
      end = server?.end
      stopServer()
    } patience: {
      switch interruption.signals.count {
      case 0: nil
      case 1: .seconds(2)
      default: .milliseconds(250)
      }
    }
    for failure in failures { complain("error: \(Wording().message(failure))") }
    if let end {
      server?.waitForOutput()
      let complaint: RunComplaint =
        footer.unreachable == nil ? .serverEndedEarly(end) : .serverEnded(end)
      complain("error: \(complaint)")
    }
    let (isWritten, note) = reviews.finish(footer, plan, redactor)
    if let note { complain(note) }
    let staleCount = reviews.failingEntries(of: plan).count
    if staleCount > 0 { complain("error: \(RunComplaint.staleEntries(count: staleCount))") }
    let hasNothingToRerun = selection.onlyIDs?.isEmpty == true
    if hasNothingToRerun, let file = command.selection.rerunFailed {
      complain("\(RunComplaint.nothingToRerun(file: file))")
    }
    let status = ExitStatus.of(
      footer, failsOnFlaky: command.running.failOnFlaky,
      allowsEmpty: command.running.allowEmpty || hasNothingToRerun
        || plan.remarkWithoutVerdict != nil,
      countsObserved: reviews.comparing != nil, hasOtherFailures: staleCount > 0,
      hasOtherErrors: !failures.isEmpty || end != nil || !isWritten)
    explain(status, footer, plan)
    return (status, footer.signal != nil)
  }

  /// Shows a person at a terminal how far the run is.
  private func showProgress(_ options: inout RunOptions) -> ProgressLine? {
    let conditions = ProgressConditions(
      printsText: command.reports.requests.allSatisfy {
        $0.path != "-" || $0.kind == .text || $0.isPrintedBesides
      },
      isQuiet: command.output.quiet, environment: environment)
    guard conditions.areMet, let terminal = Terminal() else { return nil }
    let progress = RunProgress()
    options.progress = progress
    let line = ProgressLine(progress, on: terminal, redactor: redactor)
    if conditions.output == .terminal { StreamWriter.setAside(line) }
    Console.setAside(line)
    return line
  }

  /// Prints a diagnostic, without the run's secrets.
  private func complain(_ text: String) { Console.complain(redactor.redact(text)) }

  /// What the exit code means where the reports do not say it.
  private func explain(_ status: Int32, _ footer: RunFooter, _ plan: Plan) {
    if status == ExitStatus.conforms, !footer.totals.hasVerdict,
      let remark = plan.remarkWithoutVerdict
    {
      complain("\(remark)")
    }
    guard status == ExitStatus.nothingRan else { return }
    let complaint: RunComplaint =
      plan.isEmpty
      ? .nothingSelected(of: plan.stepCountOfContract, targets: plan.targetCountOfContract)
      : plan.steps.isEmpty ? .noVerdictOfRules : .noVerdict
    complain("error: \(complaint)")
  }

  /// Whether requests go to the URL's own port on this machine, and not elsewhere.
  private func reachesPort(of options: RunOptions) -> Bool {
    options.baseURL.isLoopback && options.client.unixSocket == nil
      && options.client.connectTo.isEmpty && options.client.resolve.isEmpty
  }

  // MARK: - Options

  private func makeOptions(for plan: Plan) throws(UsageProblem) -> RunOptions {
    let baseURL = try baseURL(of: plan)
    var options = RunOptions(baseURL: baseURL, seed: seed)
    let running = command.running
    options.jobs = running.jobs ?? (baseURL.isLoopback || command.server.start != nil ? 8 : 2)
    options.rate = running.rate?.perSecond
    options.connectionsPerHost = running.maxConnectionsPerHost
    // The server of --start is one's own, wherever it listens.
    options.respectsRetryAfter =
      running.respectRetryAfter ?? (command.server.start == nil ? nil : false)
    options.repetitions = running.repetitions
    options.failsFast = running.failFast
    options.failsOnFlaky = running.failOnFlaky
    options.isReadOnly = running.readOnly
    options.isShuffled = running.shuffle != nil
    options.limits = command.limits.limits
    let transport = try TransportBinding(command.transport, trait: plan.transport)
    options.version = transport.version
    options.client = transport.client
    // Else curl opens a connection for each request that begins before the first one stands.
    options.client.sharesConnections =
      running.maxConnectionsPerHost.map { $0 < options.jobs } == true
    options.files = files
    options.recordsWire =
      command.output.verbose || command.reports.requests.contains(where: \.needsWire)
    options.infersShapes = command.reports.requests.contains { $0.kind == .jsonl }
    options.conformance = try ConformanceBinding.check(
      command.conformance, trait: plan.conformance, hasProbes: plan.targetCountOfContract > 0)
    options.probing = try ConformanceBinding.probing(
      command.conformance, command.risks, hasProbes: plan.targetCountOfContract > 0)
    let binding = try VariableBinding(
      command.variables, environment: environment, variables: plan.variables
    ) { files.read($0, from: .unknown) }
    options.bindings = binding.values
    options.secretNames = binding.secretNames
    let tls = try TLSBinding(
      command.tls, environment: environment, trait: plan.tls, files: files,
      values: binding.values)
    options.client.tls = tls.options
    options.secrets += tls.secrets
    options.warnings += tls.warnings
    let proxies = try ProxyBinding(
      command.proxies, environment: environment, trait: plan.proxy, files: files,
      values: binding.values)
    options.client.proxies = proxies.options
    options.secrets += proxies.secrets
    options.warnings += proxies.warnings
    options.curlOptions =
      transport.curlOptions + tls.curlOptions + proxies.curlOptions
    return options
  }

  /// The URL of the server under test: the option goes before the environment, and that before the
  /// contract.
  private func baseURL(of plan: Plan) throws(UsageProblem) -> BaseURL {
    // A CI system's variable that was never given a value is empty.
    let variable = environment["ACCORD_URL"].flatMap { $0.isEmpty ? nil : $0 }
    let candidates = [
      ("--url", command.server.url), ("ACCORD_URL", variable), (".baseURL", plan.baseURL),
    ]
    for case (let source, let url?) in candidates {
      if command.server.start?.contains("{port}") == true, !url.contains("{port}") {
        throw .portWithoutPlace(source)
      }
      do throws(BaseURL.Problem) {
        return try BaseURL(parsing: url.replacing(port: port))
      } catch {
        // The problem quotes the URL, without the credentials that it may hold.
        throw .url(source: source, reason: Wording().message(error))
      }
    }
    throw .noURL
  }

  /// The seed that was asked for, else one that is short enough to be typed again.
  private var seed: UInt64 {
    if let seed = command.running.seed { return seed }
    if case .seed(let seed)? = command.running.shuffle { return seed }
    return UInt64.random(in: 1...999_999)
  }
}

extension Plan {
  /// Leaves out what is held to rules by requests of its own, and says why.
  mutating func leaveOutProbes(since reason: String) {
    guard hasProbes else { return }
    Console.complain(
      "\(RunComplaint.probesLeftOut(names: probes.map(\.name), reason: reason))")
    probes = []
  }
}

extension String {
  /// The text with a port in place of `{port}`.
  fileprivate func replacing(port: UInt16?) -> String {
    guard let port else { return self }
    return split(separator: "{port}", omittingEmptySubsequences: false)
      .joined(separator: String(port))
  }
}
