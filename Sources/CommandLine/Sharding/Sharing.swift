internal import AccordConformance
internal import AccordEngine
internal import AccordReports

/// Cuts a plan down to the part that `--shard` asks for.
struct Sharing {
  private let options: ShardOptions
  private let environment: ShardEnvironment

  init(_ options: ShardOptions, environment: [String: String]) {
    self.options = options
    self.environment = ShardEnvironment(environment)
  }

  /// The part of this machine, or all of it without `--shard`.
  ///
  /// - Parameters:
  ///   - plan: All that was selected.
  ///   - agreed: What else all shards must agree on to be one run.
  ///   - remark: Told what the user should know.
  func part(
    of plan: Plan, agreed: [String] = [], isReadOnly: Bool = false,
    remark: (ShardRemark) -> Void
  ) throws(UsageProblem) -> Plan {
    do throws(ShardProblem) {
      return try part(of: plan, agreed, isReadOnly, remark)
    } catch {
      throw .shard(error)
    }
  }

  private func part(
    of plan: Plan, _ agreed: [String], _ isReadOnly: Bool, _ remark: (ShardRemark) -> Void
  ) throws(ShardProblem) -> Plan {
    guard let choice = options.shard else {
      if options.durations != nil { throw .durationsAlone }
      return plan
    }
    let shard = try shard(try ShardChoice(choice), remark)
    let durations =
      if let path = options.durations { try Durations.read(path) } else { [String: Duration]() }
    let assignment = ShardAssignment(plan, total: shard.total, durations: durations)
    if let path = options.durations, !assignment.isByDurations { remark(.unknownDurations(path)) }
    return plan.part(
      shard, assignment, run: environment.run, options: agreed, isReadOnly: isReadOnly)
  }

  private func shard(
    _ choice: ShardChoice, _ remark: (ShardRemark) -> Void
  ) throws(ShardProblem) -> Shard {
    switch choice {
    case .given(let shard): return shard
    case .automatic(let total):
      let finding = try environment.shard(total: total)
      remark(.found(finding))
      if finding.system.index == "TEST_SHARD_INDEX", let path = environment.bazelStatusFile {
        try BazelStatusFile.touch(path)
      }
      return finding.shard
    }
  }
}

extension RunCommand {
  /// What of the command line changes which steps are sent, and so must be the same for all shards.
  ///
  /// A seed that was given, not one that was drawn: then each shard draws its own.
  var agreedByShards: [String] {
    var texts: [String] = []
    if running.repetitions > 1 { texts.append("repeat \(running.repetitions)") }
    if running.readOnly { texts.append("read-only") }
    if running.shuffle != nil { texts.append("shuffle") }
    if case .seed(let seed)? = running.shuffle { texts.append("seed \(seed)") }
    if let seed = running.seed { texts.append("seed \(seed)") }
    if let mode = conformance.mode { texts.append("conformance \(mode.rawValue)") }
    let choice = conformance.choice
    if let profile = choice.profile { texts.append("profile \(profile.rawValue)") }
    texts += choice.rules.map { "rule \($0)" }
    texts += choice.skippedRules.map { "skip-rule \($0)" }
    if choice.strict { texts.append("strict") }
    texts += Set(risks.named.map(\.rawValue)).sorted().map { "allow \($0)" }
    return texts
  }
}

extension Plan {
  /// What is to be said of a shard that came to no verdict; `nil` where that is no fault.
  var remarkWithoutVerdict: ShardRemark? {
    guard let shard, shard.mayBeWithoutVerdict else { return nil }
    return steps.isEmpty
      ? .empty(shard.shard, of: shard.stepCount) : .withoutVerdict(shard.shard)
  }
}
