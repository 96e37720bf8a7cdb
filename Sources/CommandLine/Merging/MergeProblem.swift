internal import AccordRuns

/// Why shards are not one whole run.
enum MergeProblem: Error, Equatable {
  /// In what two shards differ that must be the same.
  enum Difference: Equatable {
    case contract(String, other: String)
    case total(Int, other: Int)
    case run(String?, other: String?)
    case steps(Int, other: Int)
    case plan
  }

  /// There is no such file or folder.
  case nothingThere(path: String)
  /// What is no regular file, so that it cannot be read twice.
  case notAFile(path: String)
  /// A folder without the record of a run.
  case noRecord(folder: String)
  /// A record that cannot be read, or that is cut off.
  case unreadable(RunFileError)
  /// The record of a run that was no shard.
  case noShard(path: String)
  /// A shard that does not belong to the first one.
  case foreign(shard: Int, path: String, first: String, Difference)
  /// A shard of which there are several records.
  case repeated(shard: Int, path: String, first: String)
  /// These shards are not there, of so many.
  case missing([Int], total: Int)
  /// A step of which two shards tell, or that is none of the run's.
  case strayStep(id: String, path: String)
  /// So many steps are in no shard.
  case missingSteps(Int)
}
