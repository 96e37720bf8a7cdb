internal import AccordEngine
internal import AccordReports
internal import AccordRuns

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The run that shards are together, on its way into the reports.
struct WholeRun {
  let reviews: RunReviews
  let survey: MergeSurvey
  private let readers: [ShardReader]
  private let hasAllExchanges: Bool
  private let failsOnFlaky: Bool

  /// - Parameters:
  ///   - hasAllExchanges: Whether archives have every exchange.
  ///   - failsOnFlaky: `--fail-on-flaky`, whatever the shards were given.
  init(
    _ shards: ShardSet, _ reviews: RunReviews, _ survey: MergeSurvey, hasAllExchanges: Bool,
    failsOnFlaky: Bool
  ) {
    readers = shards.readers
    self.reviews = reviews
    self.survey = survey
    self.hasAllExchanges = hasAllExchanges
    self.failsOnFlaky = failsOnFlaky
  }

  /// Whether the steps were compared with an earlier run, here or by the shards.
  var isCompared: Bool {
    reviews.comparing != nil || readers.contains { $0.shard.compared != nil }
  }

  /// The entries of a baseline that are of no step, where that fails.
  ///
  /// Of baselines that only the shards were given each shard says the same, since each knows the whole
  /// contract.
  var failingEntries: [StaleEntry] {
    if reviews.hasBaseline { return reviews.failingEntries(of: survey) }
    var entries: [StaleEntry] = []
    for reader in readers {
      // Of shards that were given several lists, those of each.
      if reader.header.staleEntries == entries { continue }
      for entry in reader.header.staleEntries where !entries.contains(entry) {
        entries.append(entry)
      }
    }
    return entries
  }

  /// What is to be said when all is joined.
  var remarks: [MergeRemark] {
    readers.flatMap { reader in
      var remarks = reader.exchanges?.remarks ?? []
      if let signal = reader.footer?.signal {
        remarks.append(.stopped(shard: reader.shard.index, signal: signal))
      }
      return remarks
    }
  }

  // MARK: - Joining

  /// Hands the shards' steps to the reports, about in the run's order, so that few wait for others.
  func join(into reporter: RunReporter) throws(MergeProblems) -> RunFooter {
    var totals = RunTotals()
    var batch: [Event] = [.started(header)]
    do throws(MergeProblem) {
      for reader in readers { try reader.advance() }
      while let reader = nearest, var record = reader.next {
        judge(&record)
        totals.add(record)
        batch.append(.finished(step: record))
        if batch.count >= Self.batchSize { Self.hand(over: &batch, to: reporter) }
        try reader.advance()
      }
    } catch {
      throw MergeProblems([error])
    }
    guard let footer = footer(totals) else { throw MergeProblems([]) }
    batch.append(.ended(footer))
    Self.hand(over: &batch, to: reporter)
    return footer
  }

  /// Decides anew what this program was asked to decide; what only the shards were asked stays.
  private func judge(_ record: inout StepRecord) {
    if reviews.comparing != nil { record.takeBackComparison() }
    if reviews.hasBaseline { record.takeBackBaseline() }
    if failsOnFlaky, record.isFlaky, case .passed = record.outcome {
      record.markFlaky(fails: true)
    }
    for review in reviews.all { review.review(&record) }
  }

  private static let batchSize = 64

  private static func hand(over batch: inout [Event], to reporter: RunReporter) {
    while !reporter.hasRoom { usleep(500) }
    reporter.receive(batch)
    batch.removeAll(keepingCapacity: true)
  }

  /// The shard whose next step comes first in the run's order.
  private var nearest: ShardReader? {
    var nearest: (reader: ShardReader, index: Int)?
    for reader in readers {
      guard let index = reader.next?.index else { continue }
      if let known = nearest, known.index <= index { continue }
      nearest = (reader, index)
    }
    return nearest?.reader
  }

  // MARK: - Beginning and end

  /// The beginning of the whole: of what each shard has its own, the first one's counts, but for the
  /// moment of the start, which is the earliest.
  private var header: RunHeader {
    var header = RunHeader(readers[0].header)
    header.startedAt = readers.map(\.header.startedAt).min() ?? header.startedAt
    header.stepCount = readers[0].shard.stepCount
    header.shard = nil
    header.joined = JoinedShards(
      count: readers.count, haveSeveralSeeds: Set(readers.map(\.header.seed)).count > 1,
      haveAllExchanges: hasAllExchanges)
    header.heldTo = reviews.heldTo(survey)
    header.heldTo.staleEntries = failingEntries
    var texts: [String] = []
    for text in readers.flatMap(warnings) where !texts.contains(text) { texts.append(text) }
    header.warnings = texts.map(RunWarning.recorded) + reviews.warnings(of: survey)
    return header
  }

  /// A shard's warnings, without those of what is decided anew.
  private func warnings(of reader: ShardReader) -> [String] {
    var outdated: [String] = []
    if reviews.hasBaseline { outdated += reader.shard.baseline?.warnings ?? [] }
    if reviews.comparing != nil { outdated += reader.shard.compared?.warnings ?? [] }
    return reader.header.warnings.filter { !outdated.contains($0) }
  }

  /// The end of the whole: what can be counted is added up, and it took as long as the longest shard.
  private func footer(_ totals: RunTotals) -> RunFooter? {
    let footers = readers.compactMap(\.footer).map(RunFooter.init)
    guard var whole = footers.first else { return nil }
    for footer in footers.dropFirst() {
      whole.duration = max(whole.duration, footer.duration)
      whole.requestCount += footer.requestCount
      whole.signal = whole.signal ?? footer.signal
      whole.unreachable = whole.unreachable ?? footer.unreachable
      whole.gaveUpCleanups = whole.gaveUpCleanups || footer.gaveUpCleanups
      if let conformance = footer.conformance {
        whole.conformance = whole.conformance?.joined(with: conformance) ?? conformance
      }
    }
    if reviews.hasBaseline {
      whole.conformance = whole.conformance?.withoutBaseline().reviewed(by: reviews.all)
    }
    whole.totals = totals
    return whole
  }
}
