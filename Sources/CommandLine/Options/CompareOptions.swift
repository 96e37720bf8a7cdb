internal import AccordRuns
internal import ArgumentParser

/// How a run is compared with an earlier one.
struct CompareOptions: ParsableArguments {
  @Option(
    name: .customLong("compare"),
    help: ArgumentHelp(
      "Report each step whose status, outcome, media type, fields or body's shape is another than in "
        + "the run of this run.jsonl, which that of this run may replace.", valueName: "file"))
  var file: String?

  @Option(
    help: ArgumentHelp(
      "The changes that fail the run: status, outcome, type, fields, shape, with commas; or none.",
      valueName: "kinds"))
  var compareFail = FailingChanges()

  @Option(
    name: .customLong("volatile"),
    help: ArgumentHelp(
      "A field or member that may change: updatedAt, X-Request-Id, $.users[*].etag. Repeatable.",
      valueName: "name"))
  var volatile: [VolatileName] = []

  func validate() throws {
    try GivenPath.check(file, of: "--compare")
    guard file == nil, !volatile.isEmpty || compareFail != FailingChanges() else { return }
    throw ValidationError(
      "\(volatile.isEmpty ? "--compare-fail" : "--volatile") is of use beside --compare FILE only")
  }
}

/// `--volatile`: a field or member that may change.
package struct VolatileName: ExpressibleByArgument {
  /// As it was given.
  package let text: String

  package init?(argument: String) {
    guard VolatileNames.isUsable(argument) else { return nil }
    text = argument
  }
}

/// `--compare-fail`: kinds of change, with commas.
struct FailingChanges: ExpressibleByArgument, CustomStringConvertible, Equatable {
  var kinds: Set<StepChange.Kind> = [.status, .outcome]

  init() {}

  init?(argument: String) {
    guard let kinds = StepChange.Kind.kinds(argument) else { return nil }
    self.kinds = kinds
  }

  var description: String {
    let words = StepChange.Kind.allCases.filter(kinds.contains).map(\.rawValue)
    return words.isEmpty ? "none" : words.joined(separator: ",")
  }
}
