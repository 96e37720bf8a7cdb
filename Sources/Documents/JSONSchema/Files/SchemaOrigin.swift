/// Where a document lies, and where it says that it is from.
struct SchemaOrigin {
  /// The file as a URI reference; see ``SchemaFileURI``.
  private let file: String
  /// The folder of the document's own absolute URI, with its last slash; nil if it has none.
  private let identity: String?

  init(_ document: JSONDocument, file: String) {
    self.file = file
    // Draft 4 says `id`; that of a later draft is a plain member, and no harm is done.
    let identifier = (document.root.member("$id") ?? document.root.member("id"))?.string
    guard let identifier, SchemaURI(identifier).scheme != nil else {
      identity = nil
      return
    }
    let uri = SchemaURI(identifier).withoutFragment
    identity = uri.lastIndex(of: "/").map { String(uri[...$0]) }
  }

  /// The file that lies as far from this one as a URI from the document's own; nil if the URI is not
  /// below the folder of that.
  func file(for uri: String) -> String? {
    guard let identity, uri.hasPrefixOfSameCodePoints(identity) else { return nil }
    let rest = String(uri.utf8.dropFirst(identity.utf8.count)) ?? ""
    guard !rest.isEmpty else { return nil }
    return SchemaURI(rest).resolved(against: SchemaURI(file)).withoutFragment
  }
}
