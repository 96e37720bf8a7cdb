import AccordContract
import AccordHTTP
import AccordTestSupport
import Testing

@testable import AccordEngine

@Suite("A shard runs")
struct ShardRunTests {
  private static let count = Variable("count", .counter)

  private static let contract = Contract("c") {
    for number in 1...12 {
      Scenario("s\(number)") {
        Get("/\(number)").query("count", "\(count)").expect(200)
        Get("/again/\(number)").expect(200)
      }
    }
  }

  /// The records and requests of a run of one shard, or of all.
  private func run(_ shard: Shard?) throws -> (records: [StepRecord], targets: [String]) {
    let whole = try plan(Self.contract)
    let plan = shard.map { whole.part($0, ShardAssignment(whole, total: $0.total)) } ?? whole
    let server = try ScriptedServer { _ in [.respond(200)] }
    defer { server.stop() }
    var options = RunOptions(baseURL: try BaseURL(parsing: server.url("")), seed: 1)
    options.repetitions = 2
    let log = EventLog()
    let footer = try Runner(plan, options: options, sink: log, interruption: Interruption()).run()
    #expect(footer.totals.passed == plan.steps.count * 2)
    return (log.records, server.requests.map(\.target))
  }

  @Test("It sends what a run of the whole sends, and tells the place of each step in that")
  func parts() throws {
    let whole = try run(nil)
    #expect(whole.records.allSatisfy { $0.wholeIndex == nil })
    var targets: [String] = []
    var places: [Int: String] = [:]
    for index in 1...3 {
      let part = try run(Shard(index, of: 3))
      #expect(part.records.map(\.index) == Array(0..<part.records.count))
      targets += part.targets
      for record in part.records {
        places[try #require(record.wholeIndex)] = "\(record.id) #\(record.repetition)"
      }
    }
    #expect(targets.sorted() == whole.targets.sorted())
    #expect(
      places
        == Dictionary(
          uniqueKeysWithValues: whole.records.map { ($0.index, "\($0.id) #\($0.repetition)") }))
  }

  @Test("An empty shard ends at once")
  func empty() throws {
    let whole = try plan(Contract("c") { Get("/a").expect(200) })
    let assignment = ShardAssignment(whole, total: 2)
    let other = try #require(Shard(3 - assignment.shards[0], of: 2))
    let part = whole.part(other, assignment)
    #expect(part.steps.isEmpty)
    #expect(part.shard?.mayBeWithoutVerdict == true)
    // Nobody listens there.
    let options = RunOptions(baseURL: try BaseURL(parsing: "http://127.0.0.1:1"), seed: 1)
    let footer = try Runner(
      part, options: options, sink: EventLog(), interruption: Interruption()
    ).run()
    #expect(footer.totals.count == 0)
    #expect(footer.unreachable == nil)
  }

  @Test("A shard of steps that can come to no verdict is excused where others can")
  func excuse() throws {
    func mayBeWithout(_ contract: Contract, isReadOnly: Bool = false) throws -> [Bool?] {
      let whole = try plan(contract)
      return try (1...64).compactMap { index in
        let part = whole.part(
          try #require(Shard(index, of: 64)), ShardAssignment(whole, total: 64),
          isReadOnly: isReadOnly)
        return part.steps.isEmpty ? nil : part.shard?.mayBeWithoutVerdict
      }
    }
    let mixed = Contract("c") {
      Get("/observed")
      Post("/verdict").expect(200)
      Get("/disabled").disabled("why").expect(200)
    }
    #expect(try mayBeWithout(mixed).count { $0 == true } == 2)
    // Then none of them can, and it is a fault of the whole.
    #expect(try mayBeWithout(mixed, isReadOnly: true).count { $0 == true } == 0)
  }
}
