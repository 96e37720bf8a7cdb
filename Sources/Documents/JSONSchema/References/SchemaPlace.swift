/// A value in one of the documents that schemas are compiled from.
struct SchemaPlace: Hashable, Sendable {
  /// Which of the documents.
  var document: Int
  /// The value's place on the document's tape.
  var index: Int
}

/// A schema with a URI of its own: the root of a document, or one with an `$id`.
struct SchemaResource: Sendable {
  /// The URI without a fragment; empty if there is none.
  var uri: String
  var root: SchemaPlace
  var dialect: SchemaDialect
  /// What `$anchor` and `$dynamicAnchor` name, and `$id` with a fragment before 2019-09.
  var anchors: [String: SchemaPlace] = [:]
  /// What `$dynamicAnchor` names; under the empty name the root if it has `$recursiveAnchor`.
  var dynamicAnchors: [String: SchemaPlace] = [:]
}
