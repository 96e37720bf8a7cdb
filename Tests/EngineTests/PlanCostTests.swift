import AccordContract
import AccordEngine
import Testing

@Suite("What is judged on other threads")
struct PlanCostTests {
  private func isJudgedApart(_ statement: AccordContract.Expectation) throws -> Bool {
    try plan(Contract("c") { Get("/a").expect(200) { statement } }).steps[0].isJudgedApart
  }

  @Test(
    "A statement whose cost the server chooses is judged apart",
    arguments: [
      JSON("$..a", .any), JSON("$[?@.a == 1]", .any), JSON(["a": .unordered([1, 2])]),
      JSON(["a": .each(["b": .matches("x")])]), JSON(.optional(.schema(true))), JSONSchema(true),
      XML("//a", .any), XML(equals: "<a/>"), Capture(Variable("v"), .xpath("//a")),
      Capture(Variable("v"), .json("$..a")), Check("x") { _ in true },
    ])
  func apart(_ statement: AccordContract.Expectation) throws {
    #expect(try isJudgedApart(statement))
  }

  @Test(
    "A statement that reads the body once is judged where it came",
    arguments: [
      JSON(["a": .each(["b": .integer])]), JSON("$.a[*].b", .each(.string)), JSON(.matches("x")),
      Text(.matches("x")), Header(.location, .matches("x")), NoBody(), Within(.seconds(1)),
      Capture(Variable("v"), .json("$.a")), Body(.count(1...)),
    ])
  func here(_ statement: AccordContract.Expectation) throws {
    #expect(try !isJudgedApart(statement))
  }
}
