extension SchemaReport {
  /// The keyword behind a demand, and for some what is named below it; none for the schema `false`.
  func keywords(of demand: SchemaDemand) -> [String] {
    switch demand {
    case .nothing: []
    case .type: ["type"]
    case .values(let rule): [judge.program.valueRules[rule].isConstant ? "const" : "enum"]
    case .minimum: ["minimum"]
    case .exclusiveMinimum: ["exclusiveMinimum"]
    case .maximum: ["maximum"]
    case .exclusiveMaximum: ["exclusiveMaximum"]
    case .multipleOf: ["multipleOf"]
    case .shortest: ["minLength"]
    case .longest: ["maxLength"]
    case .pattern: ["pattern"]
    case .format: ["format"]
    case .fewestElements: ["minItems"]
    case .mostElements: ["maxItems"]
    case .unique: ["uniqueItems"]
    case .contained(let found, let fewest, _): containedKeyword(found, fewest)
    case .fewestMembers: ["minProperties"]
    case .mostMembers: ["maxProperties"]
    case .required: ["required"]
    case .dependent(_, let trigger, let isHistoric):
      [isHistoric ? "dependencies" : "dependentRequired", judge.program.names[trigger]]
    case .any: ["anyOf"]
    case .one: ["oneOf"]
    case .not: ["not"]
    case .obstacle: []
    }
  }

  private func containedKeyword(_ found: Int, _ fewest: Int) -> [String] {
    if found >= fewest { return ["maxContains"] }
    return [fewest == 1 ? "contains" : "minContains"]
  }
}
