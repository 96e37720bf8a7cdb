extension SchemaCompiler {
  /// What is said about objects, but for `unevaluatedProperties`.
  mutating func addObjects(
    _ source: SchemaSource, to node: inout SchemaNode
  ) throws(JSONSchemaError) {
    var rule = SchemaObjectRule()
    var names = SchemaMemberNames()
    let vocabularies = source.dialect.vocabularies
    if vocabularies.contains(.validation) {
      rule.fewest = try source.count("minProperties") ?? 0
      rule.most = try source.count("maxProperties") ?? Int.max
      if let value = source["required"] {
        for name in try source.names("required", value) { _ = names.number(of: name) }
      }
      rule.requiredCount = names.remembered.count
    }
    var dependents: [SchemaDependent] = []
    if vocabularies.contains(.applicator) {
      try addMembers(source, to: &rule, &names)
      if source.draft >= .draft2019 {
        for member in try source.members("dependentSchemas") {
          dependents.append(
            try dependent(source, member, keyword: "dependentSchemas", &names))
        }
      }
    }
    if source.draft >= .draft2019, vocabularies.contains(.validation) {
      for member in try source.members("dependentRequired") {
        dependents += try dependentNames(source, member, keyword: "dependentRequired", &names)
      }
    }
    // Later drafts took the keyword apart and let it be known.
    for member in try source.members("dependencies") {
      if member.value.kind == .array {
        dependents += try dependentNames(source, member, keyword: "dependencies", &names)
      } else if source.draft == .draft4, member.value.kind == .string {
        throw source.mistake("dependencies", member.value, expected: "a schema or an array")
      } else {
        dependents.append(try dependent(source, member, keyword: "dependencies", &names))
      }
    }
    rule.dependents = SchemaRange(
      first: Int32(program.dependents.count), count: Int32(dependents.count))
    program.dependents += dependents
    rule.firstName = Int32(program.names.count)
    program.names += names.remembered
    rule.table = program.addTable(names.entries)
    guard !rule.isEmpty else { return }
    node.object = Int32(program.objectRules.count)
    program.objectRules.append(rule)
  }

  private mutating func addMembers(
    _ source: SchemaSource, to rule: inout SchemaObjectRule, _ names: inout SchemaMemberNames
  ) throws(JSONSchemaError) {
    for member in try source.members("properties") {
      let name = member.name
      names.judge(
        name, by: try link(source, to: member.value, path: ["properties", name]))
    }
    var patterns: [SchemaPatternLink] = []
    for member in try source.members("patternProperties") {
      let pattern = try addPattern(
        member.name, at: "\(source.location)/patternProperties")
      let link = try link(source, to: member.value, path: ["patternProperties", member.name])
      patterns.append(SchemaPatternLink(pattern: pattern, link: link))
    }
    rule.patterns = SchemaRange(
      first: Int32(program.patternLinks.count), count: Int32(patterns.count))
    program.patternLinks += patterns
    if let value = source["additionalProperties"] {
      rule.additional = try link(source, to: value, path: ["additionalProperties"])
    }
    if source.draft >= .draft6, let value = source["propertyNames"] {
      rule.memberNames = try link(source, to: value, path: ["propertyNames"])
    }
  }

  private mutating func dependent(
    _ source: SchemaSource, _ member: JSONMember, keyword: String,
    _ names: inout SchemaMemberNames
  ) throws(JSONSchemaError) -> SchemaDependent {
    let name = member.name
    return SchemaDependent(
      trigger: names.number(of: name),
      demand: .link(try link(source, to: member.value, path: [keyword, name])),
      isHistoric: keyword == "dependencies")
  }

  private func dependentNames(
    _ source: SchemaSource, _ member: JSONMember, keyword: String,
    _ names: inout SchemaMemberNames
  ) throws(JSONSchemaError) -> [SchemaDependent] {
    let trigger = names.number(of: member.name)
    return try source.names(keyword, member.value).map { name in
      SchemaDependent(
        trigger: trigger, demand: .name(names.number(of: name)),
        isHistoric: keyword == "dependencies")
    }
  }
}

extension SchemaObjectRule {
  fileprivate var isEmpty: Bool {
    fewest == 0 && most == Int.max && table.isEmpty && patterns.isEmpty && additional < 0
      && memberNames < 0
  }
}
