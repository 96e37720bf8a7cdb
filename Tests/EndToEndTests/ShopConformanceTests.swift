import Foundation
import Testing

/// The rules of HTTP and REST, on the exchanges by which the Shop is held to its contract.
@Suite("The Shop and the rules of HTTP", .serialized)
struct ShopConformanceTests {
  @Test("It keeps every rule that its contract comes upon", arguments: ["http", "rest", "owasp"])
  func conforms(profile: String) async throws {
    let run = try await ShopProgram.holdShop(to: ["--conformance", "fail", "--profile", profile])
    #expect(run.status == 0, "\(run.output)\(run.diagnostics)")
    #expect(run.output.contains(" of \(profile) applied, none broken"), "\(run.output)")
  }

  @Test(
    "A fault that breaks a rule is told by this rule and no other",
    arguments: [
      ("405-without-allow", "MUST http.405.allow"),
      ("account-cacheable", "convention http.cache.private-auth"),
      ("cache-control-missing", "convention http.cache.explicit"),
      ("challenge-missing", "MUST http.401.www-authenticate"),
      ("created-without-location", "SHOULD http.post.created-location"),
      ("error-as-html", "convention problem.used"),
      ("etag-ignored", "MUST http.inm.304"),
      ("json-truncated", "MUST json.valid"),
      ("not-acceptable-ignored", "convention http.accept.honoured"),
      ("options-without-allow", "SHOULD http.options.allow"),
      ("problem-status-wrong", "MUST problem.status-matches"),
      ("redirect-lost", "SHOULD http.3xx.location"),
      ("sniffing-allowed", "convention sec.nosniff"),
      ("wrong-content-type", "convention http.content-type.truthful"),
      ("xml-malformed", "MUST xml.well-formed"),
    ])
  func faults(fault: String, rule: String) async throws {
    let run = try await ShopProgram.holdShop(to: ["--conformance", "warn"], fault: fault)
    let lines = run.output.split(separator: "\n")
    let start = try #require(lines.firstIndex { $0.hasPrefix("  conformance: ") })
    let broken = lines[(start + 1)...].prefix { $0.hasPrefix("    ") }
      .compactMap { $0.dropFirst(6).split(separator: ":").first.map(String.init) }
    #expect(broken == [rule])
  }
}
