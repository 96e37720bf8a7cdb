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

  init(_ contract: Contract, _ command: RunCommand, environment: [String: String]) {
    self.contract = contract
    self.command = command
    self.environment = environment
    files = ContractFiles(sourceRoot: command.reports.sourceRoot)
    let texts = [command.server.start, command.server.url, environment["ACCORD_URL"]]
    port = texts.contains { $0?.contains("{port}") == true } ? FreePort.find() : nil
  }

  /// Runs, reports, and returns the exit code.
  ///
  /// - Throws: `UsageProblem` or `ContractProblems` where nothing can be run.
  func perform() throws -> Int32 {
    let credentials = try CredentialBinding(command.credentials, environment: environment) {
      files.read($0, from: .unknown)
    }
    var contract = contract
    // The last of a contract's own counts.
    if let authorization = credentials.authorization {
      contract.traits.append(.auth(authorization))
    }
    var planner = Planner(
      contract, probesUnsafe: command.selection.probeUnsafe, files: files)
    let plan = try planner.plan(selecting: command.selection.selection())
    var options = try makeOptions(for: plan)
    options.netrc = credentials.netrc
    options.netrcUsesDigest = credentials.usesDigest
    if command.output.showSecrets, environment["CI"]?.isEmpty == false {
      throw UsageProblem.secretsInCI
    }
    let unbound = plan.unboundVariables(given: Set(options.bindings.keys))
    guard unbound.isEmpty else { throw ContractProblems(problems: unbound) }
    let reporter = try ReporterFactory(command, environment: environment)
      .make(endpoints: plan.endpoints)

    let interruption = Interruption()
    let signals = SignalWatch(interruption)
    defer { signals.stop() }
    var server: ServerProcess?
    if let start = command.server.start {
      if reachesPort(of: options), Listener.accepts(port: options.baseURL.origin.port) {
        Console.complain("error: \(RunComplaint.addressTaken(options.baseURL.text))")
        return ExitStatus.noVerdict
      }
      do throws(ServerProcess.StartError) {
        server = try ServerProcess(command: start.replacing(port: port))
      } catch {
        Console.complain("error: \(error)")
        return ExitStatus.noVerdict
      }
    }
    defer { server?.stop() }
    options.wait =
      command.server.wait?.duration ?? (server == nil ? .zero : .seconds(30))

    let footer: RunFooter
    do throws(HTTPClientError) {
      // The runner, and with it every kept connection, is gone before the server is asked to stop:
      // a server that stops gracefully waits for its connections.
      footer = try Runner(
        plan, options: options, sink: reporter, interruption: interruption,
        serverHasEnded: { [server] in server?.hasEnded ?? false }
      ).run()
    } catch {
      Console.complain("error: \(Wording().message(error))")
      return ExitStatus.usage
    }
    let failures = reporter.finish()
    for failure in failures { Console.complain("error: \(Wording().message(failure))") }
    let end = server?.end
    if let end {
      let complaint: RunComplaint =
        footer.unreachable == nil ? .serverEndedEarly(end) : .serverEnded(end)
      Console.complain("error: \(complaint)")
    }
    let status = ExitStatus.of(
      footer, failsOnFlaky: command.running.failOnFlaky,
      allowsEmpty: command.running.allowEmpty, hasOtherErrors: !failures.isEmpty || end != nil)
    explain(status, footer, plan)
    return status
  }

  /// What the exit code means where the reports do not say it.
  private func explain(_ status: Int32, _ footer: RunFooter, _ plan: Plan) {
    if status == ExitStatus.failure, footer.totals.failed == 0 {
      Console.complain("error: \(RunComplaint.flaky(count: footer.totals.flaky))")
    }
    guard status == ExitStatus.nothingRan else { return }
    let complaint: RunComplaint =
      plan.steps.isEmpty ? .nothingSelected(of: plan.stepCountOfContract) : .noVerdict
    Console.complain("error: \(complaint)")
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
    options.repetitions = running.repetitions
    options.failsFast = running.failFast
    options.isReadOnly = running.readOnly
    options.isShuffled = running.shuffle != nil
    options.limits = command.limits.limits
    options.version = command.transport.version
    options.client = command.transport.client
    options.files = files
    options.recordsWire =
      command.output.verbose || command.reports.requests.contains { $0.kind == .html }
    options.infersShapes = command.reports.requests.contains { $0.kind == .jsonl }
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
    let proxies = try ProxyBinding(command.proxies, environment: environment, files: files)
    options.client.proxies = proxies.options
    options.secrets += proxies.secrets
    options.warnings += proxies.warnings
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

extension String {
  /// The text with a port in place of `{port}`.
  fileprivate func replacing(port: UInt16?) -> String {
    guard let port else { return self }
    return split(separator: "{port}", omittingEmptySubsequences: false)
      .joined(separator: String(port))
  }
}
