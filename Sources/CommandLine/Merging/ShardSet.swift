internal import AccordRuns

/// The shards of one whole run, in their order.
struct ShardSet {
  let readers: [ShardReader]

  /// How many steps all shards have together, repetitions counted.
  var stepCount: Int { readers.first?.shard.stepCount ?? 0 }
  /// How many steps the contract has, selected or not.
  var stepCountOfContract: Int { readers.first?.header.stepCountOfContract ?? 0 }
  /// How often each step was run.
  var repetitions: Int { readers.first?.header.repetitions ?? 1 }

  /// Opens the shards.
  ///
  /// - Throws: `MergeProblems`, all that hinder, where they are not one whole run.
  init(paths: [String]) throws(MergeProblems) {
    var problems: [MergeProblem] = []
    var readers: [ShardReader] = []
    for path in paths {
      do throws(MergeProblem) {
        readers.append(try ShardReader(path: path))
      } catch {
        problems.append(error)
      }
    }
    problems += Self.problems(of: readers)
    guard problems.isEmpty else { throw MergeProblems(problems) }
    self.readers = readers.sorted { $0.shard.index < $1.shard.index }
  }

  private static func problems(of readers: [ShardReader]) -> [MergeProblem] {
    guard let first = readers.first else { return [] }
    var problems: [MergeProblem] = []
    var places: [Int: String] = [:]
    for reader in readers {
      if let difference = difference(of: reader, from: first) {
        problems.append(
          .foreign(
            shard: reader.shard.index, path: reader.path, first: first.path, difference))
      } else if let other = places[reader.shard.index] {
        problems.append(
          .repeated(shard: reader.shard.index, path: reader.path, first: other))
      } else {
        places[reader.shard.index] = reader.path
      }
    }
    // One of another plan is there: what is wrong with it is told, and not that it is missing.
    let given = Set(readers.lazy.filter { $0.shard.total == first.shard.total }.map(\.shard.index))
    let missing = (1...first.shard.total).filter { !given.contains($0) }
    if !missing.isEmpty { problems.append(.missing(missing, total: first.shard.total)) }
    return problems
  }

  /// In what a shard differs that must be the same, the most telling first.
  private static func difference(
    of reader: ShardReader, from first: ShardReader
  ) -> MergeProblem.Difference? {
    let (own, other) = (reader.shard, first.shard)
    if reader.header.contract != first.header.contract {
      return .contract(reader.header.contract, other: first.header.contract)
    }
    if own.total != other.total { return .total(own.total, other: other.total) }
    if own.run != other.run { return .run(own.run, other: other.run) }
    if own.stepCount != other.stepCount { return .steps(own.stepCount, other: other.stepCount) }
    return own.plan == other.plan ? nil : .plan
  }
}

/// All that hinders shards from being one whole run.
struct MergeProblems: Error {
  let problems: [MergeProblem]

  init(_ problems: [MergeProblem]) { self.problems = problems }
}
