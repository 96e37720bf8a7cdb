/// A CI system or scheduler that runs one job several times beside itself, and the variables by which
/// it tells each which one it is.
struct ShardSystem: Equatable {
  let name: String
  /// The variable with the number of this job.
  let index: String
  /// From where it counts.
  let base: Base
  /// The variable with how many jobs there are; `nil` where the system tells nobody.
  let total: String?

  enum Base: Equatable {
    case zero, one
    /// A Slurm array begins where its user wants, and may leave out the same number between any two.
    case slurmArray
  }

  init(_ name: String, index: String, from base: Base, total: String?) {
    self.name = name
    self.index = index
    self.base = base
    self.total = total
  }

  /// Those that are known, what may run inside of another before that other; what the user says himself
  /// comes first.
  static let all = [
    ShardSystem(
      "the environment", index: "ACCORD_SHARD_INDEX", from: .zero, total: totalOfUser),
    ShardSystem("Bazel", index: "TEST_SHARD_INDEX", from: .zero, total: "TEST_TOTAL_SHARDS"),
    ShardSystem(
      "Slurm", index: "SLURM_ARRAY_TASK_ID", from: .slurmArray, total: "SLURM_ARRAY_TASK_COUNT"),
    ShardSystem("Kubernetes", index: "JOB_COMPLETION_INDEX", from: .zero, total: nil),
    ShardSystem("GitLab CI", index: "CI_NODE_INDEX", from: .one, total: "CI_NODE_TOTAL"),
    ShardSystem(
      "CircleCI", index: "CIRCLE_NODE_INDEX", from: .zero, total: "CIRCLE_NODE_TOTAL"),
    ShardSystem(
      "Buildkite", index: "BUILDKITE_PARALLEL_JOB", from: .zero,
      total: "BUILDKITE_PARALLEL_JOB_COUNT"),
    ShardSystem(
      "Azure Pipelines", index: "SYSTEM_JOBPOSITIONINPHASE", from: .one,
      total: "SYSTEM_TOTALJOBSINPHASE"),
    ShardSystem(
      "Bitbucket", index: "BITBUCKET_PARALLEL_STEP", from: .zero,
      total: "BITBUCKET_PARALLEL_STEP_COUNT"),
    ShardSystem(
      "Semaphore", index: "SEMAPHORE_JOB_INDEX", from: .one, total: "SEMAPHORE_JOB_COUNT"),
  ]

  /// What says how many parts there are where a system does not.
  static let totalOfUser = "ACCORD_SHARD_TOTAL"

  /// The file that Bazel looks at to see whether a test knows of shards.
  static let bazelStatusFile = "TEST_SHARD_STATUS_FILE"

  /// The variables that tell one run of all jobs from another, what may run inside of another first.
  static let runs = [
    "ACCORD_SHARD_RUN", "SLURM_ARRAY_JOB_ID", "CI_PIPELINE_ID", "CIRCLE_WORKFLOW_ID",
    "BUILDKITE_BUILD_ID", "GITHUB_RUN_ID",
  ]
}
