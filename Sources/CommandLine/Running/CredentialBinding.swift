internal import AccordContract
internal import AccordEngine
internal import AccordHTTP

/// The credentials that the command line and the environment give.
struct CredentialBinding {
  /// What stands in place of the contract's own `.auth`; `nil` leaves that alone.
  let authorization: Authorization?
  /// The logins of a netrc file, if one is used.
  let netrc: Netrc?
  let usesDigest: Bool

  /// - Parameter readFile: How the octets of a file are read.
  /// - Throws: `UsageProblem` where something of them is missing or cannot be redacted.
  init(
    _ options: CredentialOptions, environment: [String: String], readFile: (String) -> [UInt8]?
  ) throws(UsageProblem) {
    func variable(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    usesDigest = options.digest
    // What is said on the command line goes before all of the environment.
    let isSaid = options.bearer != nil || options.tokenURL != nil
    if let text = options.user ?? (isSaid ? nil : variable("ACCORD_USER")) {
      let source = options.user == nil ? "ACCORD_USER" : "--user"
      authorization = try Self.login(
        text, source: source, password: variable("ACCORD_PASSWORD"), usesDigest: usesDigest)
    } else if let token = options.bearer
      ?? (options.tokenURL == nil ? variable("ACCORD_BEARER") : nil)
    {
      guard !token.isEmpty, !SecretSource.isTooShort(token) else {
        throw .shortCredential(options.bearer == nil ? "ACCORD_BEARER" : "--oauth2-bearer")
      }
      authorization = .bearer(Template(token))
    } else if let url = options.tokenURL ?? variable("ACCORD_OAUTH2_TOKEN_URL") {
      authorization = try Self.tokens(
        of: url, options, id: variable("ACCORD_OAUTH2_CLIENT_ID"),
        secret: variable("ACCORD_OAUTH2_CLIENT_SECRET"))
    } else {
      authorization = nil
    }
    netrc = try Self.netrc(options, home: variable("HOME"), readFile)
    guard !usesDigest || authorization != nil || netrc != nil else { throw .digestOfNobody }
  }

  private static func tokens(
    of url: String, _ options: CredentialOptions, id: String?, secret: String?
  ) throws(UsageProblem) -> Authorization {
    guard let id = options.clientID ?? id else { throw .noClientID }
    guard let secret = options.clientSecret ?? secret else { throw .noClientSecret }
    guard !secret.isEmpty, !SecretSource.isTooShort(secret) else {
      throw .shortCredential("the secret of --oauth2-client-id")
    }
    return .oauth2(
      tokenURL: url, clientID: id, clientSecret: secret, scopes: options.scopes,
      parameters: options.parameters.map { parameter in
        let name = parameter.prefix { $0 != "=" }
        return (String(name), String(parameter[name.endIndex...].dropFirst()))
      }, authentication: options.clientAuthentication.authentication)
  }

  private static func login(
    _ text: String, source: String, password: String?, usesDigest: Bool
  ) throws(UsageProblem) -> Authorization {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let user = Template(String(parts[0]))
    guard let password = parts.count > 1 ? String(parts[1]) : password else {
      throw .noPassword(source)
    }
    // An empty one is none: some APIs take a key as the name and nothing else.
    guard !SecretSource.isTooShort(password) else {
      throw .shortCredential("the password of \(source)")
    }
    return usesDigest
      ? .digest(user: user, password: Template(password))
      : .basic(user: user, password: Template(password))
  }

  private static func netrc(
    _ options: CredentialOptions, home: String?, _ readFile: (String) -> [UInt8]?
  ) throws(UsageProblem) -> Netrc? {
    let path: String
    let option: String
    if let file = options.netrcFile {
      (path, option) = (file, "--netrc-file")
    } else if options.netrc {
      (path, option) = ("\(home ?? "")/.netrc", "--netrc")
    } else {
      return nil
    }
    guard let octets = readFile(path) else { throw .unreadableFile(path, option: option) }
    return Netrc(parsing: String(decoding: octets, as: UTF8.self))
  }
}
