import AccordDocuments
import Testing

struct SchemaViolationTests {
  /// A schema, a value, and what is said about it.
  struct Case: Sendable, CustomTestStringConvertible {
    var schema: String
    var value: String
    var descriptions: [String]
    var draft = SchemaDraft.draft2020

    var testDescription: String { "\(schema) \(value)" }
  }

  static let cases = [
    Case(
      schema: #"{"type": "integer"}"#, value: #""7""#,
      descriptions: [#"$: expected an integer, found "7""#]),
    Case(
      schema: #"{"type": ["null", "string", "object"]}"#, value: "1.5",
      descriptions: ["$: expected null, a string or an object, found 1.5"]),
    Case(
      schema: #"{"const": {"a": [1, 2]}}"#, value: #"{"a": [2, 1]}"#,
      descriptions: [#"$: expected {"a":[1,2]}, found {"a":[2,1]}"#]),
    Case(
      schema: #"{"enum": ["a", 1, null]}"#, value: "true",
      descriptions: [#"$: expected one of "a", 1, null, found true"#]),
    Case(
      schema: #"{"minimum": 1, "multipleOf": 0.5}"#, value: "0.7",
      descriptions: [
        "$: expected at least 1, found 0.7", "$: expected a multiple of 0.5, found 0.7",
      ]),
    Case(
      schema: #"{"exclusiveMinimum": 1, "maximum": 0}"#, value: "1",
      descriptions: ["$: expected more than 1, found 1", "$: expected at most 0, found 1"]),
    Case(
      schema: #"{"maximum": 1, "exclusiveMaximum": true}"#, value: "1",
      descriptions: ["$: expected less than 1, found 1"], draft: .draft4),
    Case(
      schema: #"{"minLength": 2}"#, value: #""\ud83d\ude42""#,
      descriptions: [#"$: expected at least 2 characters, found "\ud83d\ude42""#]),
    Case(
      schema: #"{"maxLength": 1, "pattern": "^b"}"#, value: #""aé""#,
      descriptions: [
        #"$: expected at most 1 character, found "aé""#,
        #"$: expected a match of the pattern ^b, found "aé""#,
      ]),
    Case(
      schema: #"{"format": "ipv4"}"#, value: #""1.2.3""#,
      descriptions: [#"$: expected the format ipv4, found "1.2.3""#]),
    Case(
      schema: #"{"minItems": 3, "uniqueItems": true, "items": {"type": "string"}}"#,
      value: #"[1, 1.0]"#,
      descriptions: [
        "$: expected at least 3 elements, found [1,1.0]",
        "$[0]: expected a string, found 1", "$[1]: expected a string, found 1.0",
        "$: expected no equal elements, but [0] and [1] are equal, found [1,1.0]",
      ]),
    Case(
      schema: #"{"maxItems": 0, "contains": {"const": 2}, "maxContains": 1}"#, value: "[2, 2]",
      descriptions: [
        "$: expected at most 0 elements, found [2,2]",
        "$: expected 1 to 1 element that fit, but 2 do, found [2,2]",
      ]),
    Case(
      schema: #"{"contains": {"const": 2}, "minContains": 2}"#, value: "[2]",
      descriptions: ["$: expected at least 2 elements that fit, but 1 do, found [2]"]),
    Case(
      schema: #"{"required": ["a", "b\"c"], "minProperties": 1}"#, value: "{}",
      descriptions: [
        "$: expected at least 1 member, found {}", #"$: expected a member "a", found {}"#,
        #"$: expected a member "b\"c", found {}"#,
      ]),
    Case(
      schema: #"{"dependentRequired": {"a": ["b"]}, "maxProperties": 0}"#, value: #"{"a": 1}"#,
      descriptions: [
        #"$: expected at most 0 members, found {"a":1}"#,
        #"$: expected a member "b" beside "a", found {"a":1}"#,
      ]),
    Case(
      schema: #"{"properties": {"a": {}}, "additionalProperties": false}"#,
      value: #"{"a": 1, "b": [2]}"#,
      descriptions: ["$.b: expected no member but those that the schema names, found [2]"]),
    Case(
      schema: #"{"propertyNames": {"maxLength": 1}}"#, value: #"{"a": 1, "bc": 2}"#,
      descriptions: [#"$.bc: expected at most 1 character, found "bc""#]),
    Case(
      schema: #"{"not": {"type": "null"}}"#, value: "null",
      descriptions: [#"$: expected a value that the schema under "not" refuses, found null"#]),
    Case(
      schema: #"{"oneOf": [{"type": "null"}, true, {"minimum": 0}]}"#, value: "1",
      descriptions: ["$: expected exactly one schema to hold, found 1; these do: oneOf/1, oneOf/2"]),
    Case(
      schema: #"{"anyOf": [{"type": "string"}, {"required": ["a"]}]}"#, value: "{}",
      descriptions: [
        "$: expected one of 2 schemas to hold, found {}; anyOf/1 comes closest: "
          + #"$: expected a member "a", found {}"#
      ]),
    Case(
      schema: #"{"pattern": "^(a|a|b?\\1)*$"}"#, value: "\"\(String(repeating: "a", count: 64))c\"",
      descriptions: [
        "$: expected a verdict, but a pattern gave none: no verdict within 1008320 steps: the "
          + "pattern backtracks too much on this text, found "
          + "\"\(String(repeating: "a", count: 64))c\""
      ]),
  ]

  @Test(arguments: cases)
  func `Every violation says what was expected, what came, and where`(_ check: Case) throws {
    let schema = try JSONSchema(
      compiling: JSONDocument(parsing: check.schema),
      options: SchemaOptions(defaultDraft: check.draft, formats: .assertion))
    let value = try JSONDocument(parsing: check.value).root
    #expect(schema.validate(value).map(\.description) == check.descriptions)
    #expect(!schema.accepts(value))
  }

  @Test func `A violation tells the way to the keyword, and where the keyword is written`() throws {
    let schema = try JSONSchema(
      compiling: JSONDocument(
        parsing: ##"""
          {"$id": "https://example.com/a/order.json",
           "properties": {"first item": {"$ref": "#/$defs/item"}},
           "$defs": {"item": {"$id": "item.json", "allOf": [true, {"items": {"type": "string"}}]}}}
          """##))
    let value = try JSONDocument(parsing: #"{"first item": ["a", 2]}"#).root
    let violation = try #require(schema.validate(value).first)
    #expect(violation.instanceLocation.pointer.description == "/first item/1")
    #expect(violation.found.number == JSONNumber(2))
    #expect(violation.keyword == "type")
    #expect(
      violation.keywordLocation.description == "/properties/first item/$ref/allOf/1/items/type")
    #expect(
      violation.absoluteKeywordLocation
        == "https://example.com/a/item.json#/allOf/1/items/type")
  }

  @Test func `The keyword of a schema that is false is the one that applies it`() throws {
    let schema = try JSONSchema(
      compiling: JSONDocument(parsing: #"{"patternProperties": {"^x": false}}"#))
    let violation = try #require(
      schema.validate(try JSONDocument(parsing: #"{"xy": 1}"#).root).first)
    #expect(violation.keyword == "patternProperties")
    #expect(violation.keywordLocation.description == "/patternProperties/^x")
    #expect(violation.absoluteKeywordLocation == "#/patternProperties/%5Ex")
    let never = try JSONSchema(compiling: JSONDocument(parsing: "false"))
    #expect(never.validate(try JSONDocument(parsing: "1").root).map(\.keyword) == [""])
  }

  @Test func `A value inside of a document is judged alone, and its place told from the root`()
    throws
  {
    let schema = try JSONSchema(compiling: JSONDocument(parsing: #"{"items": {"type": "null"}}"#))
    let document = try JSONDocument(parsing: #"{"a": {"b": [null, 1]}, "c": 1}"#)
    let value = try #require(try JSONPointer("/a/b").evaluate(in: document.root))
    #expect(schema.validate(value).map(\.instanceLocation.description) == ["$.a.b[1]"])
  }

  @Test(arguments: [
    (#"{"kind": "circle", "radius": "1"}"#, 0), (#"{"kind": "square"}"#, 1),
    (#"{"kind": "square", "side": -1}"#, 1), (#"{"radius": 1}"#, 0), (#"7"#, 2), (#"[]"#, 0),
  ])
  func `The closest branch is the one whose kind fits`(value: String, branch: Int) throws {
    let schema = try JSONSchema(
      compiling: JSONDocument(
        parsing: #"""
          {"oneOf": [
            {"type": ["object", "array"], "minItems": 1, "required": ["kind", "radius"],
             "properties": {"kind": {"const": "circle"}, "radius": {"type": "number"}}},
            {"type": "object", "required": ["kind", "side", "color"],
             "properties": {"kind": {"const": "square"}, "side": {"minimum": 0}}},
            {"type": "number", "minimum": 10}]}
          """#))
    let violations = schema.validate(try JSONDocument(parsing: value).root)
    let closest = try #require(violations.first?.expectation.closest)
    #expect(violations.count == 1)
    #expect(closest.index == branch)
    #expect(!closest.violations.isEmpty)
  }

  @Test func `What a failed part would have evaluated is not reported once more`() throws {
    let schema = try JSONSchema(
      compiling: JSONDocument(
        parsing: #"""
          {"allOf": [{"properties": {"a": {"type": "string"}}}], "unevaluatedProperties": false}
          """#))
    let value = try JSONDocument(parsing: #"{"a": 1, "b": 2}"#).root
    #expect(
      schema.validate(value).map(\.description) == [
        "$.a: expected a string, found 1",
        "$.b: expected no member but those that the schema names, found 2",
      ])
  }
}
