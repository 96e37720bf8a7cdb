extension SchemaDialect {
  /// Finds out what a metaschema turns on.
  ///
  /// - Parameters:
  ///   - uri: What `$schema` says.
  ///   - provided: Where metaschemas of one's own are looked up.
  ///   - location: The place of the schema, for an error.
  /// - Throws: If the metaschema is not known, or demands a vocabulary that is not.
  init(
    metaschema uri: String, provided: SchemaResources, at location: String
  ) throws(JSONSchemaError) {
    if let draft = SchemaDraft(metaschema: uri) {
      self.init(draft: draft)
      return
    }
    var vocabularies: SchemaVocabularies?
    var next = uri
    // A metaschema has a metaschema, and so on; the first one that says which vocabularies it uses
    // settles that, and the draft at the end of the way the rest.
    for _ in 0..<8 {
      let name = SchemaURI(next).withoutFragment
      guard let metaschema = provided.document(for: name)?.document.root else { break }
      if vocabularies == nil, let declared = metaschema.member("$vocabulary") {
        vocabularies = try SchemaVocabularies(declared: declared, at: location)
      }
      guard let schema = metaschema.member("$schema")?.string else { break }
      if let draft = SchemaDraft(metaschema: schema) {
        let declared = draft >= .draft2019 ? vocabularies : nil
        self.init(draft: draft, vocabularies: declared ?? .standard)
        return
      }
      next = schema
    }
    throw JSONSchemaError(reason: .unknownMetaschema(uri: uri), location: location)
  }
}

extension SchemaVocabularies {
  /// Reads `$vocabulary`: a vocabulary that is not known may only be optional.
  fileprivate init(declared: JSONNode, at location: String) throws(JSONSchemaError) {
    self = []
    for member in declared.members {
      if let vocabulary = SchemaVocabularies(uri: member.name) {
        formUnion(vocabulary)
      } else if member.value.boolean == true {
        throw JSONSchemaError(reason: .unknownVocabulary(uri: member.name), location: location)
      }
    }
  }
}
