package import AccordDocuments

/// What the statements of a contract need besides themselves, each made once before anything runs:
/// expressions and schemas compiled, files read.
package struct Compilation: Sendable {
  private var patterns: [ExactText: Pattern] = [:]
  private var paths: [ExactText: JSONPath] = [:]
  private var xpaths: [XPathReference: XPath] = [:]
  private var schemas: [SchemaReference: AccordDocuments.JSONSchema] = [:]
  private var xmlSchemas: [XMLSchemaReference: XMLValidator] = [:]
  private var files: [FileReference: [UInt8]] = [:]

  package init() {}

  /// Compiles a regular expression (ECMA-262 syntax), unless it is known already.
  package mutating func compile(expression: String) throws(PatternSyntaxError) {
    let key = ExactText(expression)
    guard patterns[key] == nil else { return }
    patterns[key] = try Pattern(expression)
  }

  /// Compiles a JSONPath (RFC 9535), unless it is known already.
  package mutating func compile(path: String) throws(JSONPathSyntaxError) {
    let key = ExactText(path)
    guard paths[key] == nil else { return }
    paths[key] = try JSONPath(path)
  }

  /// Compiles an XPath (1.0), unless it is known already.
  package mutating func compile(_ xpath: XPathReference) throws(XPathSyntaxError) {
    guard xpaths[xpath] == nil else { return }
    xpaths[xpath] = try XPath(xpath.text, namespaces: xpath.namespaces)
  }

  /// Keeps a compiled schema.
  package mutating func add(
    _ schema: AccordDocuments.JSONSchema, for reference: SchemaReference
  ) {
    schemas[reference] = schema
  }

  /// Keeps a schema for XML that was read from a file.
  package mutating func add(_ schema: XMLValidator, for reference: XMLSchemaReference) {
    xmlSchemas[reference] = schema
  }

  /// Keeps the octets of a file.
  package mutating func add(_ octets: [UInt8], for file: FileReference) { files[file] = octets }

  // What was compiled; `nil` only for what planning never saw.

  /// The compiled expression.
  package func pattern(_ expression: String) -> Pattern? {
    patterns[ExactText(expression)]
  }

  /// The compiled path.
  package func path(_ path: String) -> JSONPath? { paths[ExactText(path)] }

  /// The compiled XPath.
  package func xpath(_ xpath: XPathReference) -> XPath? { xpaths[xpath] }

  /// The compiled schema.
  package func schema(_ reference: SchemaReference) -> AccordDocuments.JSONSchema? {
    schemas[reference]
  }

  /// The schema for XML.
  package func xmlSchema(_ reference: XMLSchemaReference) -> XMLValidator? {
    xmlSchemas[reference]
  }

  /// The octets of a file.
  package func octets(of file: FileReference) -> [UInt8]? { files[file] }
}

/// An XPath with what its prefixes mean.
package struct XPathReference: Sendable, Hashable {
  private let exactText: ExactText
  private let exactNamespaces: [ExactText: ExactText]

  package init(_ text: String, _ namespaces: [String: String]) {
    exactText = ExactText(text)
    exactNamespaces = namespaces.reduce(into: [:]) { names, pair in
      names[ExactText(pair.key)] = ExactText(pair.value)
    }
  }

  /// The expression as it was written.
  package var text: String { exactText.text }
  /// What each prefix means.
  package var namespaces: [String: String] {
    exactNamespaces.reduce(into: [:]) { names, pair in names[pair.key.text] = pair.value.text }
  }
}

/// A file as the contract names it, and the contract's file that does: it may lie beside that one.
package struct FileReference: Sendable, Hashable {
  // Two spellings of one text are two files.
  private let path: ExactText
  private let filePath: ExactText

  package init(_ path: String, at location: SourceLocation) {
    self.path = ExactText(path)
    filePath = ExactText(location.filePath)
  }
}

/// A schema for XML: its file, and the language that it is in.
package struct XMLSchemaReference: Sendable, Hashable {
  package let file: FileReference
  package let language: XMLSchemaLanguage

  package init(_ file: FileReference, _ language: XMLSchemaLanguage) {
    self.file = file
    self.language = language
  }
}
