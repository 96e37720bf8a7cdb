import AccordDocuments
import Testing

@testable import struct AccordDocuments.SchemaURI

struct SchemaReferenceTests {
  /// RFC 3986 section 5.4.
  @Test(arguments: [
    ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
    ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"),
    ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q"), ("", "http://a/b/c/d;p?q"),
    (".", "http://a/b/c/"), ("..", "http://a/b/"), ("../g", "http://a/b/g"),
    ("../..", "http://a/"), ("../../../g", "http://a/g"), ("/./g", "http://a/g"),
    ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), ("..g", "http://a/b/c/..g"),
    ("./g/.", "http://a/b/c/g/"), ("g/../h", "http://a/b/c/h"),
    ("g?y/../x", "http://a/b/c/g?y/../x"),
  ])
  func `A reference is resolved as the standard's examples say`(
    reference: String, result: String
  ) {
    let base = SchemaURI("http://a/b/c/d;p?q")
    #expect(SchemaURI(reference).resolved(against: base).withoutFragment == result)
  }

  @Test func `A schema is found by a pointer into a document that is no schema`() throws {
    let document = try JSONDocument(
      parsing: ##"""
        {"components": {"schemas": {
          "user": {"properties": {"pet": {"$ref": "#/components/schemas/pet"}}},
          "pet": {"required": ["name"]}}}}
        """##)
    let schema = try JSONSchema(compiling: document, at: JSONPointer("/components/schemas/user"))
    let value = try JSONDocument(parsing: #"{"pet": {}}"#).root
    #expect(
      schema.validate(value).map(\.absoluteKeywordLocation) == [
        "#/components/schemas/pet/required"
      ])
  }

  @Test func `A document is found by where it came from and by its identifier`() throws {
    var resources = SchemaResources()
    resources.add(
      try JSONDocument(parsing: #"{"$id": "https://example.com/id.json", "type": "string"}"#),
      from: "file:///schemas/common.json")
    for reference in ["common.json", "https://example.com/id.json"] {
      let schema = try JSONSchema(
        compiling: JSONDocument(parsing: #"{"items": {"$ref": "\#(reference)"}}"#),
        resources: resources,
        options: SchemaOptions(baseURI: "file:///schemas/api.json"))
      #expect(schema.accepts(try JSONDocument(parsing: #"["a"]"#).root))
      #expect(!schema.accepts(try JSONDocument(parsing: "[1]").root))
    }
  }

  @Test func `A document that does not say its draft is read by the draft of who refers to it`()
    throws
  {
    var resources = SchemaResources()
    resources.add(try JSONDocument(parsing: #"{"items": [{"type": "string"}]}"#), from: "x:list")
    let schema = try JSONSchema(
      compiling: JSONDocument(
        parsing: #"{"$schema": "http://json-schema.org/draft-07/schema#", "$ref": "x:list"}"#),
      resources: resources)
    #expect(schema.accepts(try JSONDocument(parsing: #"["a", 1]"#).root))
    #expect(!schema.accepts(try JSONDocument(parsing: "[1]").root))
  }

  @Test(arguments: SchemaDraft.allCases)
  func `The drafts' own metaschemas are there, hold by themselves, and refuse mistakes`(
    draft: SchemaDraft
  ) throws {
    let schema = try JSONSchema(
      compiling: JSONDocument(
        parsing: #"{"$schema": "\#(draft.metaschema)", "$ref": "\#(draft.metaschema)"}"#))
    let valid = try JSONDocument(parsing: #"{"type": "string", "properties": {"a": {}}}"#).root
    #expect(schema.validate(valid).map(\.description) == [])
    let invalid = try JSONDocument(parsing: #"{"properties": {"a": {"minLength": "1"}}}"#).root
    let violations = schema.validate(invalid)
    #expect(violations.map(\.instanceLocation.description) == ["$.properties.a.minLength"])
    #expect(!schema.accepts(invalid))
  }

  @Test func `A draft is found by its name`() {
    #expect(SchemaDraft(name: "2020-12") == .draft2020)
    #expect(SchemaDraft(name: "2019") == .draft2019)
    #expect(SchemaDraft(name: "7") == .draft7)
    #expect(SchemaDraft(name: "5") == nil)
  }
}
