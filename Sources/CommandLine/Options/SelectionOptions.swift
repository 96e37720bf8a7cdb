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
      "Run only what failed or errored in the run of this run.jsonl; a scenario is run whole.",
      valueName: "file"))
  var rerunFailed: String?

  @Flag(
    help: "Let .allows send the unsafe methods that it excludes, with a condition that cannot hold."
  )
  var probeUnsafe = false

  func validate() throws { try GivenPath.check(rerunFailed, of: "--rerun-failed") }

  /// The selection; a scenario is chosen whole.
  func selection() throws(UsageProblem) -> Selection {
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
    if let rerunFailed {
      selection.onlyIDs = try FailedSteps(ofRun: rerunFailed).ids
      selection.needsAllIDs = true
    }
    return selection
  }
}
