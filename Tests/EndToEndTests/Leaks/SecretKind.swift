import AccordTestSupport
import Foundation
import Testing

/// A way in which a secret comes into a run.
struct SecretKind: Sendable, CustomTestStringConvertible {
  let name: String
  /// What the contract's program is told of it: arguments, environment, files.
  private let arguments: @Sendable (_ secret: String, _ port: Int) -> [String]
  private let environment: @Sendable (String) -> [String: String]
  private let files: @Sendable (String) -> [String: String]
  /// The contract, where another kind's is used.
  private let contract: String?

  var testDescription: String { name }

  init(
    _ name: String, like contract: String? = nil,
    arguments: @escaping @Sendable (_ secret: String, _ port: Int) -> [String] = { _, _ in [] },
    environment: @escaping @Sendable (String) -> [String: String] = { _ in [:] },
    files: @escaping @Sendable (String) -> [String: String] = { _ in [:] }
  ) {
    self.name = name
    self.contract = contract
    self.arguments = arguments
    self.environment = environment
    self.files = files
  }

  /// Runs the contract with a secret of this kind.
  func run(
    _ secret: String, port: Int, _ more: [String], contract family: String = "secrets",
    isFull: Bool = false, environment other: [String: String] = [:]
  ) throws -> LeaksRun {
    let folder = try Folder()
    for (name, text) in files(secret) { try folder.write(text, to: name) }
    var environment = environment(secret).merging(other) { $1 }
    environment["LEAKS_KIND"] = contract ?? name
    // Only what the contract itself has in full: elsewhere it must come by its own way.
    environment["LEAKS_SECRET"] = secret
    if isFull { environment["LEAKS_FULL"] = "1" }
    return try LeaksRun(
      family,
      ["--url", "http://127.0.0.1:\(port)", "--timeout", "20"] + more + arguments(secret, port),
      environment: environment, in: folder)
  }

  static func named(_ name: String) throws -> SecretKind {
    try #require(all.first { $0.name == name })
  }

  static let all: [SecretKind] = [
    SecretKind("variable", arguments: { secret, _ in ["--secret", "token=\(secret)"] }),
    SecretKind(
      "variable-set", like: "variable", arguments: { secret, _ in ["--set", "token=\(secret)"] }),
    SecretKind(
      "variable-of-environment", like: "variable", environment: { ["ACCORD_SECRET_token": $0] }),
    SecretKind(
      "variable-set-in-environment", like: "variable", environment: { ["ACCORD_SET_token": $0] }),
    SecretKind(
      "variable-of-file", like: "variable",
      arguments: { _, _ in ["--variables", "variables.json"] },
      files: { secret in ["variables.json": Self.json(["token": secret])] }),
    SecretKind("default"),
    SecretKind(
      "declared-outside", arguments: { secret, _ in ["--secret", "plain=\(secret)"] }),
    SecretKind("in-query-and-body", arguments: { secret, _ in ["--secret", "token=\(secret)"] }),
    SecretKind("captured-json"), SecretKind("captured-field"), SecretKind("captured-text"),
    SecretKind("captured-xpath"),
    SecretKind("basic"), SecretKind("digest"), SecretKind("bearer"), SecretKind("key-in-field"),
    SecretKind("key-in-query"), SecretKind("signature"), SecretKind("session-token"),
    SecretKind("user", like: "none", arguments: { secret, _ in ["--user", "user:\(secret)"] }),
    SecretKind(
      "user-with-digest", like: "none",
      arguments: { secret, _ in ["--digest", "--user", "user:\(secret)"] }),
    SecretKind(
      "password-of-environment", like: "none", arguments: { _, _ in ["--user", "user"] },
      environment: { ["ACCORD_PASSWORD": $0] }),
    SecretKind("user-of-environment", like: "none", environment: { ["ACCORD_USER": "user:\($0)"] }),
    SecretKind(
      "token", like: "none", arguments: { secret, _ in ["--oauth2-bearer", secret] }),
    SecretKind("token-of-environment", like: "none", environment: { ["ACCORD_BEARER": $0] }),
    SecretKind(
      "netrc", like: "none", arguments: { _, _ in ["--netrc-file", "netrc"] },
      files: { secret in
        ["netrc": "machine 127.0.0.1 login user password \(Self.json(secret))"]
      }),
    SecretKind(
      "proxy", like: "none",
      arguments: { secret, port in
        ["--proxy", "http://user:\(Self.percent(secret))@127.0.0.1:\(port)"]
      }),
    SecretKind(
      "proxy-of-environment", like: "none",
      arguments: { _, _ in ["--no-proxy", ""] },
      environment: { ["http_proxy": "http://user:\(Self.percent($0))@127.0.0.1:9"] }),
    SecretKind(
      "certificate", like: "none",
      arguments: { secret, _ in
        ["--cert", "c.pem:\(secret)"]
      },
      files: { _ in ["c.pem": "none"] }),
  ]

  private static func percent(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
  }

  private static func json(_ value: Any) -> String {
    let data = try? JSONSerialization.data(
      withJSONObject: value, options: [.fragmentsAllowed, .withoutEscapingSlashes])
    return String(decoding: data ?? Data(), as: UTF8.self)
  }
}
