import AccordContract
import AccordEngine
import Testing

struct JudgeSchemaTests {
  private func places(
    _ body: String, @ExpectationBuilder _ statements: () -> [AccordContract.Expectation]
  ) throws -> [String] {
    try judge(Get("/a").expect(200, statements), response(200, [], body)).places
  }

  @Test func `Every violation is told with its place in the body`() throws {
    let schema: SchemaSource = [
      "required": ["a"], "properties": ["b": ["items": ["type": "integer"]]],
    ]
    #expect(try places(#"{"a": 1, "b": [1, 2]}"#) { JSONSchema(schema) } == [])
    #expect(
      try places(#"{"b": [1, "x", null]}"#) { JSONSchema(schema) } == ["$.b[1]", "$.b[2]", "$"])
    #expect(try places("{") { JSONSchema(schema) } == ["body"])
  }

  @Test func `In a pattern the places go on from where the pattern stands`() throws {
    let point: JSONPattern = .schema(["additionalProperties": ["type": "number"]])
    let body = #"{"p": {"x": 1, "y": "2"}, "l": [{"x": "1"}, {"z": 1}]}"#
    #expect(
      try places(body) { JSON(["p": point, "l": .each(point)]) } == ["$.p.y", "$.l[0].x"])
    #expect(try places(body) { JSON("$.l[0]", point) } == ["$.l[0].x"])
    #expect(try places(body) { JSON("$.l[*]", .each(point)) } == ["$.l[*][0].x"])
    #expect(try places(body) { JSON(["p": .not(point), "l": .contains(point)]) } == [])
    #expect(try places(body) { JSON(["q": .optional(point)]) } == [])
    #expect(try places(body) { JSON(["q": point]) } == ["$.q"])
  }

  @Test func `Formats and older drafts are what the word says`() throws {
    let mail: SchemaSource = ["format": "email"]
    #expect(try places(#""x""#) { JSONSchema(mail) } == [])
    #expect(try places(#""x""#) { JSONSchema(mail, formats: .assertion) } == ["$"])
    let more: SchemaSource = ["minimum": 3, "exclusiveMinimum": true]
    #expect(try places("3") { JSONSchema(more, draft: .draft4) } == ["$"])
    #expect(problems(Contract("c") { Get("/a").expect(200) { JSONSchema(more) } }).count == 1)
  }

  @Test func `A pattern without an answer within its bounds has no verdict`() throws {
    let schema = SchemaSource.literal(["pattern": #"^(a*)*\1+b"#])
    let body = "\"\(String(repeating: "a", count: 30_000))\""
    for statement in [JSONSchema(schema), JSON(.not(.schema(schema)))] {
      let judgement = try judge(Get("/a").expect(200) { statement }, response(200, [], body))
      guard case .pattern(.schema) = judgement.problem else {
        Issue.record("no verdict was expected, and there is \(judgement.places)")
        return
      }
      #expect(judgement.places == [])
    }
  }

  @Test func `A demand that is certainly not met fails, whatever else there is no verdict on`()
    throws
  {
    let text = String(repeating: "a", count: 30_000)
    let schema = SchemaSource.literal([
      "properties": ["p": ["pattern": #"^(a*)*\1+b"#], "q": ["type": "integer"]]
    ])
    let judgement = try judge(
      Get("/a").expect(200) { JSONSchema(schema) },
      response(200, [], #"{"p": "\#(text)", "q": "x"}"#))
    #expect(judgement.problem == nil)
    #expect(judgement.places == ["$.q"])
    let many = "[" + Array(repeating: "1", count: 100_100).joined(separator: ",") + "]"
    let most = try judge(
      Get("/a").expect(200) { JSONSchema(["items": ["type": "string"]]) }, response(200, [], many))
    #expect(most.problem == nil && most.places.count == 20)
  }

  @Test func `Places do not cost more the further inside a value is`() throws {
    // Quadratic, this would take hours.
    let body = "[" + Array(repeating: "0", count: 100_000).joined(separator: ",") + "]"
    let judgement = try judge(
      Get("/a").expect(200) { JSON(.each(.schema(["type": "string"]))) }, response(200, [], body))
    #expect(judgement.places.prefix(2) == ["$[0]", "$[1]"])
    #expect(judgement.findings.last?.furtherCount == 100_000 - 20)
  }
}
