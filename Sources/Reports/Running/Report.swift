package import AccordEngine

/// A document that is made of a run's events.
///
/// All calls come one after another from one queue.
package protocol Report: AnyObject {
  /// The kind of report, as `--report` names it: `junit`.
  var kind: String { get }
  /// Where it is written; what cannot be written is remembered there.
  ///
  /// Closed by whoever calls `finish`.
  var output: ReportOutput { get }

  /// Takes an event.
  func receive(_ event: Event)

  /// Hands over what is buffered, now that no event waits.
  func flush()

  /// Writes what is left to be written.
  ///
  /// - Parameter written: What is known of the other reports, for one that names them.
  func finish(_ written: WrittenReports)
}

extension Report {
  /// Nothing, for a report that nobody watches while it is written.
  package func flush() {}

  /// Nothing, for a report that is complete with the last event.
  package func finish(_ written: WrittenReports) {}
}

/// What became of the reports that were finished before.
package struct WrittenReports: Sendable {
  /// The files, as the user named them.
  package var paths: [String] = []
  package var failures: [ReportFailure] = []

  package init() {}
}
