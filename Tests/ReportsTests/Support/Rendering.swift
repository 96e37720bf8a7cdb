import AccordEngine

@testable import AccordReports

/// A kind of report, to be made of events.
enum ReportKind: String, CaseIterable, Sendable {
  case text, wire, quiet, colored, junit, strict, jsonLines, tap, ctrf, har, troubledHAR, markdown,
    github, html, json

  /// Those that tell of steps.
  static let ofSteps = allCases.filter { $0 != .json }

  func make(
    _ destination: ReportDestination, redactor: Redactor, sources: SourceOptions = SourceOptions()
  ) -> any Report {
    func text(_ options: TextOptions) -> TextReport {
      TextReport(destination, options: options, sources: sources, redactor: redactor)
    }
    switch self {
    case .text: return text(TextOptions())
    case .wire: return text(TextOptions(verbosity: .wire))
    case .quiet: return text(TextOptions(verbosity: .quiet))
    case .colored: return text(TextOptions(usesColor: true))
    case .junit, .strict:
      return JUnitReport(
        destination, isStrict: self == .strict, sources: sources, redactor: redactor)
    case .jsonLines:
      return JSONLinesReport(destination, sources: sources, redactor: redactor)
    case .har, .troubledHAR:
      return HARReport(
        destination, scope: self == .har ? .everything : .troubled(bodyLimit: 64 << 10),
        sources: sources, redactor: redactor)
    case .markdown:
      return MarkdownReport(destination, sources: sources, redactor: redactor)
    case .github:
      return GitHubReport(destination, workspace: nil, sources: sources, redactor: redactor)
    case .tap: return TAPReport(destination, sources: sources, redactor: redactor)
    case .ctrf: return CTRFReport(destination, sources: sources, redactor: redactor)
    case .json: return JSONReport(destination, sources: sources, redactor: redactor)
    case .html: return HTMLReport(destination, sources: sources, redactor: redactor)
    }
  }
}

/// What a report writes of events.
func rendered(
  _ kind: ReportKind, _ events: [Event], sources: SourceOptions = SourceOptions()
) throws -> String {
  let folder = try TemporaryFolder()
  let redactor = Redactor()
  let reporter = RunReporter(
    [kind.make(.file(folder.file("report")), redactor: redactor, sources: sources)],
    redactor: redactor)
  reporter.receive(events)
  let failures = reporter.finish()
  guard failures.isEmpty else { throw failures[0] }
  let report = try folder.read("report")
  if kind == .junit || kind == .strict {
    try JUnitDocument(report).check(isStrict: kind == .strict)
  }
  if kind == .html { try HTMLDocument(report).check() }
  return report
}
