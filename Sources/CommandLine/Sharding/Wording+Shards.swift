internal import AccordEngine

// What the command line says of shards.

extension ShardProblem: CustomStringConvertible {
  var description: String {
    switch self {
    case .notAShard(let text):
      "--shard takes I/N, such as 2/4 for the second of four parts (at most \(Shard.mostParts)), "
        + "auto or auto/N; not '\(text)'"
    case .noSystem(let isGitHub):
      isGitHub
        ? "--shard auto: GitHub sets no variables for a matrix; set ACCORD_SHARD_INDEX to "
          + "${{ strategy.job-index }} and ACCORD_SHARD_TOTAL to ${{ strategy.job-total }}"
        : "--shard auto: no variables of a CI system that splits a job are set; say --shard I/N, or "
          + "set ACCORD_SHARD_INDEX (from 0) and ACCORD_SHARD_TOTAL"
    case .noTotal(let index, let system):
      "--shard auto: \(index) tells the part, but \(system) does not tell how many there are; say "
        + "--shard auto/N, or set \(ShardSystem.totalOfUser)"
    case .incomplete(let known, let missing):
      "--shard auto: \(known) is set and \(missing) is not; say --shard I/N"
    case .notANumber(let text): "--shard auto: \(text) is no whole number"
    case .unusableTotal(let total):
      "--shard auto: \(total) is no number of parts: there are 1 to \(Shard.mostParts)"
    case .outOfRange(let index, let total, let system, let first):
      "--shard auto: \(index) is none of the parts of \(total), which \(system) counts from \(first)"
    case .contradiction(let given, let total):
      "--shard auto/\(given) and \(total) contradict each other"
    case .irregularArray(let index, let count):
      "--shard auto: \(index) does not tell which of \(count) tasks this is: give sbatch an array "
        + "without gaps, such as --array=1-\(count)"
    case .statusFile(let path, let reason):
      "--shard auto: \(ShardSystem.bazelStatusFile)=\(path) cannot be touched: \(reason)"
    case .durationsAlone: "--durations balances the parts of --shard, which is not given"
    case .durations(let reason): "--durations: \(reason)"
    }
  }
}

/// What is said of a shard beside its reports.
enum ShardRemark: Equatable {
  /// Which it is, and how that is known.
  case found(ShardEnvironment.Finding)
  /// The earlier run knows none of the steps, so that durations decide nothing.
  case unknownDurations(String)
  /// None of so many selected steps is this shard's.
  case empty(Shard, of: Int)
  /// None of its steps can come to a verdict; some of other shards can.
  case withoutVerdict(Shard)
}

extension ShardRemark: CustomStringConvertible {
  var description: String {
    switch self {
    case .found(let finding):
      "shard \(finding.shard), by \(finding.used.joined(separator: ", ")) of \(finding.system.name)"
    case .unknownDurations(let path):
      "--durations '\(path)' knows none of the steps: they are spread without it"
    case .empty(let shard, let count):
      "shard \(shard) is empty: other shards have the \(count == 1 ? "1 step" : "\(count) steps") of "
        + "the run"
    case .withoutVerdict(let shard):
      "no step of shard \(shard) can come to a verdict; other shards have those that can"
    }
  }
}
