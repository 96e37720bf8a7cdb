import AccordDocuments
import Testing

/// Schemas and values that ask for more than there is.
@Suite(.timeLimit(.minutes(5)))
struct SchemaBoundsTests {
  /// A list in a list and so on, with something at the end.
  private static func nested(_ depth: Int, around end: String) -> String {
    String(repeating: "[", count: depth) + end + String(repeating: "]", count: depth)
  }

  private static let tree = ##"""
    {"$ref": "#/$defs/tree",
     "$defs": {"tree": {"anyOf": [{"type": "integer"}, {"allOf": [{"items": {"$ref": "#"}}]}]}}}
    """##

  @Test func `A value of the standard depth is judged by a schema that refers to itself`() throws {
    let schema = try JSONSchema(compiling: JSONDocument(parsing: Self.tree))
    #expect(schema.accepts(try JSONDocument(parsing: Self.nested(512, around: "1")).root))
    let leaf = try JSONSchema(
      compiling: JSONDocument(
        parsing: ##"{"items": {"$ref": "#"}, "not": {"type": "string"}}"##))
    let value = try JSONDocument(parsing: Self.nested(512, around: #""a""#)).root
    #expect(!leaf.accepts(value))
    #expect(leaf.validate(value).map(\.instanceLocation.steps.count) == [512])
  }

  @Test func `A value that is deeper than any stack has no verdict`() throws {
    let schema = try JSONSchema(
      compiling: JSONDocument(parsing: ##"{"items": {"$ref": "#"}}"##))
    let value = try JSONDocument(
      parsing: Self.nested(100_000, around: "1"), limits: .anyDepth
    ).root
    #expect(!schema.accepts(value))
    let violation = try #require(schema.validate(value).first)
    guard case .verdict(.depth) = violation.expectation else {
      Issue.record("\(violation)")
      return
    }
  }

  @Test func `No verdict does not become a pass under not`() throws {
    let schema = try JSONSchema(
      compiling: JSONDocument(parsing: #"{"not": {"pattern": "^(a|a|b?\\1)*$"}}"#))
    let value = try JSONDocument(parsing: "\"\(String(repeating: "a", count: 64))c\"").root
    #expect(!schema.accepts(value))
    #expect(schema.validate(value).count == 1)
  }

  @Test func `A dynamic reference that never goes into the value has no verdict`() throws {
    let schema = try JSONSchema(
      compiling: JSONDocument(
        parsing: ##"""
          {"$id": "x:outer", "$dynamicAnchor": "a", "anyOf": [{"$ref": "x:inner"}],
           "$defs": {"b": {"$id": "x:inner", "$ref": "#c",
             "$defs": {"c": {"$anchor": "c", "$dynamicRef": "#a"},
                       "d": {"$dynamicAnchor": "a"}}}}}
          """##))
    let value = try JSONDocument(parsing: "1").root
    #expect(!schema.accepts(value))
    let violations = schema.validate(value)
    #expect(violations.last?.expectation.description.hasPrefix("expected a verdict") == true)
  }

  @Test func `Work that doubles with each level ends without a verdict`() throws {
    let schema = try JSONSchema(
      compiling: JSONDocument(
        parsing: ##"""
          {"anyOf": [{"items": {"$ref": "#"}, "minItems": 1},
                     {"items": {"$ref": "#"}, "maxItems": 1}], "not": {"type": "null"}}
          """##))
    let value = try JSONDocument(parsing: Self.nested(60, around: "null")).root
    #expect(!schema.accepts(value))
    let violations = schema.validate(value)
    #expect(violations.last?.expectation.description.hasPrefix("expected a verdict") == true)
  }

  @Test func `Of very many violations the first are kept`() throws {
    let schema = try JSONSchema(
      compiling: JSONDocument(parsing: #"{"items": {"type": "string"}}"#))
    let value = try JSONDocument(
      parsing: "[\(Array(repeating: "1", count: 150_000).joined(separator: ","))]"
    ).root
    let violations = schema.validate(value)
    #expect(violations.count == 100_001)
    #expect(violations[99_999].instanceLocation.description == "$[99999]")
    #expect(violations.last?.expectation.description.hasPrefix("expected a verdict") == true)
  }

  @Test func `Elements are told apart in time that grows with their number`() throws {
    let schema = try JSONSchema(compiling: JSONDocument(parsing: #"{"uniqueItems": true}"#))
    let elements = (0..<30_000).map { #"{"id": \#($0), "tags": ["a", 1]}"# }
    let unique = try JSONDocument(parsing: "[\(elements.joined(separator: ","))]").root
    #expect(schema.accepts(unique))
    let same = elements + [#"{"tags": ["\u0061", 1.0], "id": 7e0}"#]
    let value = try JSONDocument(parsing: "[\(same.joined(separator: ","))]").root
    guard case .uniqueElements(7, 30_000)? = schema.validate(value).first?.expectation else {
      Issue.record("the two equal elements were not found")
      return
    }
  }

  @Test func `Elements that differ deep inside are told apart as fast`() throws {
    let schema = try JSONSchema(compiling: JSONDocument(parsing: #"{"uniqueItems": true}"#))
    let elements = (0..<5_000).map { Self.nested(20, around: "{\"a\": \($0)}") }
    let value = try JSONDocument(parsing: "[\(elements.joined(separator: ","))]").root
    #expect(schema.accepts(value))
  }

  @Test func `A schema of many names and references compiles and judges`() throws {
    let names = (0..<3_000).map { "n\($0)" }
    let properties = names.map { ##""\##($0)": {"$ref": "#/$defs/\##($0)"}"## }
    let definitions = names.map { #""\#($0)": {"type": "integer"}"# }
    let required = names.map { #""\#($0)""# }
    let schema = try JSONSchema(
      compiling: JSONDocument(
        parsing: #"""
          {"properties": {\#(properties.joined(separator: ","))},
           "required": [\#(required.joined(separator: ","))], "additionalProperties": false,
           "$defs": {\#(definitions.joined(separator: ","))}}
          """#))
    let members = names.map { #""\#($0)": 1"# }
    #expect(
      schema.accepts(try JSONDocument(parsing: "{\(members.joined(separator: ","))}").root))
    let without = members.dropFirst(2_999).joined(separator: ",")
    let violations = schema.validate(try JSONDocument(parsing: "{\(without), \"x\": 1}").root)
    #expect(violations.count == 3_000)
  }
}
