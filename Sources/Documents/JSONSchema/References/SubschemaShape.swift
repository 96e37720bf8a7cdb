/// How a keyword's value holds schemas.
enum SubschemaShape {
  /// The value is a schema.
  case one
  /// The value is an array of schemas.
  case list
  /// The value is an object, each of whose members is a schema.
  case map
  /// The value is a schema or an array of schemas: `items` until 2019-09.
  case oneOrList
  /// The value is an object, each of whose members is a schema or an array of names.
  case mapOfSchemasOrNames

  /// The shape of a keyword in a draft; nil for a keyword that holds no schemas.
  ///
  /// What stands in other keywords' values, such as `enum`, is no schema however much it looks like
  /// one: an `$id` in it identifies nothing.
  init?(_ keyword: String, in draft: SchemaDraft) {
    switch keyword {
    case "properties", "patternProperties", "definitions": self = .map
    case "additionalProperties", "not": self = .one
    case "allOf", "anyOf", "oneOf": self = .list
    case "dependencies": self = .mapOfSchemasOrNames
    case "items": self = draft < .draft2020 ? .oneOrList : .one
    case "additionalItems" where draft < .draft2020: self = .one
    case "propertyNames" where draft >= .draft6, "contains" where draft >= .draft6: self = .one
    case "if" where draft >= .draft7, "then" where draft >= .draft7, "else" where draft >= .draft7:
      self = .one
    case "$defs" where draft >= .draft2019, "dependentSchemas" where draft >= .draft2019:
      self = .map
    case "unevaluatedItems" where draft >= .draft2019,
      "unevaluatedProperties" where draft >= .draft2019,
      "contentSchema" where draft >= .draft2019:
      self = .one
    case "prefixItems" where draft >= .draft2020: self = .list
    default: return nil
    }
  }

  /// The schemas in a value of this shape; what does not fit the shape is left out.
  func schemas(in value: JSONNode) -> [JSONNode] {
    let candidates: [JSONNode] =
      switch self {
      case .one: [value]
      case .list: Array(value.elements)
      case .map, .mapOfSchemasOrNames: value.members.map(\.value)
      case .oneOrList: value.kind == .array ? Array(value.elements) : [value]
      }
    return candidates.filter { $0.kind == .object || $0.kind == .boolean }
  }
}
