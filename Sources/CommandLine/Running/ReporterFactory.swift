internal import AccordReports

/// Makes the reports that the options ask for.
struct ReporterFactory {
  /// What of a command line says which reports there are.
  struct Request {
    let reports: ReportOptions
    let output: OutputOptions
    /// The program that ran the contract: lines that are newer are not shown.
    var program: String?
  }

  private let command: Request
  private let environment: [String: String]

  private let redactor: Redactor

  /// - Parameter redactor: What the reports share.
  init(_ command: RunCommand, environment: [String: String], redactor: Redactor) {
    self.init(
      Request(reports: command.reports, output: command.output, program: ProgramFile.path),
      environment: environment, redactor: redactor)
  }

  init(_ command: Request, environment: [String: String], redactor: Redactor) {
    self.command = command
    self.redactor = redactor
    self.environment = environment
  }

  /// The reports, and the text on standard output unless another report goes there.
  ///
  /// - Throws: `UsageProblem` where two reports would be written to one place.
  func make() throws(UsageProblem) -> RunReporter {
    let requests = command.reports.requests
    var paths: Set<String> = []
    for request in requests where !paths.insert(request.path).inserted {
      throw .sharedReportPath(request.path)
    }
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
      case .jsonl:
        reports.append(JSONLinesReport(destination, sources: sources, redactor: redactor))
      }
    }
    return RunReporter(
      reports, redactor: redactor, showsSecrets: command.output.showSecrets)
  }

  private var printed: TextOptions {
    let output = command.output
    return TextOptions(
      usesColor: output.color.usesColor(
        isTerminal: Console.isTerminal, environment: environment),
      verbosity: output.verbose ? .wire : output.quiet ? .quiet : .normal)
  }
}
