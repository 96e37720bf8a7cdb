internal import AccordConformance
internal import AccordContract
internal import AccordHTTP

/// What shards must have in common to be one run: a hash, in 32 hexadecimal digits.
///
/// It is made of the contract's name, of each selected step's id, request, expected status, place in
/// the contract and reason to be skipped, of the places of its statements, of the shard of each unit,
/// and of what the command line says besides. It tells two states of a contract apart as far as these
/// differ. Neither the server's URL nor the values of variables are part of it, since each shard may
/// have a server of its own.
struct PlanDigest {
  private var octets: [UInt8] = []

  /// - Parameters:
  ///   - plan: All that was selected.
  ///   - assignment: The shard of each unit.
  ///   - options: What else all shards must agree on, such as `--repeat 2`.
  init(_ plan: Plan, _ assignment: ShardAssignment, total: Int, options: [String]) {
    add("accord plan 1")
    add(plan.name)
    add(String(total))
    add(options)
    for (unit, shard) in zip(plan.units, assignment.shards) {
      add(unit.isScenario ? "scenario" : "step")
      add(String(shard))
      for step in plan.steps[unit.steps] { add(step, of: plan) }
      // What a large contract says need not be held in memory at once.
      if octets.count > Self.foldedBeyond { octets = SHA256.digest(octets) }
    }
    for (probe, shard) in zip(plan.probes, assignment.probes) {
      add("probe")
      add(String(shard))
      add(probe, of: plan)
    }
  }

  private static let foldedBeyond = 64 << 10

  var text: String {
    let digits = SHA256.digest(octets).prefix(16).map { octet in
      let text = String(octet, radix: 16)
      return octet < 16 ? "0" + text : text
    }
    return digits.joined()
  }

  private mutating func add(_ planned: PlannedStep, of plan: Plan) {
    add(plan.id(of: planned))
    add(planned.step.writtenRequest)
    add(planned.step.location)
    if let expectation = planned.step.expectation {
      add(expectation.status.description)
      for statement in expectation.statements { add(statement.location) }
    }
    switch planned.skipReason {
    case .disabled: add("disabled")
    case .skippedTag(let tag): add(["skipped", tag])
    default: break
    }
  }

  private mutating func add(_ probe: PlannedProbe, of plan: Plan) {
    let settings = probe.settings
    add(plan.scopes[probe.scope].path)
    add(probe.location)
    add(settings.profile?.rawValue ?? "")
    add(settings.isStrict ? "strict" : "")
    add(settings.only)
    add(settings.without)
    add(settings.risks.map(\.rawValue).sorted())
    if probe.skipReason != nil { add("disabled") }
    for target in probe.targets {
      add([target.id, target.target.kind.word, target.target.path.description])
      add(target.target.location)
    }
  }

  /// Not the path of the file, which differs from machine to machine.
  private mutating func add(_ location: SourceLocation) {
    add("\(location.fileID):\(location.line):\(location.column)")
  }

  private mutating func add(_ texts: [String]) {
    add(String(texts.count))
    for text in texts { add(text) }
  }

  private mutating func add(_ text: String) {
    octets.append(contentsOf: text.utf8)
    octets.append(0xFF)
  }
}
