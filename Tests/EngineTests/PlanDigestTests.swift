import AccordContract
import Testing

@testable import AccordEngine

@Suite("What shards of one run have in common")
struct PlanDigestTests {
  private func digest(
    _ contract: Contract, _ shard: Int = 1, of total: Int = 2,
    durations: [String: Duration] = [:], options: [String] = [], skipping: [AccordContract.Tag] = []
  ) throws -> String {
    let whole = try plan(contract, selecting: selection(skipping: skipping))
    let part = whole.part(
      try #require(Shard(shard, of: total)),
      ShardAssignment(whole, total: total, durations: durations), options: options)
    return try #require(part.shard?.digest)
  }

  private static func contract(
    _ name: String = "c", path: String = "/b", status: Int = 200
  ) -> Contract {
    Contract(name) {
      Get("/a").expect(200).tags("slow")
      Scenario("s") {
        Get("\(path)").expect(.oneOf(status, 204)) { NoBody() }
        Get("/c").tags("slow")
      }
      Get("/d").expect(200)
    }
  }

  @Test("It is the same for every shard, and 32 hexadecimal digits")
  func same() throws {
    let digest = try digest(Self.contract(), 1)
    #expect(try self.digest(Self.contract(), 2) == digest)
    #expect(digest.wholeMatch(of: /[0-9a-f]{32}/) != nil)
  }

  @Test("Whatever makes another plan makes another one")
  func different() throws {
    let contract = Self.contract()
    let all = [
      try digest(contract), try digest(contract, of: 3), try digest(Self.contract("d")),
      try digest(Self.contract(path: "/x")), try digest(Self.contract(status: 201)),
      try digest(contract, options: ["repeat 2"]), try digest(contract, options: ["repeat 3"]),
      try digest(contract, skipping: ["slow"]),
      // Another shard for some unit.
      try digest(contract, durations: ["GET /a": .seconds(9), "GET /d": .seconds(1)]),
      try digest(contract, durations: ["GET /a": .seconds(1), "s › GET /c": .seconds(9)]),
    ]
    #expect(Set(all).count == all.count)
  }
}
