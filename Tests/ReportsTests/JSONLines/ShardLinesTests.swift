import AccordDocuments
import Testing

@testable import AccordEngine
@testable import AccordReports

@Suite("Shards in reports")
struct ShardLinesTests {
  private func shard(run: String? = "17") throws -> PlanShard {
    PlanShard(
      try #require(Shard(2, of: 4)), run: run, unitCount: 3, stepCount: 20, digest: "0a1b")
  }

  private func events(_ change: (inout RunHeader) -> Void, secrets: [String] = []) -> [Event] {
    var record = Samples.record(0, .passed(isFixed: false))
    record.wholeIndex = 7
    var header = Samples.header()
    change(&header)
    let footer = Samples.footer(of: [record])
    return [.started(header)] + secrets.map { .secret(name: "s", value: $0) }
      + [.finished(step: record), .ended(footer)]
  }

  @Test("A shard's record tells which it is, and of what")
  func header() throws {
    let shard = try shard()
    let text = try rendered(
      .jsonLines,
      events {
        $0.shard = shard
        $0.repetitions = 3
      })
    #expect(
      text.contains(#","shard":{"index":2,"total":4,"run":"17","steps":60,"plan":"0a1b"}}"#))
    #expect(text.contains(#""index":0,"wholeIndex":7,"repetition":1"#))
  }

  @Test("A run without a number has none")
  func noRun() throws {
    let shard = try shard(run: nil)
    let text = try rendered(.jsonLines, events { $0.shard = shard })
    #expect(text.contains(#""shard":{"index":2,"total":4,"steps":20,"plan":"0a1b"}"#))
  }

  @Test("No secret takes from the record what joining needs")
  func secrets() throws {
    let shard = try shard()
    let text = try rendered(
      .jsonLines, events({ $0.shard = shard }, secrets: ["0a1b", "shard", "plan", "wholeIndex"]))
    #expect(text.contains(#""shard":{"index":2,"total":4,"run":"17","steps":20,"plan":"0a1b"}"#))
    #expect(text.contains(#""wholeIndex":7"#))
  }

  @Test("The summary and JUnit name the shard")
  func summary() throws {
    let shard = try shard()
    #expect(try rendered(.text, events { $0.shard = shard }).contains(", seed 42, shard 2/4\n"))
    #expect(
      try rendered(.junit, events { $0.shard = shard })
        .contains(#"<property name="shard" value="2/4"/>"#))
  }

  @Test(
    "A joined run tells of how many it was made, and a seed only where all had the same",
    arguments: [(false, ", 8 at a time, seed 42, 4 shards\n"), (true, ", 8 at a time, 4 shards\n")])
  func joined(haveSeveralSeeds: Bool, words: String) throws {
    let events = events {
      $0.joined = JoinedShards(count: 4, haveSeveralSeeds: haveSeveralSeeds)
    }
    #expect(try rendered(.text, events).contains(words))
    #expect(try rendered(.jsonLines, events).contains(#","shards":4}"#))
  }
}
