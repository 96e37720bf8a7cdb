internal import ArgumentParser

/// What is done with failures that are known.
struct BaselineOptions: ParsableArguments {
  @Option(
    name: .customLong("baseline"),
    help: ArgumentHelp(
      "Let the failures listed in this file pass as known: JSON Lines with id, kind, place, reason, "
        + "owner and expires; errors are never known.", valueName: "file"))
  var file: String?

  @Flag(
    name: .customLong("update-baseline"),
    help: "Write what fails into the file of --baseline, and take out of it what passes.")
  var updates = false

  @Flag(
    name: .customLong("strict-baseline"),
    help: "Fail where a listed step passes, or is no longer in the contract.")
  var isStrict = false

  func validate() throws {
    try GivenPath.check(file, of: "--baseline")
    guard file == nil, updates || isStrict else { return }
    throw ValidationError(
      "\(updates ? "--update-baseline" : "--strict-baseline") needs the file: --baseline FILE")
  }
}
