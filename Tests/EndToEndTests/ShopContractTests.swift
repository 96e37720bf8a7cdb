import Foundation
import Testing

/// The contract in `specs` against the Shop as it should be.
///
/// One after another, here and below: each run starts a server, and there are few cores.
@Suite("The Shop's contract", .serialized)
struct ShopContractTests {
  @Test(
    "It holds, in whatever order and however often",
    arguments: [
      [], ["--jobs", "1"], ["--jobs", "16"], ["--shuffle", "7"], ["--repeat", "5"],
      ["--jobs", "16", "--shuffle", "8", "--repeat", "5"], ["--tag", "smoke"],
    ])
  func holds(_ options: [String]) async throws {
    let run = try await ShopProgram.holdShop(to: options)
    #expect(run.status == 0, "\(run.output)\(run.diagnostics)")
    #expect(run.output.contains(" passed"))
    #expect(!run.output.contains("failed"))
    #expect(!run.output.contains("error"))
    #expect(!run.output.contains("skipped"))
  }

  private struct Documented: Decodable {
    let endpoint: String
    let method: String
    let statuses: Set<Int>
  }

  private struct Covered: Decodable {
    let endpoint: String
    let method: String
    let statuses: Set<Int>
    let declared: Bool?
  }

  @Test("It covers every status of every method of every endpoint")
  func covers() async throws {
    let routes = try await ShopProgram.shop.run(["--routes"]).output
    let coverage = try await ShopProgram.specs.run(["coverage", "--format", "json"]).output
    let documented = try JSONDecoder().decode([Documented].self, from: Data(routes.utf8))
    let covered = try JSONDecoder().decode([Covered].self, from: Data(coverage.utf8))
    #expect(documented.count > 20)
    for route in documented {
      let row = covered.first { $0.endpoint == route.endpoint && $0.method == route.method }
      let missing = route.statuses.subtracting(row?.statuses ?? [])
      #expect(missing == [], "\(route.method) \(route.endpoint)")
      #expect(row?.declared == true, "\(route.method) \(route.endpoint)")
    }
    for row in covered where row.declared == true {
      let isDocumented = documented.contains {
        $0.endpoint == row.endpoint && $0.method == row.method
      }
      #expect(isDocumented, "\(row.method) \(row.endpoint)")
    }
  }

  @Test("A second run gives the verdicts of the first", arguments: [nil, "delete-keeps"])
  func repeatable(fault: String?) async throws {
    let first = try await ShopProgram.holdShop(fault: fault)
    let second = try await ShopProgram.holdShop(to: ["--shuffle", "9"], fault: fault)
    #expect(first.status == second.status)
    #expect(verdicts(of: first) == verdicts(of: second))
    #expect(verdicts(of: first).count > 20)
  }

  /// What is said of each failed step and each section, without how long it took and in no order:
  /// a shuffled run reports in the order in which it ran.
  private func verdicts(of run: ShopProgram.Outcome) -> Set<String> {
    let lines = run.output.split(separator: "\n").filter { $0.hasPrefix("✔") || $0.hasPrefix("✘") }
    return Set(
      lines.map { line in
        line.prefix(upTo: line.ranges(of: "   ").last?.lowerBound ?? line.endIndex)
          .trimmingCharacters(in: .whitespaces)
      })
  }

  @Test("Nothing is left running, even of a command that starts several processes")
  func endsAll() async throws {
    let command = "sleep 300 & '\(ShopProgram.shop.path)' --port {port} & wait"
    let run = try await ShopProgram.specs.run([
      "--start", command, "--url", "http://127.0.0.1:{port}", "--tag", "smoke",
    ])
    #expect(run.status == 0, "\(run.output)\(run.diagnostics)")
  }

  @Test("Nothing is left running when the run is stopped")
  func endsAllWhenStopped() async throws {
    let command = "'\(ShopProgram.shop.path)' --port {port} --fault slow-list"
    let run = try await ShopProgram.specs.run(
      ["--start", command, "--url", "http://127.0.0.1:{port}", "--jobs", "1"],
      sending: (SIGTERM, after: .seconds(2)))
    #expect(run.status == 143, "\(run.output)\(run.diagnostics)")
  }
}
