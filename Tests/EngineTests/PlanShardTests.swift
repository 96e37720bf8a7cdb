import AccordContract
import Testing

@testable import AccordEngine

@Suite("Shards of a plan")
struct PlanShardTests {
  /// Sixty single steps and twenty scenarios of three steps.
  private static func contract(adding extra: [Step] = [], stepsOfScenario: Int = 3) -> Contract {
    Contract("c") {
      for step in extra { step }
      for number in 1...60 { Get("/items/\(number)").expect(200) }
      for number in 1...20 {
        Scenario("Scenario \(number)") {
          for step in 1...stepsOfScenario { Post("/carts/\(number)/\(step)").expect(201) }
        }
      }
    }
  }

  /// The shard of each unit, by the unit's name.
  private func shards(
    _ plan: Plan, total: Int, durations: [String: Duration] = [:]
  ) -> [String: Int] {
    let assignment = ShardAssignment(plan, total: total, durations: durations)
    return Dictionary(
      zip(plan.units.map(plan.identity(of:)), assignment.shards), uniquingKeysWith: { $0 + $1 })
  }

  @Test("Shards have every step once, and keep the order", arguments: [1, 2, 3, 7, 64])
  func partition(total: Int) throws {
    let whole = try plan(Self.contract())
    let assignment = ShardAssignment(whole, total: total)
    var indices: [Int] = []
    for index in 1...total {
      let shard = try #require(Shard(index, of: total))
      let part = whole.part(shard, assignment)
      var own: [Int] = []
      for unit in part.units {
        #expect(unit.steps.count == (unit.isScenario ? 3 : 1))
        for position in unit.steps {
          let place = try #require(part.wholeIndex(of: position, in: unit, repetition: 1))
          #expect(whole.id(of: whole.steps[place]) == part.id(of: part.steps[position]))
          own.append(place)
        }
      }
      #expect(own == own.sorted())
      #expect(part.shard?.stepCount == 120)
      #expect(part.shard?.unitCount == 80)
      indices += own
    }
    #expect(indices.sorted() == Array(0..<120))
  }

  @Test("What is added, before or within, moves nothing else")
  func addition() throws {
    let before = shards(try plan(Self.contract()), total: 5)
    let extra = [Get("/new").expect(200), Get("/items/7").expect(404)]
    let after = shards(
      try plan(Self.contract(adding: extra, stepsOfScenario: 4)), total: 5)
    #expect(after.count == before.count + 2)
    for (name, shard) in before { #expect(after[name] == shard, "\(name)") }
  }

  @Test("One shard more takes units from the others, and none changes between those")
  func rendezvous() throws {
    let plan = try plan(Self.contract())
    let (four, five) = (shards(plan, total: 4), shards(plan, total: 5))
    let moved = four.filter { five[$0.key] != $0.value }
    #expect(!moved.isEmpty && moved.count < 40)
    for name in moved.keys { #expect(five[name] == 5) }
  }

  /// The numbers were computed by another program, in another language.
  @Test("The hash is the same on every machine")
  func stability() throws {
    let contract = Contract("c") {
      Get("/a").expect(200)
      Get("/b")
      Scenario("Käse") { Get("/c").expect(200) }
    }
    #expect(
      shards(try plan(contract), total: 1_000)
        == ["GET /a → 200": 677, "GET /b": 674, "Käse": 343])
  }

  @Test("Every shard gets about its part")
  func spread() throws {
    let counts = Dictionary(
      grouping: shards(try plan(Self.contract()), total: 4).values, by: \.self)
    #expect(counts.count == 4)
    for (_, units) in counts { #expect((8...35).contains(units.count)) }
  }

  @Test("What is serialized is on one shard, with what stands in it")
  func serialized() throws {
    let group = Group("one at a time", .serialized) {
      for number in 1...30 { Get("/items/\(number)") }
      Scenario("inner") { Get("/inner") }
    }
    let contract = Contract("c") {
      group
      for number in 1...30 { Get("/others/\(number)") }
    }
    let assignment = ShardAssignment(try plan(contract), total: 6)
    #expect(Set(assignment.shards[..<31]).count == 1)
    #expect(Set(assignment.shards[31...]).count > 2)
    // Another serialized element before it changes nothing.
    let more = Contract("c") {
      Group("before", .serialized) { Get("/before") }
      group
    }
    let assignmentOfMore = ShardAssignment(try plan(more), total: 6)
    #expect(assignmentOfMore.shards[1] == assignment.shards[0])
  }

  @Test("With durations the longest goes first, each into the lightest shard")
  func durations() throws {
    let contract = Contract("c") {
      Get("/long").expect(200)
      Get("/b").expect(200)
      Get("/c").expect(200)
      Scenario("s") {
        Get("/d").expect(200)
        Get("/e").expect(200)
      }
      Get("/unknown").expect(200)
    }
    let known: [String: Duration] = [
      "GET /long": .seconds(10), "GET /b": .seconds(4), "GET /c": .seconds(2),
      "s › GET /d": .seconds(3), "s › GET /e": .seconds(2),
      "GET /of another contract": .seconds(99),
    ]
    // long 10 | s 5 + b 4 (unknown counts 5.25, the mean of 10, 4, 2 and 5).
    #expect(
      shards(try plan(contract), total: 2, durations: known)
        == [
          "GET /long → 200": 1, "GET /unknown → 200": 2, "s": 2, "GET /b → 200": 1,
          "GET /c → 200": 2,
        ])
  }

  @Test("Durations that know none of the steps change nothing")
  func foreignDurations() throws {
    let plan = try plan(Self.contract())
    let assignment = ShardAssignment(plan, total: 3, durations: ["GET /x": .seconds(1)])
    #expect(!assignment.isByDurations)
    #expect(assignment.shards == ShardAssignment(plan, total: 3).shards)
  }

  @Test("The order of the contract decides nothing where durations are equal")
  func ties() throws {
    let forwards = Contract("c") { for number in 1...9 { Get("/items/\(number)") } }
    let backwards = Contract("c") { for number in (1...9).reversed() { Get("/items/\(number)") } }
    let known = Dictionary(
      uniqueKeysWithValues: (1...9).map { ("GET /items/\($0)", Duration.seconds(1)) })
    let shards = shards(try plan(forwards), total: 4, durations: known)
    #expect(shards == self.shards(try plan(backwards), total: 4, durations: known))
    #expect(Set(shards.values) == [1, 2, 3, 4])
  }
}
