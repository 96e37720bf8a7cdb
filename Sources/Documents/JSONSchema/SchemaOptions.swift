/// How a schema is read where it does not say so itself.
package struct SchemaOptions: Sendable, Hashable {
  /// What `format` means.
  package enum Formats: Sendable, Hashable {
    /// A remark that nothing is judged by: the default of all drafts.
    case annotation
    /// A demand on strings, for the formats that the schema's draft defines.
    case assertion
  }

  /// The draft of schemas without `$schema`.
  package var defaultDraft: SchemaDraft
  /// What `format` means, unless the schema's metaschema says that it is a demand.
  package var formats: Formats
  /// Where the schema came from, as a URI: relative references start here unless the schema has an
  /// `$id`.
  package var baseURI: String

  /// What is not said: the newest draft, `format` a remark, and no base.
  package init(
    defaultDraft: SchemaDraft = .draft2020, formats: Formats = .annotation, baseURI: String = ""
  ) {
    self.defaultDraft = defaultDraft
    self.formats = formats
    self.baseURI = baseURI
  }
}
