package import AccordDocuments

/// One statement about a response, made by the words inside `expect`: `Header`, `JSON`, `Capture`
/// and the others.
public struct Expectation: Sendable {
  package enum Kind: Sendable {
    case field(FieldName, TextPattern)
    case fieldLines(FieldName, FieldLinesPattern)
    case noField(FieldName)
    case json(JSONPattern)
    case jsonPath(String, JSONPattern)
    case jsonSchema(SchemaReference)
    case xml(XPathReference, JSONPattern)
    case xmlEqual(XMLText)
    case xmlSchema(String, XMLSchemaLanguage)
    case text(TextPattern)
    case noBody
    case body(BodyPattern)
    case within(Duration)
    case capture(Variable, CaptureSource)
    case check(String, @Sendable (Response) throws -> Bool)
    /// The answer to a method that `.allows` does not declare.
    case methodSet(declared: [Method], probed: Method)
  }

  package let kind: Kind
  package var location = SourceLocation.unknown

  package init(_ kind: Kind) { self.kind = kind }
}
