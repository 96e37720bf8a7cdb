/// Why it is not known which shard of a run this is.
enum ShardProblem: Error, Equatable {
  /// The option's value is none.
  case notAShard(String)
  /// No variable of a known system is set.
  case noSystem(isGitHub: Bool)
  /// A system tells the part, and not how many there are.
  case noTotal(String, system: String)
  /// One of two variables is set, and the other is not.
  case incomplete(String, missing: String)
  /// A variable is no whole number.
  case notANumber(String)
  /// There are none, or too many.
  case unusableTotal(String)
  /// There is no such part.
  case outOfRange(String, String, system: String, from: Int)
  /// The option and a variable say different totals.
  case contradiction(given: Int, String)
  /// The tasks of a Slurm array do not follow one another.
  case irregularArray(String, count: Int)
  /// The file by which Bazel is told that shards are known cannot be touched.
  case statusFile(String, reason: String)
  /// `--durations` without `--shard`.
  case durationsAlone
  /// The file of `--durations` is of no use, as its reader says.
  case durations(String)
}
