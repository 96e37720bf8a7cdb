/// A schema as it is written, while it is compiled.
struct SchemaSource {
  let place: SchemaPlace
  let node: JSONNode
  /// The number of its resource.
  let resource: Int
  let dialect: SchemaDialect
  /// What errors tell the place by: the resource's URI and root.
  let uri: String
  let root: JSONNode

  /// Where the schema is, for errors.
  var location: String { "\(uri)#\(node.location(from: root).pointer.uriFragment)" }

  var draft: SchemaDraft { dialect.draft }

  /// The value of a keyword; nil if the schema does not have it.
  subscript(keyword: String) -> JSONNode? { node.member(keyword) }

  /// The place of a value inside of the schema.
  func place(of value: JSONNode) -> SchemaPlace {
    SchemaPlace(document: place.document, index: value.index)
  }

  /// The mistake of a keyword whose value is not what it has to be.
  func mistake(_ keyword: String, _ value: JSONNode, expected: String) -> JSONSchemaError {
    JSONSchemaError(
      reason: .badValue(keyword: keyword, expected: expected, found: value.excerpt(limit: 60)),
      location: "\(location)/\(keyword)")
  }

  /// A number that is a keyword's value.
  func number(_ keyword: String) throws(JSONSchemaError) -> JSONNumber? {
    guard let value = self[keyword] else { return nil }
    guard let number = value.number else { throw mistake(keyword, value, expected: "a number") }
    return number
  }

  /// A count that is a keyword's value; `1.0` is one.
  func count(_ keyword: String) throws(JSONSchemaError) -> Int? {
    guard let value = self[keyword] else { return nil }
    guard let number = value.number, number.isInteger, number >= JSONNumber(0) else {
      throw mistake(keyword, value, expected: "a whole number that is not negative")
    }
    // Nothing can have more than this.
    return number.intValue ?? Int.max
  }

  /// A string that is a keyword's value.
  func string(_ keyword: String) throws(JSONSchemaError) -> String? {
    guard let value = self[keyword] else { return nil }
    guard let string = value.string else { throw mistake(keyword, value, expected: "a string") }
    return string
  }

  /// A boolean that is a keyword's value.
  func boolean(_ keyword: String) throws(JSONSchemaError) -> Bool? {
    guard let value = self[keyword] else { return nil }
    guard let boolean = value.boolean else {
      throw mistake(keyword, value, expected: "true or false")
    }
    return boolean
  }

  /// The members of an object that is a keyword's value.
  func members(_ keyword: String) throws(JSONSchemaError) -> [JSONMember] {
    guard let value = self[keyword] else { return [] }
    guard value.kind == .object else { throw mistake(keyword, value, expected: "an object") }
    return Array(value.members)
  }

  /// The strings of an array that is a keyword's value, or part of it.
  func names(_ keyword: String, _ value: JSONNode) throws(JSONSchemaError) -> [String] {
    guard value.kind == .array else {
      throw mistake(keyword, value, expected: "an array of strings")
    }
    var names: [String] = []
    for element in value.elements {
      guard let name = element.string else {
        throw mistake(keyword, value, expected: "an array of strings")
      }
      names.append(name)
    }
    return names
  }
}
