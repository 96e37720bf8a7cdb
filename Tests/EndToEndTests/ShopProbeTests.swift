import Foundation
import Testing

/// Who holds the Shop to the rules of HTTP with requests of his own finds nothing; with a fault, its
/// rule alone.
@Suite("Probing the Shop")
struct ShopProbeTests {
  /// A fault of a rule, and who may tell of it too, as the Shop itself says.
  struct RuleFault: Sendable, CustomTestStringConvertible {
    let name: String
    let rule: String
    let companions: Set<String>
    var testDescription: String { name }

    /// Only OWASP wants to see 406 where a type that nothing has is asked for.
    var profile: String { rule == "http.accept.honoured" ? "owasp" : "rest" }

    /// Reads what `--fault list` prints; `nil` for a fault that no rule finds.
    init?(_ line: Substring) {
      let words = line.split(separator: " ", maxSplits: 2)
      guard words.count == 3 else { return nil }
      let noticing = words[1].split(separator: ",").map(String.init).filter { $0 != "contract" }
      guard let rule = noticing.first(where: { !$0.hasPrefix("+") }) else { return nil }
      name = String(words[0])
      self.rule = rule
      companions = Set(noticing.filter { $0.hasPrefix("+") }.map { String($0.dropFirst()) })
    }

    static func all() async throws -> [RuleFault] {
      try await ShopProgram.shop.run(["--fault", "list"]).output.split(separator: "\n")
        .compactMap(RuleFault.init)
    }
  }

  /// What `--report json` says.
  private struct Report: Decodable, Sendable {
    struct Rule: Decodable {
      let id: String
      let verdict: String
      let reason: String?
      let target: String?
    }

    struct Target: Decodable {
      let leftovers: [String]
    }

    let rules: [Rule]
    let probed: [Target]
    let requests: Int
  }

  @Test("No rule is violated, nothing is left behind, and most rules are judged")
  func conforms() async throws {
    let (report, result) = try await Self.probe(fault: nil)
    #expect(result.exitCode == 0, "\(result.output)\(result.errors)")
    #expect(report.rules.filter { $0.verdict == "violation" }.isEmpty, "\(result.output)")
    let leftovers = report.probed.flatMap(\.leftovers)
    #expect(leftovers.isEmpty)
    let judged = Set(report.rules.filter { $0.verdict == "conforms" }.map(\.id))
    #expect(judged.count >= 95)
  }

  @Test(
    "A fault is told by its rule, and by those alone that cannot but tell of it, too",
    arguments: try await RuleFault.all())
  func tells(_ fault: RuleFault) async throws {
    let (report, result) = try await Self.probe(fault: fault.name, profile: fault.profile)
    let broken = Set(report.rules.filter { $0.verdict == "violation" }.map(\.id))
    #expect(broken.contains(fault.rule), "\(result.output)")
    #expect(broken.subtracting([fault.rule]).isSubset(of: fault.companions), "\(result.output)")
  }

  @Test("There are faults of more than forty rules")
  func count() async throws {
    #expect(try await Set(RuleFault.all().map(\.rule)).count > 40)
  }

  /// A probe waits more than it works, so that some go side by side; what a server makes of time stays
  /// what it is if they are few.
  private static let queue: OperationQueue = {
    let queue = OperationQueue()
    queue.maxConcurrentOperationCount = 5
    return queue
  }()

  /// Probes a shop of its own with all that there is.
  private static func probe(
    fault: String?, profile: String = "rest"
  ) async throws -> (Report, Program.Result) {
    try await withCheckedThrowingContinuation { continuation in
      queue.addOperation {
        continuation.resume(with: Result { try probeNow(fault: fault, profile: profile) })
      }
    }
  }

  private static func probeNow(fault: String?, profile: String) throws -> (Report, Program.Result) {
    let folder = try Folder()
    try folder.write(targets, to: "targets.json")
    let shop = try Program(
      ShopProgram.shop.path, ["--port", "0"] + (fault.map { ["--fault", $0] } ?? []), in: folder)
    defer { shop.end() }
    let url = try shop.announcedURL()
    let result = try Program(
      Program.path("accord"),
      [
        "probe", url, "--target", "targets.json", "--allow", "mutating", "--allow", "intrusive",
        "--profile", profile, "--report", "json=report.json", "--color", "never",
      ], environment: ["SHOP_TOKEN": "shop-secret-token"], in: folder
    ).result()
    let text = try #require(folder.read("report.json"), "\(result.output)\(result.errors)")
    return (try JSONDecoder().decode(Report.self, from: Data(text.utf8)), result)
  }

  private static let targets = """
    {
      "name": "Shop",
      "collections": [
        {
          "path": "/cart", "item": "/cart/{id}",
          "samples": [
            {"json": {"product": 7, "quantity": 2}}, {"json": {"product": 8, "quantity": 1}}
          ],
          "replacement": {"json": {"product": 7, "quantity": 3}},
          "rejected": [{"json": {"product": "x"}}]
        },
        {
          "path": "/users", "item": "/users/{id}",
          "samples": [{"json": {"name": "Zoe", "email": "zoe@example.com"}}],
          "replacement": {"json": {"name": "Zoe B", "email": "zoe.b@example.com"}},
          "rejected": [{"json": {"name": 7}}],
          "patch": ["merge"]
        },
        {"path": "/products", "item": "/products/{id}"}
      ],
      "documents": [{"path": "/products/1"}, {"path": "/me"}],
      "protected": [
        {"path": "/account", "credentials": {"bearer": {"tokenVariable": "SHOP_TOKEN"}}}
      ]
    }
    """
}

extension Program {
  /// The URL that a server prints once it listens.
  fileprivate func announcedURL() throws -> String {
    let deadline = ContinuousClock.now + Self.longest
    while ContinuousClock.now < deadline {
      let words = outputSoFar.split { $0 == " " || $0 == "\n" }
      if outputSoFar.contains("\n"), let url = words.first(where: { $0.hasPrefix("http://") }) {
        return String(url)
      }
      usleep(10_000)
    }
    throw ShopProgram.Unended(description: "the server does not listen: \(errorsSoFar)")
  }

  /// Ends a server.
  fileprivate func end() {
    signal(SIGTERM)
    _ = result()
  }
}
