package import AccordEngine

/// A document that is made of a run's events.
///
/// All calls come one after another from one queue.
package protocol Report: AnyObject {
  /// The kind of report, as `--report` names it: `junit`.
  var kind: String { get }
  var destination: ReportDestination { get }
  /// Where it goes if somebody reads it while it comes, and may let it wait.
  var stream: StreamWriter? { get }

  /// Takes an event. What cannot be written is remembered, and told by `finish`.
  func receive(_ event: Event)

  /// Hands over what is buffered, now that no event waits.
  func flush()

  /// Completes the report and puts it in its place, or hands the rest of it to its stream.
  ///
  /// - Parameter written: What is known of the other reports, for one that names them.
  /// - Throws: Why it could not be written.
  func finish(_ written: WrittenReports) throws(ReportFailure)
}

extension Report {
  /// Nothing, for a report that nobody watches while it is written.
  package func flush() {}

  /// What the system said of this report.
  func failure(_ failure: POSIX.Failure) -> ReportFailure {
    ReportFailure(report: kind, destination: destination, reason: failure.words)
  }
}

/// What became of the reports that were finished before.
package struct WrittenReports: Sendable {
  /// The files, as the user named them.
  package var paths: [String] = []
  package var failures: [ReportFailure] = []

  package init() {}
}
