import AccordContract
import AccordEngine
import Testing

struct PlanVariableTests {
  private static let id = Variable("id")
  private static let token = Variable("token")

  private func unbound(_ contract: Contract, given: Set<String> = []) throws -> [String] {
    try plan(contract).unboundVariables(given: given).map {
      if case .unboundVariable(let name) = $0.kind { name } else { "another problem" }
    }
  }

  @Test func `A variable that nothing can bind is a problem, once`() throws {
    let contract = Contract("c") {
      Get("/\(Self.id)")
      Get("/x/\(Self.id)").expect(200) { Header(.eTag, .variable(Self.token)) }
    }
    #expect(try unbound(contract) == ["id", "token"])
    #expect(try unbound(contract, given: ["id"]) == ["token"])
    #expect(try unbound(contract, given: ["id", "token"]) == [])
  }

  @Test func `A capture binds for the steps after it in its own scenario`() throws {
    #expect(
      try unbound(
        Contract("c") {
          Scenario("s") {
            Post("/a").expect(201) { Capture(Self.id, .json("$.id")) }
            Get("/\(Self.id)")
            Cleanup { Delete("/\(Self.id)") }
          }
        }) == [])
    #expect(
      try unbound(
        Contract("c") {
          Scenario("s") {
            Get("/\(Self.id)")
            Post("/a").expect(201) { Capture(Self.id, .json("$.id")) }
            Cleanup { Delete("/\(Self.id)") }
          }
        }) == ["id"])
    #expect(
      try unbound(
        Contract("c") {
          Scenario("s") { Post("/a").expect(201) { Capture(Self.id, .status) } }
          Scenario("t") { Get("/\(Self.id)") }
        }) == ["id"])
  }

  @Test func `A clean-up sees what any step of its scenario captures`() throws {
    #expect(
      try unbound(
        Contract("c") {
          Scenario("s") {
            Cleanup { Delete("/\(Self.id)") }
            Post("/a").expect(201) { Capture(Self.id, .status) }
          }
        }) == [])
  }

  @Test func `A capture binds for the statements after it`() throws {
    let before = Get("/a").expect(200) {
      JSON(["id": .variable(Self.id)])
      Capture(Self.id, .json("$.id"))
    }
    let after = Get("/b").expect(200) {
      Capture(Self.id, .json("$.id"))
      JSON(["id": .variable(Self.id)])
    }
    #expect(try unbound(Contract("c") { before }) == ["id"])
    #expect(try unbound(Contract("c") { after }) == [])
  }

  @Test func `A generator binds`() throws {
    for trait in [VariableTrait.uuid, .timestamp, .counter, .random(1...2), .default("x")] {
      #expect(try unbound(Contract("c") { Get("/\(Variable("v", trait))") }) == [])
    }
  }

  @Test func `A variable is found wherever it stands`() throws {
    let id = Self.id
    let steps = [
      Get("/\(id)"), Get(Variable("id", .link)), Get("/a").query("\(id)", "1"),
      Get("/a").query("a", "\(id)"), Get("/a").header("A", "\(id)"),
      Get("/a").auth(.bearer(id)), Get("/a").auth(.basic(user: "\(id)", password: "pass")),
      Get("/a").auth(.basic(user: "u", password: "\(id)")),
      Post("/a").json(["a": [["b": .variable(id)]]]), Post("/a").json("x\(id)"),
      Post("/a").xml("<a>\(id)</a>"), Post("/a").form(["a": "\(id)"]),
      Post("/a").multipart(.field("a", "\(id)")), Post("/a").body(.text("\(id)")),
      Get("/a").expect(200) { Header(.eTag, .not("\(id)")) },
      Get("/a").expect(200) { Header(.eTag, all: .each("\(id)")) },
      Get("/a").expect(200) { Header(.eTag, all: ["\(id)"]) },
      Get("/a").expect(200) { Text(.oneOf("a", .all("\(id)"))) },
      Get("/a").expect(200) {
        JSON(["a": .each(.optional(.nullable(.oneOf(1, .unordered([.not(.variable(id))])))))])
      },
      Get("/a").expect(200) { JSON("$.a", .hasPrefix("\(id)")) },
    ]
    for step in steps { #expect(try unbound(Contract("c") { step }) == ["id"], "\(step)") }
    #expect(
      try unbound(Contract("c", .auth(.bearer(Self.token))) { Get("/a") }) == ["token"])
    #expect(
      try unbound(Contract("c", .header("A", "\(Self.token)")) { Get("/a") }) == ["token"])
  }

  @Test func `What a step or a trait further in overrides is not needed`() throws {
    #expect(
      try unbound(
        Contract("c", .auth(.bearer(Self.token)), .header("A", "\(Self.id)")) {
          Get("/a").auth(.none).header("a", nil)
          Get("/c").header(.authorization, "Other x").header("A", "1")
          Group("g", .header("A", "x"), .auth(.bearer("other"))) { Get("/b") }
        }) == [])
  }
}
