internal import AccordContract
internal import AccordDocuments
internal import AccordEngine
internal import ArgumentParser

/// Which steps run.
struct SelectionOptions: ParsableArguments {
  @Option(
    name: .customLong("tag"),
    help: ArgumentHelp("Run only steps with this tag. Repeatable.", valueName: "tag"))
  var tags: [String] = []

  @Option(
    name: .customLong("skip-tag"),
    help: ArgumentHelp("Leave out steps with this tag. Repeatable.", valueName: "tag"))
  var skippedTags: [String] = []

  @Option(
    help: ArgumentHelp(
      "Run only steps in whose id this regular expression matches.", valueName: "regex"))
  var filter: String?

  @Option(
    help: ArgumentHelp(
      "Run only what failed or errored in the run of this run.jsonl, and what it was stopped before; a "
        + "scenario is run whole.",
      valueName: "file"))
  var rerunFailed: String?

  @Flag(
    help: "Let .allows send the unsafe methods that it excludes, with a condition that cannot hold."
  )
  var probeUnsafe = false

  func validate() throws { try GivenPath.check(rerunFailed, of: "--rerun-failed") }

  /// What `--rerun-failed` asks for; `nil` without it.
  func failedSteps() throws(UsageProblem) -> FailedSteps? {
    try rerunFailed.map { path throws(UsageProblem) in try FailedSteps(ofRun: path) }
  }

  /// The selection; a scenario is chosen whole.
  ///
  /// - Parameter failed: What ``failedSteps()`` gave.
  func selection(_ failed: FailedSteps?) throws(UsageProblem) -> Selection {
    var selection = Selection()
    selection.tags = tags.map { Tag($0) }
    selection.skippedTags = skippedTags.map { Tag($0) }
    if let filter {
      do {
        selection.filter = try Pattern(filter)
      } catch {
        throw .filter(filter, "\(error)")
      }
    }
    if let failed {
      selection.onlyIDs = failed.ids
      selection.needsAllIDs = true
    }
    return selection
  }
}
