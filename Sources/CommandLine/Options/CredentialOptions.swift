internal import AccordContract
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

  @Option(
    name: .customLong("oauth2-token-url"),
    help: ArgumentHelp(
      "Get an access token here, by OAuth 2's client credentials, once for the run: a URL, or a path "
        + "below --url. Also ACCORD_OAUTH2_TOKEN_URL.",
      valueName: "url"))
  var tokenURL: String?

  @Option(
    name: .customLong("oauth2-client-id"),
    help: ArgumentHelp("Who asks for it; also ACCORD_OAUTH2_CLIENT_ID.", valueName: "id"))
  var clientID: String?

  @Option(
    name: .customLong("oauth2-client-secret"),
    help: ArgumentHelp(
      "What proves that; also ACCORD_OAUTH2_CLIENT_SECRET, which no list of processes shows.",
      valueName: "secret"))
  var clientSecret: String?

  @Option(
    name: .customLong("oauth2-scope"),
    help: ArgumentHelp("What the token is asked to allow. Repeatable.", valueName: "scope"))
  var scopes: [String] = []

  @Option(
    name: .customLong("oauth2-parameter"),
    help: ArgumentHelp(
      "What the token endpoint wants to know besides, such as audience=shop. Repeatable.",
      valueName: "name=value"))
  var parameters: [String] = []

  @Option(
    name: .customLong("oauth2-client-auth"),
    help: "How the client proves who it is: basic, or in the body.")
  var clientAuthentication = ClientProof.basic

  @Flag(help: "Take user names and passwords by host from ~/.netrc, where .auth says none.")
  var netrc = false

  @Option(help: ArgumentHelp("The same from this file.", valueName: "file"))
  var netrcFile: String?

  func validate() throws {
    try GivenPath.check(netrcFile, of: "--netrc-file")
    let given = [
      user.map { _ in "--user" }, bearer.map { _ in "--oauth2-bearer" },
      tokenURL.map { _ in "--oauth2-token-url" },
    ].compactMap(\.self)
    if given.count > 1 {
      throw ValidationError("\(given[0]) and \(given[1]) exclude each other")
    }
    for parameter in parameters
    where parameter.prefix(while: { $0 != "=" }).count == parameter.count {
      throw ValidationError("--oauth2-parameter takes NAME=VALUE, not '\(parameter)'")
    }
    if bearer != nil || tokenURL != nil, digest {
      throw ValidationError("--digest is for --user or a netrc file")
    }
  }
}

/// How a client proves to a token endpoint who it is.
enum ClientProof: String, ExpressibleByArgument, CaseIterable {
  case basic, body

  var authentication: ClientAuthentication { self == .basic ? .basic : .body }
}
