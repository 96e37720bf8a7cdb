import AccordLeaks
import AccordTestSupport
import Foundation
import Synchronization
import Testing

/// A redirect to another origin takes nothing along that was meant for the first (RFC 9110 section
/// 15.4).
@Suite("Secrets stay with their origin")
struct RedirectSecretTests {
  private static let secret = "Zq7xKv-W9-jH4mTp"

  private static let kinds: [SecretKind] = [
    SecretKind("field", arguments: { secret, _ in ["--secret", "token=\(secret)"] }),
    SecretKind(
      "field-declared-outside", arguments: { secret, _ in ["--secret", "plain=\(secret)"] }),
    SecretKind("authorization"), SecretKind("proxy-authorization"), SecretKind("cookie"),
    SecretKind("basic"), SecretKind("bearer"), SecretKind("digest"), SecretKind("key-in-field"),
    SecretKind("key-in-query"), SecretKind("signature"), SecretKind("jar"),
    SecretKind("user", arguments: { secret, _ in ["--user", "user:\(secret)"] }),
    SecretKind("token", arguments: { secret, _ in ["--oauth2-bearer", secret] }),
    SecretKind(
      "netrc", arguments: { _, _ in ["--netrc-file", "netrc"] },
      files: { ["netrc": "machine 127.0.0.1 login user password \($0)"] }),
    SecretKind(
      "netrc-default", arguments: { _, _ in ["--netrc-file", "netrc"] },
      files: { ["netrc": "default login user password \($0)"] }),
  ]

  /// Where the servers listen, known once they do.
  private final class Ports: Sendable {
    let first = Atomic(0)
    let second = Atomic(0)
  }

  /// A first server, which redirects, and the second, which may redirect back.
  private static func servers(
    to host: String, back: Bool = false, challenges: Bool = false
  ) throws -> (first: ScriptedServer, second: ScriptedServer) {
    let ports = Ports()
    let first = try ScriptedServer { request in
      switch request.target.prefix(while: { $0 != "?" }) {
      case "/cookie": return [.respond(200, ["Set-Cookie: jar=\(secret); Path=/"], "")]
      case "/first" where challenges && request.values("authorization").isEmpty:
        let challenge = #"Digest realm="r", nonce="n", qop="auth", algorithm=MD5"#
        return [.respond(401, ["WWW-Authenticate: \(challenge)"])]
      case "/first":
        let port = ports.second.load(ordering: .relaxed)
        return [.respond(302, ["Location: http://\(host):\(port)/second"])]
      default: return [.respond(200)]
      }
    }
    let second = try ScriptedServer { request in
      let port = ports.first.load(ordering: .relaxed)
      return back
        ? [.respond(302, ["Location: http://127.0.0.1:\(port)/third"])] : [.respond(200)]
    }
    ports.first.store(first.port, ordering: .relaxed)
    ports.second.store(second.port, ordering: .relaxed)
    return (first, second)
  }

  private static let forbidden = [
    "authorization", "proxy-authorization", "cookie", "x-token", "x-key", "x-amz-security-token",
  ]

  private static func check(_ request: ReceivedRequest, _ note: String) {
    for name in forbidden { #expect(request.values(name) == [], "\(note): \(name)") }
    let text = request.head + String(decoding: request.content, as: UTF8.self)
    for trace in SecretForm.traces(of: secret) {
      #expect(!text.contains(trace), "\(note): \(trace)")
    }
  }

  @Test("To another port and to another host", arguments: kinds, ["127.0.0.1", "other.test"])
  func elsewhere(_ kind: SecretKind, _ host: String) throws {
    let (first, second) = try Self.servers(to: host, challenges: kind.name == "digest")
    defer {
      first.stop()
      second.stop()
    }
    let run = try kind.run(
      Self.secret, port: first.port, ["--resolve", "other.test:\(second.port):127.0.0.1", "-v"],
      contract: "redirects")
    #expect(run.exitCode == 0, "\(run.outputs)")
    // It was there, in the request to the first server.
    let sent = try #require(first.requests.last)
    #expect(sent.target.hasPrefix("/first"))
    #expect(sent.values("cookie").joined().contains(Self.secret))
    if kind.name != "jar", kind.name != "cookie" {
      let names = Self.forbidden.filter { $0 != "cookie" }
      #expect(
        names.contains { !sent.values($0).isEmpty } || sent.target.contains(Self.secret))
    }
    let arrived = second.requests
    #expect(arrived.count == 1)
    for request in arrived { Self.check(request, "\(kind.name) to \(host)") }
  }

  @Test("There and back", arguments: kinds)
  func back(_ kind: SecretKind) throws {
    let (first, second) = try Self.servers(
      to: "other.test", back: true, challenges: kind.name == "digest")
    defer {
      first.stop()
      second.stop()
    }
    let run = try kind.run(
      Self.secret, port: first.port, ["--resolve", "other.test:\(second.port):127.0.0.1"],
      contract: "redirects")
    #expect(run.exitCode == 0, "\(run.outputs)")
    for request in second.requests { Self.check(request, kind.name) }
    #expect(first.requests.count { $0.target == "/third" } == 1)
    // The first server's own cookie is the first server's again.
    let third = try #require(first.requests.first { $0.target == "/third" })
    #expect(third.values("cookie").joined().contains("jar="))
    #expect(third.values("x-token") == [] && third.values("x-key") == [])
  }

  @Test("From TLS to cleartext at the same host", .enabled(if: TestCertificates.openssl != nil))
  func downgrade() throws {
    let certificates = try TestCertificates()
    defer { certificates.remove() }
    try certificates.issue("server", names: "IP:127.0.0.1")
    let second = try ScriptedServer { _ in [.respond(200)] }
    defer { second.stop() }
    func write(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: certificates.folder.appendingPathComponent(name))
    }
    try write(
      "cookie",
      "HTTP/1.0 200 OK\r\nSet-Cookie: jar=\(Self.secret); Path=/\r\nContent-Length: 0\r\n\r\n")
    try write(
      "first",
      "HTTP/1.0 302 Found\r\nLocation: http://127.0.0.1:\(second.port)/second\r\n"
        + "Content-Length: 0\r\n\r\n")
    let server = try TLSServer(certificates, "server", "-HTTP")
    defer { server.stop() }
    for kind in Self.kinds where !["key-in-query", "digest"].contains(kind.name) {
      let run = try kind.run(
        Self.secret, port: 9,
        ["--url", "https://127.0.0.1:\(server.port)", "--cacert", certificates.path("ca.pem")],
        contract: "redirects")
      #expect(run.exitCode == 0, "\(kind.name): \(run.outputs)")
    }
    #expect(second.requests.count == Self.kinds.count - 2)
    for request in second.requests { Self.check(request, "cleartext") }
  }

  @Test("Another host gets what the netrc file has for it by name, as from curl")
  func netrc() throws {
    let (first, second) = try Self.servers(to: "other.test", back: true)
    defer {
      first.stop()
      second.stop()
    }
    let kind = SecretKind(
      "netrc", arguments: { _, _ in ["--netrc-file", "netrc"] },
      files: { secret in
        [
          "netrc": """
          machine 127.0.0.1 login user password \(secret)
          machine other.test login ada password lovelace
          """
        ]
      })
    let run = try kind.run(
      Self.secret, port: first.port, ["--resolve", "other.test:\(second.port):127.0.0.1", "-v"],
      contract: "redirects")
    #expect(run.exitCode == 0)
    let own = "Basic " + Data("user:\(Self.secret)".utf8).base64EncodedString()
    #expect(second.requests.map { $0.values("authorization") } == [["Basic YWRhOmxvdmVsYWNl"]])
    #expect(first.requests.map { $0.values("authorization") } == [[own], [own], [own]])
    #expect(!run.outputs.values.contains { $0.contains("lovelace") || $0.contains("bG92ZWxh") })
  }
}
