internal import ArgumentParser

/// Values for variables.
struct VariableOptions: ParsableArguments {
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Bind a variable; also ACCORD_SET_name. Repeatable.", valueName: "name=value"))
  var values: [String] = []

  @Option(
    name: .customLong("secret"),
    help: ArgumentHelp(
      "Bind a variable to a secret, redacted in every output. A value on the command line is "
        + "visible in the list of processes: ACCORD_SECRET_name and --variables are not.",
      valueName: "name=value"))
  var secrets: [String] = []

  @Option(
    name: .customLong("variables"),
    help: ArgumentHelp("Bind the variables that a file names: one JSON object.", valueName: "file")
  )
  var file: String?

  func validate() throws { try GivenPath.check(file, of: "--variables") }
}
