import Testing

/// A contract is worth what it notices: each fault of the Shop must be found, and named.
@Suite("The Shop's contract notices", .serialized)
struct ShopFaultTests {
  /// The names that the Shop itself gives, so that no fault is forgotten.
  static func faults() async throws -> [String] {
    try await ShopProgram.shop.run(["--fault", "list"]).output.split(separator: "\n").compactMap {
      $0.split(separator: " ").first.map(String.init)
    }
  }

  @Test("The fault is found, and the first failure names it", arguments: try await faults())
  func found(_ fault: String) async throws {
    let trace = try #require(ShopFaultTrace.all.first { $0.fault == fault })
    let run = try await ShopProgram.holdShop(fault: fault)
    #expect(run.status == 1, "\(run.output)\(run.diagnostics)")
    let account = Self.firstFailure(in: run.output)
    #expect(account.contains(trace.step), "\(account)")
    #expect(account.contains(trace.finding), "\(account)")
  }

  @Test("Each trace is that of a fault that there is, and there are no two")
  func traced() async throws {
    let traced = ShopFaultTrace.all.map(\.fault)
    #expect(try await Set(Self.faults()) == Set(traced))
    #expect(traced.count == Set(traced).count)
  }

  /// What the text report says of the first step that failed.
  private static func firstFailure(in output: String) -> String {
    let lines = output.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0.hasPrefix("✘") }) else { return "" }
    let rest = lines[(start + 1)...].prefix { $0.isEmpty || $0.hasPrefix(" ") }
    return lines[start...start].joined() + "\n" + rest.joined(separator: "\n")
  }
}
