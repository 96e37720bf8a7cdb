import AccordEngine
import Testing

@testable import AccordCommandLine

@Suite("--shard auto")
struct ShardEnvironmentTests {
  /// What is found, as in `2/4 CI_NODE_INDEX=2 CI_NODE_TOTAL=4`, or why nothing is.
  private func found(_ variables: [String: String], total: Int? = nil) -> String {
    do throws(ShardProblem) {
      let finding = try ShardEnvironment(variables).shard(total: total)
      return (["\(finding.shard)"] + finding.used).joined(separator: " ")
    } catch {
      return "\(error)"
    }
  }

  @Test(
    "Each system's variables are read from where it counts",
    arguments: [
      (["CI_NODE_INDEX": "1", "CI_NODE_TOTAL": "4"], "1/4 CI_NODE_INDEX=1 CI_NODE_TOTAL=4"),
      (["CI_NODE_INDEX": "4", "CI_NODE_TOTAL": "4"], "4/4 CI_NODE_INDEX=4 CI_NODE_TOTAL=4"),
      (
        ["CIRCLE_NODE_INDEX": "0", "CIRCLE_NODE_TOTAL": "4"],
        "1/4 CIRCLE_NODE_INDEX=0 CIRCLE_NODE_TOTAL=4"
      ),
      (
        ["CIRCLE_NODE_INDEX": "3", "CIRCLE_NODE_TOTAL": "4"],
        "4/4 CIRCLE_NODE_INDEX=3 CIRCLE_NODE_TOTAL=4"
      ),
      (
        ["BUILDKITE_PARALLEL_JOB": "2", "BUILDKITE_PARALLEL_JOB_COUNT": "3"],
        "3/3 BUILDKITE_PARALLEL_JOB=2 BUILDKITE_PARALLEL_JOB_COUNT=3"
      ),
      (
        ["SYSTEM_JOBPOSITIONINPHASE": "2", "SYSTEM_TOTALJOBSINPHASE": "3"],
        "2/3 SYSTEM_JOBPOSITIONINPHASE=2 SYSTEM_TOTALJOBSINPHASE=3"
      ),
      (
        ["BITBUCKET_PARALLEL_STEP": "0", "BITBUCKET_PARALLEL_STEP_COUNT": "2"],
        "1/2 BITBUCKET_PARALLEL_STEP=0 BITBUCKET_PARALLEL_STEP_COUNT=2"
      ),
      (
        ["SEMAPHORE_JOB_INDEX": "1", "SEMAPHORE_JOB_COUNT": "2"],
        "1/2 SEMAPHORE_JOB_INDEX=1 SEMAPHORE_JOB_COUNT=2"
      ),
      (
        ["JOB_COMPLETION_INDEX": "7", "ACCORD_SHARD_TOTAL": "8"],
        "8/8 JOB_COMPLETION_INDEX=7 ACCORD_SHARD_TOTAL=8"
      ),
      (
        [
          "SLURM_ARRAY_TASK_ID": "1", "SLURM_ARRAY_TASK_MIN": "1", "SLURM_ARRAY_TASK_MAX": "4",
          "SLURM_ARRAY_TASK_COUNT": "4", "SLURM_ARRAY_TASK_STEP": "1",
        ], "1/4 SLURM_ARRAY_TASK_ID=1 SLURM_ARRAY_TASK_COUNT=4 SLURM_ARRAY_TASK_MIN=1"
      ),
      (
        [
          "SLURM_ARRAY_TASK_ID": "3", "SLURM_ARRAY_TASK_MIN": "0", "SLURM_ARRAY_TASK_COUNT": "4",
        ], "4/4 SLURM_ARRAY_TASK_ID=3 SLURM_ARRAY_TASK_COUNT=4 SLURM_ARRAY_TASK_MIN=0"
      ),
      (
        [
          "SLURM_ARRAY_TASK_ID": "14", "SLURM_ARRAY_TASK_MIN": "10", "SLURM_ARRAY_TASK_MAX": "14",
          "SLURM_ARRAY_TASK_COUNT": "3", "SLURM_ARRAY_TASK_STEP": "2",
        ], "3/3 SLURM_ARRAY_TASK_ID=14 SLURM_ARRAY_TASK_COUNT=3 SLURM_ARRAY_TASK_MIN=10"
      ),
      (
        ["TEST_SHARD_INDEX": "1", "TEST_TOTAL_SHARDS": "2"],
        "2/2 TEST_SHARD_INDEX=1 TEST_TOTAL_SHARDS=2"
      ),
      (
        ["GITHUB_ACTIONS": "true", "ACCORD_SHARD_INDEX": "0", "ACCORD_SHARD_TOTAL": "4"],
        "1/4 ACCORD_SHARD_INDEX=0 ACCORD_SHARD_TOTAL=4"
      ),
      // Of one system inside of another the inner one counts, and before all what the user says.
      (
        [
          "CI_NODE_INDEX": "1", "CI_NODE_TOTAL": "4", "TEST_SHARD_INDEX": "1",
          "TEST_TOTAL_SHARDS": "2",
        ], "2/2 TEST_SHARD_INDEX=1 TEST_TOTAL_SHARDS=2"
      ),
      (
        [
          "ACCORD_SHARD_INDEX": "2", "ACCORD_SHARD_TOTAL": "3", "TEST_SHARD_INDEX": "1",
          "TEST_TOTAL_SHARDS": "2",
        ], "3/3 ACCORD_SHARD_INDEX=2 ACCORD_SHARD_TOTAL=3"
      ),
      // GitLab says how many there are in every job, CircleCI and Azure that there is one.
      (
        ["CI_NODE_TOTAL": "1", "CIRCLE_NODE_INDEX": "0", "CIRCLE_NODE_TOTAL": "1"],
        "1/1 CIRCLE_NODE_INDEX=0 CIRCLE_NODE_TOTAL=1"
      ),
    ])
  func systems(variables: [String: String], words: String) {
    #expect(found(variables) == words)
  }

  @Test("A total that the system does not tell is taken from the option")
  func totalOfOption() {
    #expect(found(["JOB_COMPLETION_INDEX": "0"], total: 8) == "1/8 JOB_COMPLETION_INDEX=0 auto/8")
    #expect(
      found(["CI_NODE_INDEX": "2", "CI_NODE_TOTAL": "4"], total: 4)
        == "2/4 CI_NODE_INDEX=2 CI_NODE_TOTAL=4")
  }

  @Test("Every system of the table is tried", arguments: ShardSystem.all)
  func everySystem(system: ShardSystem) {
    let total = system.total ?? ShardSystem.totalOfUser
    var variables = [system.index: "1", total: "1"]
    variables["SLURM_ARRAY_TASK_MIN"] = "1"
    if system.base == .zero { variables[system.index] = "0" }
    #expect(found(variables).hasPrefix("1/1 "))
    for garbage in ["-1", "x", " 1", "1.0", "+1", "９", "99999999999999999999"] {
      variables[system.index] = garbage
      #expect(
        found(variables) == "--shard auto: \(system.index)=\(garbage) is no whole number")
    }
    variables[system.index] = "2"
    for garbage in ["0", "1001"] {
      variables[total] = garbage
      #expect(
        found(variables)
          == "--shard auto: \(total)=\(garbage) is no number of parts: there are 1 to 1000")
    }
    variables[total] = "many"
    #expect(found(variables) == "--shard auto: \(total)=many is no whole number")
    guard system.base != .slurmArray else { return }
    variables[system.index] = "5"
    variables[total] = "4"
    #expect(
      found(variables)
        == "--shard auto: \(system.index)=5 is none of the parts of \(total)=4, which "
        + "\(system.name) counts from \(system.base == .one ? 1 : 0)")
    variables[system.index] = "0"
    #expect(found(variables).hasPrefix("1/4 ") == (system.base == .zero))
  }

  @Test(
    "What does not tell a shard is refused, with what to do",
    arguments: [
      (
        [:], nil,
        "--shard auto: no variables of a CI system that splits a job are set; say --shard I/N, or set "
          + "ACCORD_SHARD_INDEX (from 0) and ACCORD_SHARD_TOTAL"
      ),
      (
        ["CI_NODE_INDEX": "", "CI_NODE_TOTAL": ""], nil,
        "--shard auto: no variables of a CI system that splits a job are set; say --shard I/N, or set "
          + "ACCORD_SHARD_INDEX (from 0) and ACCORD_SHARD_TOTAL"
      ),
      (
        ["GITHUB_ACTIONS": "true", "GITHUB_RUN_ID": "17"], nil,
        "--shard auto: GitHub sets no variables for a matrix; set ACCORD_SHARD_INDEX to "
          + "${{ strategy.job-index }} and ACCORD_SHARD_TOTAL to ${{ strategy.job-total }}"
      ),
      (
        ["JOB_COMPLETION_INDEX": "2"], nil,
        "--shard auto: JOB_COMPLETION_INDEX=2 tells the part, but Kubernetes does not tell how many "
          + "there are; say --shard auto/N, or set ACCORD_SHARD_TOTAL"
      ),
      (
        ["CI_NODE_INDEX": "2"], nil,
        "--shard auto: CI_NODE_INDEX=2 is set and CI_NODE_TOTAL is not; say --shard I/N"
      ),
      (
        ["CI_NODE_TOTAL": "4"], nil,
        "--shard auto: CI_NODE_TOTAL=4 is set and CI_NODE_INDEX is not; say --shard I/N"
      ),
      (
        ["ACCORD_SHARD_INDEX": "0"], nil,
        "--shard auto: ACCORD_SHARD_INDEX=0 is set and ACCORD_SHARD_TOTAL is not; say --shard I/N"
      ),
      (
        ["CI_NODE_INDEX": "2", "CI_NODE_TOTAL": "4"], 8,
        "--shard auto/8 and CI_NODE_TOTAL=4 contradict each other"
      ),
      (
        ["JOB_COMPLETION_INDEX": "8"], 8,
        "--shard auto: JOB_COMPLETION_INDEX=8 is none of the parts of auto/8, which Kubernetes counts "
          + "from 0"
      ),
      (
        [
          "SLURM_ARRAY_TASK_ID": "3", "SLURM_ARRAY_TASK_MIN": "1", "SLURM_ARRAY_TASK_MAX": "7",
          "SLURM_ARRAY_TASK_COUNT": "3",
        ], nil,
        "--shard auto: SLURM_ARRAY_TASK_ID=3 does not tell which of 3 tasks this is: give sbatch an "
          + "array without gaps, such as --array=1-3"
      ),
      (
        ["SLURM_ARRAY_TASK_ID": "9", "SLURM_ARRAY_TASK_MIN": "1", "SLURM_ARRAY_TASK_COUNT": "3"],
        nil,
        "--shard auto: SLURM_ARRAY_TASK_ID=9 does not tell which of 3 tasks this is: give sbatch an "
          + "array without gaps, such as --array=1-3"
      ),
      (
        ["SLURM_ARRAY_TASK_ID": "9", "SLURM_ARRAY_TASK_COUNT": "3"], nil,
        "--shard auto: SLURM_ARRAY_TASK_ID=9 is set and SLURM_ARRAY_TASK_MIN is not; say --shard I/N"
      ),
      (
        [
          "SLURM_ARRAY_TASK_ID": "9", "SLURM_ARRAY_TASK_COUNT": "3", "SLURM_ARRAY_TASK_MIN": "9",
          "SLURM_ARRAY_TASK_STEP": "0",
        ], nil,
        "--shard auto: SLURM_ARRAY_TASK_ID=9 does not tell which of 3 tasks this is: give sbatch an "
          + "array without gaps, such as --array=1-3"
      ),
    ] as [([String: String], Int?, String)])
  func refused(variables: [String: String], total: Int?, words: String) {
    #expect(found(variables, total: total) == words)
  }

  @Test(
    "A run of all shards is known by the system's number for it",
    arguments: [
      (["CI_PIPELINE_ID": "17"], "17"), (["GITHUB_RUN_ID": "18", "CI": "true"], "18"),
      (["SLURM_ARRAY_JOB_ID": "3", "CI_PIPELINE_ID": "17"], "3"),
      (["CIRCLE_WORKFLOW_ID": "a"], "a"),
      (["BUILDKITE_BUILD_ID": "b"], "b"), (["ACCORD_SHARD_RUN": "c", "GITHUB_RUN_ID": "18"], "c"),
      (["CI": "true", "GITHUB_RUN_ID": ""], nil),
    ] as [([String: String], String?)])
  func run(variables: [String: String], run: String?) {
    #expect(ShardEnvironment(variables).run == run)
  }
}
