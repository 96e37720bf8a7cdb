extension SchemaCompiler {
  /// What is applied to the same value.
  mutating func addApplicators(
    _ source: SchemaSource, to node: inout SchemaNode
  ) throws(JSONSchemaError) {
    var applicators: [SchemaApplicator] = []
    if let reference = try source.string("$ref") {
      let place = try target(of: reference, from: source, keyword: "$ref")
      applicators.append(.reference(link(to: place, path: ["$ref"])))
      if source.draft <= .draft7 {
        add(applicators, to: &node)
        return
      }
    }
    if source.draft == .draft2019, let reference = try source.string("$recursiveRef") {
      applicators.append(try recursiveReference(reference, from: source))
    }
    if source.draft >= .draft2020, let reference = try source.string("$dynamicRef") {
      applicators.append(try dynamicReference(reference, from: source))
    }
    if source.dialect.vocabularies.contains(.applicator) {
      if let value = source["allOf"] {
        applicators.append(.all(try links(source, "allOf", value)))
      }
      if let value = source["anyOf"] {
        applicators.append(.any(try links(source, "anyOf", value)))
      }
      if let value = source["oneOf"] {
        applicators.append(.one(try links(source, "oneOf", value)))
      }
      if let value = source["not"] {
        applicators.append(.not(try link(source, to: value, path: ["not"])))
      }
      if source.draft >= .draft7, let test = source["if"] {
        applicators.append(try conditional(source, test))
      }
    }
    add(applicators, to: &node)
  }

  private mutating func conditional(
    _ source: SchemaSource, _ test: JSONNode
  ) throws(JSONSchemaError) -> SchemaApplicator {
    let test = try link(source, to: test, path: ["if"])
    var branches: [Int32] = []
    for keyword in ["then", "else"] {
      guard let value = source[keyword] else {
        branches.append(-1)
        continue
      }
      branches.append(try link(source, to: value, path: [keyword]))
    }
    return .conditional(test: test, then: branches[0], otherwise: branches[1])
  }

  private mutating func add(_ applicators: [SchemaApplicator], to node: inout SchemaNode) {
    node.applicators = SchemaRange(
      first: Int32(program.applicators.count), count: Int32(applicators.count))
    program.applicators += applicators
  }
}
