/// The parsers that are fuzzed, by the names that `Tests/Fuzzing/run` takes.
enum FuzzTarget: String, CaseIterable {
  case json = "JSON"
  case jsonPointer = "JSONPointer"
  case jsonPath = "JSONPath"
  case jsonSchema = "JSONSchema"
  case pattern = "Patterns"
  case uriTemplate = "URITemplate"
  case xml = "XML"
  case xmlSchema = "XMLSchema"

  static var names: String { allCases.map(\.rawValue).joined(separator: " ") }

  /// Reads an input as the target does, and traps where a promise does not hold.
  func test(_ input: FuzzInput) {
    switch self {
    case .json: testJSON(input)
    case .jsonPointer: testJSONPointer(input)
    case .jsonPath: testJSONPath(input)
    case .jsonSchema: testJSONSchema(input)
    case .pattern: testPattern(input)
    case .uriTemplate: testURITemplate(input)
    case .xml: testXML(input)
    case .xmlSchema: testXMLSchema(input)
    }
  }
}
