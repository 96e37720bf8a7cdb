package import AccordEngine
internal import AccordHTTP
internal import Dispatch
internal import Synchronization

/// Takes the events of a run and hands them to its reports, on a thread of their own, so that no
/// exchange waits for a report to be formatted or written.
///
///     let redactor = Redactor()
///     let reporter = RunReporter([TextReport(…), JUnitReport(…)], redactor: redactor)
///     let footer = try Runner(plan, options: options, sink: reporter, interruption: …).run()
///     let failures = reporter.finish()
///
/// A class, since the run, its queue and the command line share it.
package final class RunReporter: EventSink {
  /// Events that were received and not yet reported.
  private struct Backlog {
    var events: [Event] = []
    var count = 0
    var octets = 0
    var isBeingWorkedOff = false
  }

  /// So much may wait before the run is held back.
  private static let eventLimit = 1_024
  private static let octetLimit = 32 << 20

  private let queue = DispatchQueue(label: "accord.reports")
  private let backlog = Mutex(Backlog())
  private let reports: Mutex<[any Report]>
  private let redactor: Redactor
  private let showsSecrets: Bool

  /// A reporter for reports that share a redactor, which learns the run's secrets from its events.
  ///
  /// - Parameter showsSecrets: `--show-secrets`: the redactor learns of none.
  package init(
    _ reports: sending [any Report], redactor: Redactor, showsSecrets: Bool = false
  ) {
    self.reports = Mutex(reports)
    self.redactor = redactor
    self.showsSecrets = showsSecrets
  }

  package var hasRoom: Bool {
    backlog.withLock { $0.count < Self.eventLimit && $0.octets < Self.octetLimit }
  }

  package func receive(_ events: [Event]) {
    if !showsSecrets {
      for case .secret(_, let value) in events { redactor.add(value) }
    }
    let octets = events.reduce(0) { $0 + $1.approximateSize }
    let mustStart = backlog.withLock { backlog in
      backlog.events += events
      backlog.count += events.count
      backlog.octets += octets
      defer { backlog.isBeingWorkedOff = true }
      return !backlog.isBeingWorkedOff
    }
    if mustStart { queue.async { [self] in workOff() } }
  }

  /// Waits until everything is written, and tells which reports could not be.
  ///
  /// - Parameters:
  ///   - filesAreWritten: Called when the reports that go to files are in their places, and others
  ///     may still wait for who reads them.
  ///   - patience: How long those are waited for from now on, asked again and again; `nil` for as long
  ///     as they take.
  package func finish(
    filesAreWritten: () -> Void = {}, patience: () -> Duration? = { nil }
  ) -> [ReportFailure] {
    var (failures, streams) = queue.sync {
      workOff()
      return endReports()
    }
    let group = DispatchGroup()
    for (stream, _) in streams { stream.close(group) }
    filesAreWritten()
    var deadline: ContinuousClock.Instant?
    while group.wait(timeout: .now() + .milliseconds(20)) == .timedOut {
      let now = ContinuousClock.now
      if let patience = patience() {
        deadline = deadline.map { min($0, now + patience) } ?? now + patience
      }
      if let deadline, now >= deadline { break }
    }
    for (stream, failure) in streams {
      guard let complaint = stream.complaint else { continue }
      failures.append(failure(complaint))
    }
    return failures
  }

  /// Gives up every report: what is half written is removed.
  package func discard() {
    queue.sync {
      backlog.withLock { $0.events = [] }
      reports.withLock { $0 = [] }
    }
  }

  /// A stream, and how a complaint about it is worded.
  private typealias Stream = (StreamWriter, @Sendable (String) -> ReportFailure)

  /// Ends every report, and gives those that could not be written and those that may have to wait.
  private func endReports() -> ([ReportFailure], [Stream]) {
    reports.withLock { reports in
      var written = WrittenReports()
      var streams: [Stream] = []
      // What is printed comes last, since it names the others.
      let ordered = reports.filter { !$0.isPrinted } + reports.filter(\.isPrinted)
      for report in ordered {
        let (kind, destination) = (report.kind, report.output.destination)
        let failure: @Sendable (String) -> ReportFailure = {
          ReportFailure(report: kind, destination: destination, reason: $0)
        }
        report.finish(written)
        do throws(POSIX.Failure) {
          try report.output.close()
          if let stream = report.output.stream { streams.append((stream, failure)) }
          if case .file(let path) = destination { written.paths.append(path) }
        } catch {
          written.failures.append(failure(error.words))
        }
      }
      reports = []
      return (written.failures, streams)
    }
  }

  private func workOff() {
    while true {
      // What came before is worked off and no longer counted: the octets are of what waits now.
      let (events, octets) = backlog.withLock { backlog in
        if backlog.events.isEmpty { backlog.isBeingWorkedOff = false }
        defer { backlog.events = [] }
        return (backlog.events, backlog.octets)
      }
      guard !events.isEmpty else { break }
      reports.withLock { reports in
        for report in reports {
          for event in events { report.receive(event) }
        }
      }
      backlog.withLock { backlog in
        backlog.count -= events.count
        backlog.octets -= octets
      }
    }
    reports.withLock { reports in
      for report in reports { report.flush() }
    }
  }
}

extension Report {
  /// Whether the report is what the user sees.
  fileprivate var isPrinted: Bool { output.destination == .standardOutput }
}

extension Event {
  /// About how much memory an event holds.
  fileprivate var approximateSize: Int {
    guard case .finished(let record) = self else { return 64 }
    var size = 1_024
    for exchange in record.exchanges { size += exchange.contentSize }
    for entry in record.archived { size += entry.approximateSize }
    return size + (record.bodyShape?.utf8.count ?? 0)
  }
}
