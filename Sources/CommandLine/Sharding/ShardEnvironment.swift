internal import AccordEngine

/// Finds out from a process's environment which shard it is.
struct ShardEnvironment {
  /// What was found, and by which variables.
  struct Finding: Equatable {
    var shard: Shard
    var system: ShardSystem
    /// The variables that were used, as in `CI_NODE_INDEX=2`.
    var used: [String]
  }

  private let variables: [String: String]

  /// - Parameter variables: A variable without a value is one that is not set.
  init(_ variables: [String: String]) { self.variables = variables.filter { !$0.value.isEmpty } }

  /// The shard that the first known system's variables tell.
  ///
  /// - Parameter total: How many there are, for a system that does not tell.
  func shard(total: Int?) throws(ShardProblem) -> Finding {
    for system in ShardSystem.all {
      if let finding = try finding(system, total: total) { return finding }
    }
    throw .noSystem(isGitHub: variables["GITHUB_ACTIONS"] == "true")
  }

  /// What tells this run of all shards from others, where a system has such a thing.
  var run: String? {
    for name in ShardSystem.runs {
      if let value = variables[name] { return value }
    }
    return nil
  }

  /// The file by which Bazel is told that shards are known, where there is one.
  var bazelStatusFile: String? { variables[ShardSystem.bazelStatusFile] }

  // MARK: - One system

  private func finding(_ system: ShardSystem, total: Int?) throws(ShardProblem) -> Finding? {
    guard variables[system.index] != nil else {
      try requireNoTotal(of: system)
      return nil
    }
    var used = [system.index]
    let count = try self.total(of: system, given: total, &used)
    let index = try index(of: system, total: count, &used)
    guard let shard = Shard(index + 1, of: count) else {
      throw .outOfRange(
        assignment(system.index), assignment(used[1]), system: system.name,
        from: system.base == .one ? 1 : 0)
    }
    return Finding(shard: shard, system: system, used: used.map(assignment))
  }

  /// How many jobs a system may say there are beside none: GitLab says 1 of a job that is not split.
  private func requireNoTotal(of system: ShardSystem) throws(ShardProblem) {
    // The user's own total is for systems that have none, too.
    guard let name = system.total, name != ShardSystem.totalOfUser, variables[name] != nil,
      try number(name) > 1
    else { return }
    throw .incomplete(assignment(name), missing: system.index)
  }

  private func total(
    of system: ShardSystem, given: Int?, _ used: inout [String]
  ) throws(ShardProblem) -> Int {
    let name = system.total ?? ShardSystem.totalOfUser
    guard variables[name] != nil else {
      guard let given else {
        throw system.total == nil
          ? .noTotal(assignment(system.index), system: system.name)
          : .incomplete(assignment(system.index), missing: name)
      }
      used.append("auto/\(given)")
      return given
    }
    let total = try number(name)
    guard (1...Shard.mostParts).contains(total) else { throw .unusableTotal(assignment(name)) }
    guard given == nil || given == total else {
      throw .contradiction(given: given ?? total, assignment(name))
    }
    used.append(name)
    return total
  }

  /// The number of this job, from 0; beyond what there is where it is out of range.
  private func index(
    of system: ShardSystem, total: Int, _ used: inout [String]
  ) throws(ShardProblem) -> Int {
    let index = try number(system.index)
    switch system.base {
    case .zero: return index
    case .one: return index - 1
    case .slurmArray:
      let first = "SLURM_ARRAY_TASK_MIN"
      guard variables[first] != nil else {
        throw .incomplete(assignment(system.index), missing: first)
      }
      let (last, step) = ("SLURM_ARRAY_TASK_MAX", "SLURM_ARRAY_TASK_STEP")
      let (least, width) = (try number(first), variables[step] == nil ? 1 : try number(step))
      let most = variables[last] == nil ? nil : try number(last)
      used.append(first)
      // `--array=1,3,7` tells no task which one it is.
      guard width > 0, index >= least, (index - least).isMultiple(of: width),
        (index - least) / width < total, most == nil || most == least + (total - 1) * width
      else { throw .irregularArray(assignment(system.index), count: total) }
      return (index - least) / width
    }
  }

  private func number(_ name: String) throws(ShardProblem) -> Int {
    guard let number = ShardChoice.number(variables[name] ?? "") else {
      throw .notANumber(assignment(name))
    }
    return number
  }

  /// As in `CI_NODE_INDEX=2`; `auto/4` as it is.
  private func assignment(_ name: String) -> String {
    variables[name].map { "\(name)=\($0)" } ?? name
  }
}
