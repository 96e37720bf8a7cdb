internal import AccordEngine
internal import AccordReports

/// Makes the reports that the options ask for.
struct ReporterFactory {
  private let command: RunCommand
  private let environment: [String: String]

  init(_ command: RunCommand, environment: [String: String]) {
    self.command = command
    self.environment = environment
  }

  /// The reports, and the text on standard output unless another report goes there.
  ///
  /// - Parameter endpoints: What the contract declares.
  /// - Throws: `UsageProblem` where two reports would be written to one place.
  func make(endpoints: [Endpoint] = []) throws(UsageProblem) -> RunReporter {
    let requests = command.reports.requests
    var paths: Set<String> = []
    for request in requests where !paths.insert(request.path).inserted {
      throw .sharedReportPath(request.path)
    }
    let redactor = Redactor()
    let sources = SourceOptions(
      root: command.reports.sourceRoot, program: ProgramFile.path)
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
