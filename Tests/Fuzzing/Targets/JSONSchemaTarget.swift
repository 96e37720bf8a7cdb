import AccordDocuments

/// JSON Schema: a schema and a value, in every draft.
func testJSONSchema(_ input: FuzzInput) {
  let (first, second) = input.halves
  guard let document = try? JSONDocument(parsing: first) else { return }
  let value = (try? JSONDocument(parsing: second))?.root ?? document.root
  // Both ways to read `format` have their turn, and one input always has the same.
  let formats: SchemaOptions.Formats =
    input.bytes.count.isMultiple(of: 2) ? .assertion : .annotation
  for draft in SchemaDraft.allCases {
    do throws(JSONSchemaError) {
      let schema = try JSONSchema(
        compiling: document, options: SchemaOptions(defaultDraft: draft, formats: formats))
      judge(value, by: schema)
    } catch {
      require(error.location.contains("#"), "an error has a place")
      require(!error.description.isEmpty, "an error has words")
    }
  }
}

private func judge(_ value: JSONNode, by schema: JSONSchema) {
  let violations = schema.validate(value)
  require(schema.accepts(value) == violations.isEmpty, "both ways of judging agree")
  let hasUniqueNames = value.hasUniqueNames
  for violation in violations.prefix(50) {
    require(!violation.description.isEmpty, "a violation has words")
    require(
      !hasUniqueNames || violation.instanceLocation.pointer.evaluate(in: value) != nil,
      "a violation's place leads to a value")
    require(violation.absoluteKeywordLocation.contains("#"), "a violation names its keyword")
  }
}
