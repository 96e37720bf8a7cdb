import AccordEngine

@testable import AccordReports

/// A kind of report, to be made of events.
enum ReportKind: String, CaseIterable, Sendable {
  case text, wire, junit

  func make(
    _ destination: ReportDestination, redactor: Redactor, sources: SourceOptions = SourceOptions()
  ) -> any Report {
    switch self {
    case .text:
      TextReport(destination, options: TextOptions(), sources: sources, redactor: redactor)
    case .wire:
      TextReport(
        destination, options: TextOptions(verbosity: .wire), sources: sources, redactor: redactor)
    case .junit:
      TextReport(
        destination, options: TextOptions(verbosity: .quiet), sources: sources, redactor: redactor)
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
  return try folder.read("report")
}
