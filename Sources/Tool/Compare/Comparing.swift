internal import AccordCommandLine
internal import AccordDocuments
internal import AccordRuns

/// What `accord compare` does.
struct Comparing {
  private let command: CompareCommand
  private let comparison: StepComparison

  /// - Throws: `ToolProblem` where the command line is of no use.
  init(_ command: CompareCommand) throws {
    self.command = command
    guard command.files.count == 2 else { throw ToolProblem.notTwoRuns(command.files.count) }
    guard let kinds = StepChange.Kind.kinds(command.fail) else {
      throw ToolProblem.kindsOfChange(command.fail)
    }
    comparison = StepComparison(
      volatile: VolatileNames(command.volatile.map(\.text)), failing: kinds)
  }

  func perform(_ output: inout Output) throws -> ToolStatus {
    let before = try read(command.files[0])
    let after = try read(command.files[1])
    if before.header.contract != after.header.contract {
      output.warn(
        "the runs are of two contracts, \(Self.quoted(before.header.contract)) and "
          + Self.quoted(after.header.contract))
    }
    let result = RunComparison(before, after, comparison)
    switch command.format {
    case .text: printText(result, before, after, &output)
    case .json: printJSON(result, &output)
    }
    for (run, name) in [(before, "earlier"), (after, "later")] {
      guard case let count = run.stoppedIDs.count, count > 0 else { continue }
      output.warn(
        "the \(name) run was stopped before \(Self.count(count)): nothing is said of "
          + (count == 1 ? "it" : "them"))
    }
    guard result.comparedCount > 0 else {
      output.complain(.nothingCompared(haveCommonSteps: result.notRun != RunComparison.NotRun()))
      return .nothingRan
    }
    if result.failingCount > 0 { return .doesNotHold }
    return result.newErrorCount + result.stoppedCount > 0 ? .unwritable : .holds
  }

  private func read(_ path: String) throws -> RunObservations {
    do throws(RunFileError) { return try RunObservations(path: path) } catch {
      throw ToolProblem.runFile(error)
    }
  }

  // MARK: - Printing

  private func printText(
    _ result: RunComparison, _ before: RunObservations, _ after: RunObservations,
    _ output: inout Output
  ) {
    for (id, changes) in result.changed {
      output.print("\(changes.contains(where: \.fails) ? "✘" : "•") \(VisibleText.escape(id))\n")
      for change in changes { output.print("    \(VisibleText.escape(change.description))\n") }
    }
    // A run of a part lacks steps that nobody took out.
    let lacks = (before.isPartial, after.isPartial)
    for id in result.added where !lacks.0 { output.print("+ \(VisibleText.escape(id))\n") }
    for id in result.removed where !lacks.1 { output.print("- \(VisibleText.escape(id))\n") }
    var parts = ["\(Self.count(result.changed.count)) changed"]
    if result.failingCount > 0 {
      parts.append("\(result.failingCount) of them \(Self.fails(result))")
    }
    if !result.added.isEmpty {
      parts.append("\(result.added.count) \(lacks.0 ? "only in the later run" : "added")")
    }
    if !result.removed.isEmpty {
      parts.append("\(result.removed.count) \(lacks.1 ? "only in the earlier run" : "removed")")
    }
    let notRun = result.notRun
    for (count, runs) in [
      (notRun.earlier, "the earlier run"), (notRun.later, "the later run"),
      (notRun.both, "either run"),
    ] where count > 0 {
      parts.append("\(count) not run in \(runs)")
    }
    parts.append("\(result.sameCount) as before")
    output.print("\(parts.joined(separator: ", "))\n")
  }

  private static func fails(_ result: RunComparison) -> String {
    result.failingCount == 1 ? "fails" : "fail"
  }

  private static func count(_ number: Int) -> String { number == 1 ? "1 step" : "\(number) steps" }

  private static func quoted(_ text: String) -> String { "'\(VisibleText.escape(text))'" }

  /// One object: the steps that changed, were added and were removed, and how many are as they were or
  /// were not run.
  private func printJSON(_ result: RunComparison, _ output: inout Output) {
    var json = JSONWriter(.indented)
    json.beginObject()
    json.name("changed")
    json.beginArray()
    for (id, changes) in result.changed {
      json.beginObject()
      json.name("id")
      json.string(id)
      json.name("changes")
      json.beginArray()
      for change in changes { write(change, to: &json) }
      json.endArray()
      json.endObject()
    }
    json.endArray()
    for (name, ids) in [("added", result.added), ("removed", result.removed)] {
      json.name(name)
      json.beginArray()
      for id in ids { json.string(id) }
      json.endArray()
    }
    json.name("same")
    json.integer(result.sameCount)
    json.name("notRun")
    json.beginObject()
    for (name, count) in [
      ("earlier", result.notRun.earlier), ("later", result.notRun.later),
      ("both", result.notRun.both),
    ] {
      json.name(name)
      json.integer(count)
    }
    json.endObject()
    json.endObject()
    json.newline()
    output.print(utf8: json.bytes)
  }

  private func write(_ change: StepChange, to json: inout JSONWriter) {
    json.beginObject()
    let texts = [
      ("kind", change.kind.rawValue), ("place", change.place.isEmpty ? nil : change.place),
      ("before", change.before), ("after", change.after),
    ]
    for (name, text) in texts {
      guard let text else { continue }
      json.name(name)
      json.string(text)
    }
    json.name("fails")
    json.boolean(change.fails)
    json.endObject()
  }
}
