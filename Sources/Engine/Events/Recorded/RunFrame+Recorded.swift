internal import AccordContract
internal import AccordHTTP
package import AccordRuns

extension RunHeader {
  /// The beginning of an earlier run.
  package init(_ header: RecordedHeader) {
    self.init(
      contract: header.contract, baseURL: header.url, startedAt: header.startedAt,
      jobs: header.jobs, seed: header.seed, isShuffled: header.isShuffled,
      repetitions: header.repetitions, stepCount: header.stepCount,
      stepCountOfContract: header.stepCountOfContract, version: header.version,
      warnings: header.warnings.map(RunWarning.recorded),
      shard: header.shard.flatMap { PlanShard($0, repetitions: header.repetitions) },
      endpoints: header.shard?.endpoints.map { endpoint in
        Endpoint(path: endpoint.path, declaredMethods: endpoint.methods.map { Method($0) })
      } ?? [], conformance: header.conformance.flatMap(ConformanceHeading.init))
    heldTo.staleEntries = header.staleEntries
  }
}

extension RunFooter {
  /// The end of an earlier run.
  package init(_ footer: RecordedFooter) {
    self.init(
      totals: RunTotals(footer), duration: footer.duration, requestCount: footer.requestCount,
      signal: footer.signal, unreachable: footer.unreachable.map(TransportError.recorded),
      gaveUpCleanups: footer.gaveUpCleanups,
      conformance: footer.conformance.flatMap(ConformanceAccount.init))
  }
}

extension RunTotals {
  fileprivate init(_ footer: RecordedFooter) {
    self.init()
    passed = footer.passed
    failed = footer.failed
    errors = footer.errors
    skipped = footer.skipped
    observed = footer.observed
    known = footer.known
    fixed = footer.fixed
    flaky = footer.flaky
    changed = footer.changed
    changes = footer.changes
    expired = footer.expired
    waits = footer.waits
    waited = footer.waited
  }
}

extension PlanShard {
  /// The part that an earlier run was; how many units all of them had is not known.
  fileprivate init?(_ recorded: RecordedShard, repetitions: Int) {
    guard let shard = Shard(recorded.index, of: recorded.total) else { return nil }
    self.init(
      shard, run: recorded.run, unitCount: 0, stepCount: recorded.stepCount / max(repetitions, 1),
      digest: recorded.plan)
  }
}
