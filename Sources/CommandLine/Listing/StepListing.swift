internal import AccordContract
internal import AccordDocuments
internal import AccordEngine
internal import AccordReports

/// `specs list`: what would run.
struct StepListing {
  let plan: Plan
  /// What tells places in the contract.
  let account: ProblemAccount

  /// One line a step below the names above it.
  func text() -> String {
    var text = VisibleText.escape("\(plan.name): \(count)") + "\n"
    var path: [String]?
    for planned in plan.steps {
      let scope = plan.scopes[planned.scope].path
      if scope != path {
        path = scope
        let heading = scope.isEmpty ? plan.name : scope.joined(separator: " › ")
        text += "\n\(VisibleText.escape(heading))\n"
      }
      text += "  \(VisibleText.escape(line(planned)))\n"
    }
    for probe in plan.probes {
      let heading = plan.scopes[probe.scope].path.joined(separator: " › ")
      text += "\n\(VisibleText.escape(heading))\n"
      for target in probe.targets {
        text += "  \(VisibleText.escape(TargetLine(target, of: probe).text))\n"
      }
    }
    return text
  }

  /// One object, documented by its members' names.
  func json() -> String {
    var writer = JSONWriter(.indented)
    writer.beginObject()
    writer.name("contract")
    writer.string(plan.name)
    if let shard = plan.shard?.shard {
      writer.name("shard")
      writer.string("\(shard)")
    }
    writer.name("steps")
    writer.beginArray()
    for planned in plan.steps { write(planned, to: &writer) }
    writer.endArray()
    if plan.targetCountOfContract > 0 {
      writer.name("targets")
      writer.beginArray()
      for probe in plan.probes {
        for target in probe.targets {
          TargetLine(target, of: probe).write(
            to: &writer, place: account.place(target.target.location))
        }
      }
      writer.endArray()
    }
    writer.endObject()
    return VisibleText.json(writer) + "\n"
  }

  private var count: String {
    let targets = plan.probes.reduce(0) { $0 + $1.targets.count }
    var counts: [String] = []
    if plan.stepCountOfContract > 0 || plan.targetCountOfContract == 0 {
      counts.append(Self.count(plan.steps.count, of: plan.stepCountOfContract, "step"))
    }
    if plan.targetCountOfContract > 0 {
      counts.append(Self.count(targets, of: plan.targetCountOfContract, "target"))
    }
    if let shard = plan.shard?.shard { counts.append("shard \(shard)") }
    return counts.joined(separator: ", ")
  }

  private static func count(_ count: Int, of all: Int, _ noun: String) -> String {
    let whole = all == 1 ? "1 \(noun)" : "\(all) \(noun)s"
    return count == all ? whole : "\(count) of \(whole)"
  }

  private func line(_ planned: PlannedStep) -> String {
    var line = ""
    switch planned.role {
    case .step: if planned.ordinal > 0 { line += "\(planned.ordinal). " }
    case .cleanup: line += "cleanup: "
    case .probe: line += "allows: "
    }
    line += plan.title(of: planned)
    if planned.step.name != nil { line += " (\(planned.step.writtenRequest))" }
    if planned.role != .probe {
      line += planned.step.expectation.map { " → \($0.status)" } ?? " (observed)"
    }
    let tags = plan.tags(of: planned)
    if !tags.isEmpty { line += "  [\(tags.map(\.name).joined(separator: ", "))]" }
    if case .disabled(let reason)? = planned.skipReason { line += "  disabled: \(reason)" }
    return line
  }

  private func write(_ planned: PlannedStep, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.name("id")
    writer.string(plan.id(of: planned))
    writer.name("method")
    writer.string(planned.step.method.token)
    writer.name("target")
    writer.string(planned.step.writtenTarget)
    writer.name("endpoint")
    writer.string(plan.endpoints[planned.endpoint].path)
    writer.name("status")
    if planned.role != .probe, let status = planned.step.expectation?.status.description {
      writer.string(status)
    } else {
      writer.null()
    }
    writer.name("tags")
    writer.beginArray()
    for tag in plan.tags(of: planned) { writer.string(tag.name) }
    writer.endArray()
    writer.name("location")
    writer.string(account.place(planned.step.location))
    writer.endObject()
  }
}
