internal import AccordRuns

/// One machine's part of a run that several share.
package struct Shard: Sendable, Hashable {
  /// Which part, from 1.
  package let index: Int
  /// How many parts there are.
  package let total: Int

  /// So many parts a run may have.
  package static let mostParts = RecordedShard.mostParts

  /// A part; `nil` unless 1 ≤ index ≤ total ≤ 1,000.
  package init?(_ index: Int, of total: Int) {
    guard (1...Self.mostParts).contains(total), (1...total).contains(index) else { return nil }
    self.index = index
    self.total = total
  }
}

extension Shard: CustomStringConvertible {
  /// As it is written: `2/4`.
  package var description: String { "\(index)/\(total)" }
}

/// What a plan, cut down to one shard's part, still knows of the whole.
package struct PlanShard: Sendable, Equatable {
  package var shard: Shard
  /// What tells one run of a CI system from another, where there is such a thing.
  package var run: String?
  /// How many units and steps all shards have together, repetitions not counted.
  package var unitCount: Int
  package var stepCount: Int
  /// What all shards of one run have in common: contract, selection, assignment; see ``PlanDigest``.
  package var digest: String
  /// Whether the shard has no step that could come to a verdict, where others have some: then it is
  /// no fault that it comes to none.
  package var mayBeWithoutVerdict: Bool

  package init(
    _ shard: Shard, run: String? = nil, unitCount: Int, stepCount: Int, digest: String,
    mayBeWithoutVerdict: Bool = false
  ) {
    self.shard = shard
    self.run = run
    self.unitCount = unitCount
    self.stepCount = stepCount
    self.digest = digest
    self.mayBeWithoutVerdict = mayBeWithoutVerdict
  }
}
