internal import AccordEngine
internal import AccordReports

/// Makes the reports that the options ask for.
struct ReporterFactory {
  /// What of a command line says which reports there are.
  struct Request {
    let reports: ReportOptions
    let output: OutputOptions
    /// The program that ran the contract: lines that are newer are not shown.
    var program: String?
    /// What is read, and not to be replaced.
    var namedFiles: [NamedFile] = []
  }

  private let command: Request
  private let environment: [String: String]

  private let redactor: Redactor

  /// - Parameters:
  ///   - program: The program that holds the contract.
  ///   - redactor: What the reports share.
  init(
    _ command: RunCommand, environment: [String: String], program: String? = ProgramFile.path,
    redactor: Redactor
  ) {
    self.init(
      Request(
        reports: command.reports, output: command.output, program: program,
        namedFiles: command.namedFiles),
      environment: environment, redactor: redactor)
  }

  init(_ command: Request, environment: [String: String], redactor: Redactor) {
    self.command = command
    self.redactor = redactor
    self.environment = environment
  }

  /// The reports, and the text on standard output unless another report goes there.
  ///
  /// - Parameter endpoints: What the contract declares.
  /// - Throws: `UsageProblem`, as ``check()``.
  func make(endpoints: [Endpoint] = []) throws(UsageProblem) -> RunReporter {
    RunReporter(
      try reports(endpoints: endpoints), redactor: redactor,
      showsSecrets: command.output.showSecrets)
  }

  /// The reports that ``make(endpoints:)`` makes.
  func reports(endpoints: [Endpoint] = []) throws(UsageProblem) -> sending [any Report] {
    let requests = command.reports.requests
    var paths = try check()
    // Annotations stand behind the text, for the same readers.
    if requests.contains(where: \.isPrintedBesides) { paths.remove("-") }
    let sources = SourceOptions(
      root: command.reports.sourceRoot, program: command.program)
    var reports: [any Report] = []
    if !paths.contains("-") {
      reports.append(
        TextReport(.standardOutput, options: printed, sources: sources, redactor: redactor))
    }
    for request in requests {
      let destination = ReportDestination(request.path)
      switch request.kind {
      case .text:
        let options =
          request.path == "-"
          ? printed : TextOptions(verbosity: command.output.verbose ? .wire : .normal)
        reports.append(
          TextReport(destination, options: options, sources: sources, redactor: redactor))
      case .junit, .junitStrict:
        reports.append(
          JUnitReport(
            destination, isStrict: request.kind == .junitStrict, sources: sources,
            redactor: redactor))
      case .html:
        reports.append(
          HTMLReport(destination, endpoints: endpoints, sources: sources, redactor: redactor))
      case .json:
        reports.append(JSONReport(destination, sources: sources, redactor: redactor))
      case .jsonl:
        reports.append(JSONLinesReport(destination, sources: sources, redactor: redactor))
      case .har:
        reports.append(
          HARReport(
            destination,
            scope: request.isOfStandardSet ? .troubled(bodyLimit: 64 << 10) : .everything,
            sources: sources, redactor: redactor))
      case .markdown:
        reports.append(MarkdownReport(destination, sources: sources, redactor: redactor))
      case .github:
        reports.append(
          GitHubReport(
            destination, workspace: environment["GITHUB_WORKSPACE"], sources: sources,
            redactor: redactor))
      case .tap:
        reports.append(TAPReport(destination, sources: sources, redactor: redactor))
      case .ctrf:
        reports.append(CTRFReport(destination, sources: sources, redactor: redactor))
      }
    }
    if let path = stepSummary(for: requests) {
      reports.append(MarkdownReport(stepSummary: path, sources: sources, redactor: redactor))
    }
    return reports
  }

  /// Whether the reports can be made, and where they go.
  ///
  /// - Throws: `UsageProblem` where two reports would be written to one place, or one to a file that is
  ///   read.
  @discardableResult
  func check() throws(UsageProblem) -> Set<String> {
    var requests: [FilePlace: ReportRequest] = [:]
    for request in command.reports.requests {
      if let other = requests.updateValue(request, forKey: FilePlace(request.path)) {
        throw .sharedReportPath(other.option, request.option)
      }
    }
    for file in command.namedFiles {
      guard let request = requests[FilePlace(file.path)], request.path != "-" else { continue }
      if file.mayBecomeRecord, request.kind == .jsonl { continue }
      throw .replacedInput(report: request.option, file: file.option)
    }
    return Set(command.reports.requests.map(\.path))
  }

  /// Where the summary of the step belongs, for who asked for annotations in GitHub Actions.
  private func stepSummary(for requests: [ReportRequest]) -> String? {
    guard environment["GITHUB_ACTIONS"] == "true", requests.contains(where: { $0.kind == .github })
    else { return nil }
    return environment["GITHUB_STEP_SUMMARY"].flatMap { $0.isEmpty ? nil : $0 }
  }

  private var printed: TextOptions {
    let output = command.output
    return TextOptions(
      usesColor: output.color.usesColor(
        isTerminal: Console.isTerminal, environment: environment),
      verbosity: output.verbose ? .wire : output.quiet ? .quiet : .normal)
  }
}
