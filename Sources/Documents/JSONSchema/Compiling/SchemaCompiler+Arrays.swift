extension SchemaCompiler {
  /// What is said about arrays, but for `unevaluatedItems`.
  mutating func addArrays(
    _ source: SchemaSource, to node: inout SchemaNode
  ) throws(JSONSchemaError) {
    var rule = SchemaArrayRule()
    let vocabularies = source.dialect.vocabularies
    if vocabularies.contains(.validation) {
      rule.fewest = try source.count("minItems") ?? 0
      rule.most = try source.count("maxItems") ?? Int.max
      rule.isUnique = try source.boolean("uniqueItems") ?? false
    }
    if vocabularies.contains(.applicator) {
      try addElements(source, to: &rule)
      if source.draft >= .draft6, let value = source["contains"] {
        rule.contained = try link(source, to: value, path: ["contains"])
        rule.containedIsEvaluated = source.draft >= .draft2020
        if source.draft >= .draft2019, vocabularies.contains(.validation) {
          rule.fewestContained = try source.count("minContains") ?? 1
          rule.mostContained = try source.count("maxContains") ?? Int.max
        }
      }
    }
    guard !rule.isEmpty else { return }
    node.array = Int32(program.arrayRules.count)
    program.arrayRules.append(rule)
  }

  private mutating func addElements(
    _ source: SchemaSource, to rule: inout SchemaArrayRule
  ) throws(JSONSchemaError) {
    if source.draft >= .draft2020 {
      if let value = source["prefixItems"] {
        rule.prefix = try links(source, "prefixItems", value)
      }
      guard let value = source["items"] else { return }
      guard value.kind != .array else {
        throw source.mistake("items", value, expected: "a schema (an array is prefixItems now)")
      }
      rule.rest = try link(source, to: value, path: ["items"])
      return
    }
    guard let value = source["items"] else { return }
    guard value.kind == .array else {
      rule.rest = try link(source, to: value, path: ["items"])
      return
    }
    rule.prefix = try links(source, "items", value)
    // Beside an `items` that is one schema, `additionalItems` does not count.
    if let rest = source["additionalItems"] {
      rule.rest = try link(source, to: rest, path: ["additionalItems"])
    }
  }
}
