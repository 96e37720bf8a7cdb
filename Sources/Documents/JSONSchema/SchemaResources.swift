/// The documents that a schema's references may lead to.
///
/// Nothing is ever fetched: a reference to a document that is not here, and is not one of the
/// drafts' own metaschemas, is an error that names it.
package struct SchemaResources: Sendable {
  private var documents: [String: JSONDocument] = [:]
  /// The URIs by which documents call themselves, and those that they are kept by.
  private var aliases: [String: String] = [:]

  /// Begins without documents.
  package init() {}

  /// Adds a document.
  ///
  /// It is found by the URI that it is said to come from, and by the absolute `$id` (in draft 4
  /// `id`) of its root. Of two documents from one URI the last counts.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - uri: Where it came from; a fragment does not matter. A relative one is for schemas without a
  ///     base.
  package mutating func add(_ document: JSONDocument, from uri: String) {
    let key = SchemaURI(uri).withoutFragment
    documents[key] = document
    for keyword in ["$id", "id"] {
      guard let identifier = document.root.member(keyword)?.string else { continue }
      let resolved = SchemaURI(identifier).resolved(against: SchemaURI(key))
      aliases[resolved.withoutFragment] = key
    }
  }

  /// The document that a URI without a fragment leads to, and the URI that it was added with.
  func document(for uri: String) -> (document: JSONDocument, uri: String)? {
    if let document = documents[uri] { return (document, uri) }
    if let key = aliases[uri], let document = documents[key] { return (document, key) }
    return nil
  }
}
