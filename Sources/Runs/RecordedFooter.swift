/// The last line of a run file: what was known when the run had ended.
package struct RecordedFooter: Sendable, Equatable {
  package var passed: Int
  package var failed: Int
  package var errors: Int
  package var skipped: Int
  package var observed: Int
  package var known: Int
  /// Of the passed ones, those that were said to fail.
  package var fixed: Int
  /// Of the passed ones, those that passed only when sent again.
  package var flaky: Int
  /// How many steps answered otherwise than in the run with which it was compared.
  package var changed: Int
  /// Of those, how many changed in which way.
  package var changes: [StepChange.Kind: Int]
  /// How many steps failed of something that was known until a day that has passed.
  package var expired: Int
  /// How many entries of a baseline are of no step, where the run failed for those.
  package var staleEntryCount: Int
  /// How often a request was sent again after the time that an answer asked for, and after how long
  /// in all.
  package var waits: Int
  package var waited: Duration
  package var requestCount: Int
  package var duration: Duration
  /// The signal that stopped the run.
  package var signal: Int32?
  /// Whether clean-ups were given up too.
  package var gaveUpCleanups: Bool
  /// Why the server could not be reached, in words.
  package var unreachable: String?

  /// What the exchanges told of the rules that they were held to.
  package var conformance: RecordedConformance?

  /// All steps.
  package var stepCount: Int { passed + failed + errors + skipped + observed + known }

  init(_ line: RecordLine) throws(RunFileError) {
    passed = try line.integer("passed")
    failed = try line.integer("failed")
    errors = try line.integer("errors")
    skipped = try line.integer("skipped")
    observed = try line.integer("observed")
    known = try line.integer("known")
    fixed = try line.integer("fixed")
    flaky = try line.integer("flaky")
    changed =
      try line.optional("changed") { name throws(RunFileError) in try line.integer(name) } ?? 0
    changes = try line.optional("changedKinds", line.object).map(Self.changes) ?? [:]
    expired =
      try line.optional("expired") { name throws(RunFileError) in try line.integer(name) } ?? 0
    staleEntryCount =
      try line.optional("staleEntries") { name throws(RunFileError) in try line.integer(name) } ?? 0
    waits = try line.optional("waits") { name throws(RunFileError) in try line.integer(name) } ?? 0
    waited = try line.optional("waited", line.duration) ?? .zero
    requestCount = try line.integer("requests")
    duration = try line.duration("duration")
    signal = try line.optional("signal") { name throws(RunFileError) in
      Int32(clamping: try line.integer(name, from: 1))
    }
    gaveUpCleanups = try line.optional("gaveUpCleanups", line.boolean) ?? false
    unreachable = try line.optional("unreachable", line.string)
    conformance =
      line.value("conformance") == nil
      ? nil : try RecordedConformance(line.object("conformance"))
  }

  private static func changes(
    _ line: RecordLine
  ) throws(RunFileError) -> [StepChange.Kind: Int] {
    var changes: [StepChange.Kind: Int] = [:]
    for kind in StepChange.Kind.allCases where line.value(kind.rawValue) != nil {
      changes[kind] = try line.integer(kind.rawValue)
    }
    return changes
  }
}
