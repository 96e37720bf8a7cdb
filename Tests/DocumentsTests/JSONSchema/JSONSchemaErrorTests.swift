import AccordDocuments
import Testing

struct JSONSchemaErrorTests {
  @Test(arguments: [
    ("[]", "#: expected a schema, which is an object or a boolean, found array"),
    (
      #"{"properties": {"a": {"minimum": "1"}}}"#,
      ##"#/properties/a/minimum: minimum has to be a number, found "1""##
    ),
    (
      #"{"type": "strin"}"#,
      "#/type: type has to be one of null, boolean, integer, number, string, array and object, "
        + #"or an array of them, found "strin""#
    ),
    (
      #"{"multipleOf": 0}"#, "#/multipleOf: multipleOf has to be a number above 0, found 0"
    ),
    (
      #"{"minLength": -1}"#,
      "#/minLength: minLength has to be a whole number that is not negative, found -1"
    ),
    (
      #"{"required": ["a", 1]}"#,
      ##"#/required: required has to be an array of strings, found ["a",1]"##
    ),
    (#"{"enum": "a"}"#, ##"#/enum: enum has to be an array, found "a""##),
    (#"{"uniqueItems": 1}"#, "#/uniqueItems: uniqueItems has to be true or false, found 1"),
    (#"{"properties": []}"#, "#/properties: properties has to be an object, found []"),
    (#"{"$ref": 1}"#, "#/$ref: $ref has to be a string, found 1"),
    (#"{"allOf": {}}"#, "#/allOf: allOf has to be an array of schemas, found {}"),
    (
      #"{"allOf": [true, 1]}"#,
      "#/allOf/1: expected a schema, which is an object or a boolean, found number"
    ),
    (
      #"{"items": [true]}"#,
      "#/items: items has to be a schema (an array is prefixItems now), found [true]"
    ),
    (
      #"{"pattern": "("}"#,
      "#/pattern: the pattern has a mistake: this \"(\" has no \")\"\n  (\n  ^"
    ),
    (
      #"{"items": {"$ref": "other.json#/a"}}"#,
      "#/items/$ref: the schema refers to other.json, which was not provided; nothing is fetched"
    ),
    (
      ##"{"$ref": "#/$defs/a", "$defs": {}}"##,
      "#/$ref: the reference #/$defs/a leads to no schema"
    ),
    (##"{"$ref": "#a"}"##, "#/$ref: the reference #a leads to no schema"),
    (
      #"{"$schema": "https://example.com/mine"}"#,
      "#: $schema names https://example.com/mine, which is no draft from 4 to 2020-12 and was not "
        + "provided"
    ),
    (
      #"{"$defs": {"a": {"$id": "x:1"}, "b": {"$id": "x:1"}}}"#,
      "#/$defs/a: two schemas of the document are identified by x:1"
    ),
    (
      #"{"$defs": {"a": {"$anchor": "x"}, "b": {"$dynamicAnchor": "x"}}}"#,
      "#/$defs/a: two schemas of the document are identified by #x"
    ),
    (##"{"$ref": "#"}"##, "#: the schema refers to itself without going into the value"),
    (
      ##"{"items": {"anyOf": [{"if": {"$ref": "#/items"}}]}}"##,
      "#/items: the schema refers to itself without going into the value"
    ),
    (
      ##"{"dependentSchemas": {"a": {"not": {"$ref": "#"}}}}"##,
      "#: the schema refers to itself without going into the value"
    ),
  ])
  func `A schema with a mistake is refused with the place`(
    schema: String, description: String
  ) throws {
    let document = try JSONDocument(parsing: schema)
    let error = #expect(throws: JSONSchemaError.self) { try JSONSchema(compiling: document) }
    #expect(error?.description == description)
  }

  @Test func `A pointer to nothing is an error`() throws {
    let document = try JSONDocument(parsing: #"{"definitions": {}}"#)
    let error = #expect(throws: JSONSchemaError.self) {
      try JSONSchema(compiling: document, at: JSONPointer("/definitions/user"))
    }
    #expect(error?.reason == .missingPointer("/definitions/user"))
  }

  @Test func `A vocabulary that must be known and is not is an error`() throws {
    var resources = SchemaResources()
    resources.add(
      try JSONDocument(
        parsing: #"""
          {"$schema": "https://json-schema.org/draft/2020-12/schema",
           "$vocabulary": {"https://example.com/vocabulary": true}}
          """#),
      from: "https://example.com/mine")
    let document = try JSONDocument(parsing: #"{"$schema": "https://example.com/mine"}"#)
    let error = #expect(throws: JSONSchemaError.self) {
      try JSONSchema(compiling: document, resources: resources)
    }
    #expect(
      error?.description
        == "#: the metaschema requires the unknown vocabulary https://example.com/vocabulary")
  }
}
