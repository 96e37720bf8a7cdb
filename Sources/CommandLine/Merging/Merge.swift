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

/// `accord merge`: the records of shards in, the reports and the exit code of the whole out.
struct Merge {
  let paths: [String]
  let failsOnFlaky: Bool
  let allowsEmpty: Bool
  let reporter: RunReporter

  /// Joins, reports, and returns the exit code.
  func perform(complain: (String) -> Void) -> Int32 {
    let footer: RunFooter
    do throws(MergeProblems) {
      let set = try ShardSet(paths: paths)
      footer = try join(set.readers)
      for reader in set.readers {
        guard let signal = reader.footer?.signal else { continue }
        complain("error: \(MergeRemark.stopped(shard: reader.shard.index, signal: signal))")
      }
    } catch {
      reporter.discard()
      for problem in error.problems { complain("error: \(problem)") }
      return ExitStatus.noVerdict
    }
    let failures = reporter.finish()
    for failure in failures { complain("error: \(Wording().message(failure))") }
    // A signal ended a shard, not this program.
    var judged = footer
    judged.signal = nil
    let status = ExitStatus.of(
      judged, failsOnFlaky: failsOnFlaky, allowsEmpty: allowsEmpty,
      hasOtherErrors: !failures.isEmpty || footer.signal != nil)
    if status == ExitStatus.failure, footer.totals.failed == 0, footer.conformance?.fails != true {
      complain("error: \(RunComplaint.flaky(count: footer.totals.flaky))")
    }
    if status == ExitStatus.nothingRan { complain("error: \(RunComplaint.noVerdict)") }
    return status
  }

  /// Hands the shards' steps to the reports, about in the run's order, so that few wait for others.
  private func join(_ readers: [ShardReader]) throws(MergeProblems) -> RunFooter {
    guard let first = readers.first else { throw MergeProblems([]) }
    var seen = [Bool](repeating: false, count: first.shard.stepCount)
    var batch: [Event] = [.started(Self.header(readers))]
    do throws(MergeProblem) {
      for reader in readers { try reader.advance() }
      while let reader = Self.nearest(readers), let record = reader.next {
        guard seen.indices.contains(record.index), !seen[record.index] else {
          throw .strayStep(id: record.id, path: reader.path)
        }
        seen[record.index] = true
        batch.append(.finished(step: record))
        if batch.count >= Self.batchSize { hand(over: &batch) }
        try reader.advance()
      }
      let missing = seen.count { !$0 }
      guard missing == 0 else { throw .missingSteps(missing) }
    } catch {
      throw MergeProblems([error])
    }
    guard let footer = Self.footer(readers) else { throw MergeProblems([]) }
    batch.append(.ended(footer))
    hand(over: &batch)
    return footer
  }

  private static let batchSize = 64

  private func hand(over batch: inout [Event]) {
    while !reporter.hasRoom { usleep(500) }
    reporter.receive(batch)
    batch.removeAll(keepingCapacity: true)
  }

  /// The shard whose next step comes first in the run's order.
  private static func nearest(_ readers: [ShardReader]) -> ShardReader? {
    var nearest: (reader: ShardReader, index: Int)?
    for reader in readers {
      guard let index = reader.next?.index else { continue }
      if let known = nearest, known.index <= index { continue }
      nearest = (reader, index)
    }
    return nearest?.reader
  }

  // MARK: - The whole

  /// The beginning of the whole: of what each shard has its own, the first one's counts, but for the
  /// moment of the start, which is the earliest.
  private static func header(_ readers: [ShardReader]) -> RunHeader {
    var header = RunHeader(readers[0].header)
    header.startedAt = readers.map(\.header.startedAt).min() ?? header.startedAt
    header.stepCount = readers[0].shard.stepCount
    header.shard = nil
    header.joined = JoinedShards(
      count: readers.count, haveSeveralSeeds: Set(readers.map(\.header.seed)).count > 1)
    var warnings: [String] = []
    for warning in readers.flatMap(\.header.warnings) where !warnings.contains(warning) {
      warnings.append(warning)
    }
    header.warnings = warnings.map(RunWarning.recorded)
    return header
  }

  /// The end of the whole: what can be counted is added up, and it took as long as the longest shard.
  private static func footer(_ readers: [ShardReader]) -> RunFooter? {
    let footers = readers.compactMap(\.footer).map(RunFooter.init)
    guard var whole = footers.first else { return nil }
    for footer in footers.dropFirst() {
      whole.totals.add(footer.totals)
      whole.duration = max(whole.duration, footer.duration)
      whole.requestCount += footer.requestCount
      whole.signal = whole.signal ?? footer.signal
      whole.unreachable = whole.unreachable ?? footer.unreachable
      if let conformance = footer.conformance {
        whole.conformance = whole.conformance?.joined(with: conformance) ?? conformance
      }
      whole.gaveUpCleanups = whole.gaveUpCleanups || footer.gaveUpCleanups
    }
    return whole
  }
}

extension RunTotals {
  fileprivate mutating func add(_ other: RunTotals) {
    passed += other.passed
    failed += other.failed
    errors += other.errors
    skipped += other.skipped
    observed += other.observed
    known += other.known
    fixed += other.fixed
    flaky += other.flaky
    waits += other.waits
    waited += other.waited
  }
}
