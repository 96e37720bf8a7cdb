internal import ArgumentParser

/// Credentials for the server under test, with curl's names and meanings.
struct CredentialOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A user name and a password, in place of the contract's own .auth; inner ones stay. What is on "
        + "the command line is visible in the list of processes: ACCORD_USER, or ACCORD_PASSWORD "
        + "beside --user NAME, are not.",
      valueName: "name[:password]"))
  var user: String?

  @Flag(help: "Answer challenges of Digest with them, in place of sending them as Basic.")
  var digest = false

  @Option(
    name: .customLong("oauth2-bearer"),
    help: ArgumentHelp("A bearer token; also ACCORD_BEARER, as above.", valueName: "token"))
  var bearer: String?

  @Flag(help: "Take user names and passwords by host from ~/.netrc, where .auth says none.")
  var netrc = false

  @Option(help: ArgumentHelp("The same from this file.", valueName: "file"))
  var netrcFile: String?

  func validate() throws {
    if user != nil, bearer != nil {
      throw ValidationError("--user and --oauth2-bearer exclude each other")
    }
    if bearer != nil, digest { throw ValidationError("--digest is for --user or a netrc file") }
  }
}
