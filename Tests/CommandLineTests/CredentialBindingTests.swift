import AccordContract
import AccordHTTP
import ArgumentParser
import Testing

@testable import AccordCommandLine

@Suite("Credentials from outside")
struct CredentialBindingTests {
  private func bind(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> CredentialBinding {
    try CredentialBinding(CredentialOptions.parse(arguments), environment: environment) { path in
      ["n", "/home/ada/.netrc"].contains(path)
        ? Array("machine h login ada password lovelace".utf8) : nil
    }
  }

  /// The scheme in words, with its values.
  private func words(_ binding: CredentialBinding) -> String? {
    switch binding.authorization?.scheme {
    case .bearer(let token): "bearer \(token.literal ?? "")"
    case .basic(let user, let password): "basic \(user.literal ?? "") \(password.literal ?? "")"
    case .digest(let user, let password): "digest \(user.literal ?? "") \(password.literal ?? "")"
    default: nil
    }
  }

  @Test(
    "The command line goes before the environment",
    arguments: [
      ([], [:], nil), (["--user", "ada:love:lace"], [:], "basic ada love:lace"),
      (["--user", "key:"], [:], "basic key "),
      (["--user", "ada:lovelace", "--digest"], [:], "digest ada lovelace"),
      (["--user", "ada"], ["ACCORD_PASSWORD": "lovelace"], "basic ada lovelace"),
      ([], ["ACCORD_USER": "ada:lovelace"], "basic ada lovelace"),
      (["--digest"], ["ACCORD_USER": "ada:lovelace"], "digest ada lovelace"),
      (["--user", "a:bcde"], ["ACCORD_USER": "ada:lovelace"], "basic a bcde"),
      (["--oauth2-bearer", "token"], [:], "bearer token"),
      (["--oauth2-bearer", "token"], ["ACCORD_USER": "ada:lovelace"], "bearer token"),
      ([], ["ACCORD_BEARER": "token"], "bearer token"),
      ([], ["ACCORD_BEARER": "", "ACCORD_USER": ""], nil),
    ] as [([String], [String: String], String?)])
  func precedence(
    arguments: [String], environment: [String: String], expected: String?
  ) throws {
    #expect(words(try bind(arguments, environment: environment)) == expected)
  }

  @Test(
    "What cannot be used is refused, with the reason",
    arguments: [
      (
        ["--user", "ada"],
        "--user has no password: write NAME:PASSWORD, or give it in ACCORD_PASSWORD, which no list "
          + "of processes shows"
      ),
      (
        ["--user", "ada:abc"],
        "the password of --user is shorter than 4 characters; redacting it would shred the reports"
      ),
      (
        ["--oauth2-bearer", "abc"],
        "--oauth2-bearer is shorter than 4 characters; redacting it would shred the reports"
      ),
      (["--netrc-file", "none"], "--netrc-file: the file 'none' cannot be read"),
      (["--netrc"], "--netrc: the file '/.netrc' cannot be read"),
    ])
  func refused(arguments: [String], message: String) {
    #expect { try bind(arguments) } throws: { "\($0)" == message }
  }

  @Test("A netrc file is read where it is asked for")
  func netrc() throws {
    #expect(try bind([]).netrc == nil)
    #expect(try bind(["--netrc-file", "n"]).netrc?.login(for: "h")?.user == "ada")
    let home = ["HOME": "/home/ada"]
    #expect(try bind(["--netrc"], environment: home).netrc?.login(for: "h")?.password == "lovelace")
  }

  @Test(
    "Options that contradict each other are refused",
    arguments: [
      (["--user", "a:b", "--oauth2-bearer", "c"], "--user and --oauth2-bearer exclude each other"),
      (["--digest", "--oauth2-bearer", "c"], "--digest is for --user or a netrc file"),
    ])
  func contradiction(arguments: [String], message: String) {
    #expect { try ContractCommand.command(of: arguments) } throws: {
      ContractCommand.message(for: $0) == message
    }
  }

  @Test("--digest with nobody to be is refused")
  func digestOfNobody() {
    #expect(throws: UsageProblem.digestOfNobody) { try bind(["--digest"]) }
  }

  private static let client = [
    "--oauth2-token-url", "/token", "--oauth2-client-id", "shop", "--oauth2-scope", "read",
    "--oauth2-scope", "write", "--oauth2-parameter", "audience=a=b", "--oauth2-client-auth", "body",
  ]

  @Test("A client of OAuth 2 comes from the command line, its secret also from the environment")
  func tokens() throws {
    let environment = ["ACCORD_OAUTH2_CLIENT_SECRET": "sesame", "ACCORD_USER": "ada:lovelace"]
    guard
      case .clientCredentials(let client)? = try bind(
        Self.client, environment: environment
      ).authorization?.scheme
    else {
      Issue.record("no client")
      return
    }
    #expect(client.tokenURL.literal == "/token" && client.clientID.literal == "shop")
    #expect(client.clientSecret.literal == "sesame")
    #expect(client.scopes.map(\.literal) == ["read", "write"])
    #expect(client.parameters.map(\.name) == ["audience"])
    #expect(client.parameters.map(\.value.literal) == ["a=b"])
    #expect(client.authentication == .body)
    let all = [
      "ACCORD_OAUTH2_TOKEN_URL": "http://id/token", "ACCORD_OAUTH2_CLIENT_ID": "i",
      "ACCORD_OAUTH2_CLIENT_SECRET": "sesame",
    ]
    guard
      case .clientCredentials(let other)? = try bind([], environment: all).authorization?.scheme
    else {
      Issue.record("no client")
      return
    }
    #expect(other.tokenURL.literal == "http://id/token" && other.authentication == .basic)
  }

  @Test("A client of OAuth 2 that is not whole is refused")
  func partOfClient() throws {
    #expect(throws: UsageProblem.noClientSecret) { try bind(Self.client) }
    #expect(throws: UsageProblem.noClientID) { try bind(["--oauth2-token-url", "/token"]) }
    #expect(throws: UsageProblem.shortCredential("the secret of --oauth2-client-id")) {
      try bind(Self.client + ["--oauth2-client-secret", "abc"])
    }
    for arguments in [
      ["--user", "a:bcde"], ["--oauth2-bearer", "token"], ["--digest"],
      ["--oauth2-parameter", "audience"],
    ] {
      #expect(throws: (any Error).self) { try CredentialOptions.parse(Self.client + arguments) }
    }
  }
}
