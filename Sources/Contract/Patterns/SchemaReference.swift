internal import AccordDocuments

/// A JSON Schema as a statement names it, by which the compiled one is found.
package struct SchemaReference: Sendable {
  package let source: SchemaSource
  package let version: JSONSchemaDraft
  package let formats: JSONSchemaFormats
  /// Files with other documents that the schema's references lead to.
  package let resources: [String]
  /// The contract's file in which the schema is named: paths are looked for beside it, too.
  package let filePath: String

  /// What tells one schema from another: a file's path, or the literal as JSON.
  private let identity: ExactText

  package init(
    _ source: SchemaSource, _ version: JSONSchemaDraft, _ formats: JSONSchemaFormats,
    _ resources: [String], filePath: String
  ) {
    self.source = source
    self.version = version
    self.formats = formats
    self.resources = resources
    self.filePath = filePath
    switch source.kind {
    case .file(let path): identity = ExactText(path)
    case .literal(let value):
      var writer = JSONWriter()
      value.write(to: &writer, Bindings())
      identity = ExactText(writer.text)
    }
  }

  /// What the schema is called in messages: its file, or the literal as JSON.
  package var name: String { identity.text }

  /// The literal as JSON; `nil` for a file.
  package var literalText: String? {
    if case .literal = source.kind { identity.text } else { nil }
  }
}

extension SchemaReference: Hashable {
  /// Whether both are the same schema, read in the same way.
  package static func == (first: SchemaReference, second: SchemaReference) -> Bool {
    first.identity == second.identity
      && first.source.isFile == second.source.isFile
      && (first.version, first.formats) == (second.version, second.formats)
      && first.resources.elementsEqual(second.resources) { $0.hasSameCodePoints(as: $1) }
      && first.filePath.hasSameCodePoints(as: second.filePath)
  }

  /// Hashes what is compared but for what seldom differs.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(identity)
  }
}

extension SchemaSource {
  fileprivate var isFile: Bool { if case .file = kind { true } else { false } }
}
