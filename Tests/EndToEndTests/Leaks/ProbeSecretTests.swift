import AccordLeaks
import AccordTestSupport
import Foundation
import Testing

/// What a probe knows of credentials, and what a server says of them, in each report.
@Suite("No secret of a probe is told")
struct ProbeSecretTests {
  private static let secret = "Zq7xKv/W+9.jH4mTp"

  private static let files = [
    "junit.xml", "strict.xml", "run.jsonl", "summary.txt", "report.html", "run.tap",
    "run.ctrf.json", "run.md", "annotations.txt", "rules.json", "run.har",
  ]

  /// A server that lets in whoever has any token, and repeats it in every way that it knows.
  private static func server() throws -> ScriptedServer {
    try ScriptedServer { request in
      guard let authorization = request.values("Authorization").first else {
        return [.respond(401, ["WWW-Authenticate: Bearer", "Content-Type: text/plain"], "who?")]
      }
      let token = String(authorization.dropFirst("Bearer ".count))
      let forms = SecretForm.all.map { "\($0.name): \($0.write(token))" }
      return [
        .respond(
          200,
          [
            "Content-Type: text/plain", "X-Token: \(token)", "ETag: \"\(token)\"",
            // A clock, and no Date.
            "Last-Modified: Mon, 23 Nov 2026 13:00:00 GMT",
          ],
          forms.joined(separator: "\n"))
      ]
    }
  }

  @Test(
    "In no output, though findings show the exchanges",
    arguments: [["--color", "never"], ["-v", "--color", "never"], ["-q", "--color", "always"]])
  func nowhere(_ mode: [String]) throws {
    let server = try Self.server()
    defer { server.stop() }
    let folder = try Folder()
    let program = try Program(
      Program.path("accord"),
      ["probe", server.url(""), "--protected", "/private", "--bearer-variable", "TOKEN"] + mode
        // Those that send it altered, and those that quote what came.
        + [
          "--allow", "intrusive", "--rule", "http.auth", "--rule", "http.404", "--rule",
          "http.date",
        ]
        + LeaksRun.reports + LeaksRun.archive + ["--report", "json=rules.json"],
      environment: ["TOKEN": Self.secret], in: folder)
    let result = program.result(within: .seconds(60))
    #expect(result.exitCode == 1, "\(result.errors)")
    var outputs = ["standard output": result.output, "standard error": result.errors]
    for name in Self.files { outputs[name] = folder.read(name) }
    #expect(outputs.count == Self.files.count + 2)
    #expect(SecretMatrixTests.leaks(of: Self.secret, in: outputs) == [])
    // The server was told of the secret, of an altered one, and of none.
    let tokens = Set(server.requests.map { $0.values("Authorization").first ?? "" })
    let own = "Bearer \(Self.secret)"
    #expect(tokens.isSuperset(of: [own, ""]))
    #expect(tokens.contains { $0.hasPrefix("Bearer Zq7xKv") && $0 != own }, "\(tokens)")
    // What shows that any token is let in is there, and what it carried is not.
    for name in ["rules.json", "run.jsonl", "report.html", "junit.xml", "run.ctrf.json"] {
      let output = try #require(outputs[name])
      #expect(output.contains("http.auth.invalid-401") && output.contains("***"), "\(name)")
    }
  }
}
