import Testing

/// A contract is worth what it notices: each fault of the Shop's own promises must be found, and named.
///
/// Those of rules that hold for every API are not all of the contract's: rules must find them.
@Suite("The Shop's contract notices", .serialized)
struct ShopFaultTests {
  /// The names that the Shop itself gives, so that no fault is forgotten: of those that it says the
  /// contract notices.
  static func faults() async throws -> [String] {
    try await ShopProgram.shop.run(["--fault", "list"]).output.split(separator: "\n").compactMap {
      let words = $0.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: true)
      guard words.count == 3, words[1].split(separator: ",").contains("contract") else {
        return nil
      }
      return String(words[0])
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
    #expect(traced.count > 70)
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
