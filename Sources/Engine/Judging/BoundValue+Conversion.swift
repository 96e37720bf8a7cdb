package import AccordContract
internal import AccordDocuments
internal import AccordHTTP

extension BoundValue {
  /// The value as its variable wants it, or `nil` where it cannot be that.
  ///
  /// - Parameter url: Against what a link is resolved (RFC 3986 section 5); `nil` for a value from
  ///   outside, which must be a whole URL.
  package func converted(for variable: Variable, relativeTo url: String?) -> BoundValue? {
    switch variable.conversion {
    case nil: return self
    case .text: return .text(text)
    case .link:
      guard let url else { return URLReference.origin(of: text).map { _ in .link(text) } }
      return URLReference.resolve(text, against: url).map { .link($0) }
    case .boolean:
      guard text == "true" || text == "false" else { return nil }
      return Self.parse(text)
    case .number, .integer:
      if case .json(let node) = self, node.kind != .number, node.kind != .string { return nil }
      guard let number = JSONNumber(text), variable.conversion == .number || number.isInteger
      else { return nil }
      return Self.parse(text)
    }
  }

  /// JSON text as a value.
  package static func parse(_ json: String) -> BoundValue? {
    (try? JSONDocument(parsing: json)).map { .json($0.root) }
  }
}

extension JSONDocument {
  /// A document that is an array of values from elsewhere; `nil` where it would pass the limits of
  /// a document.
  static func array(of nodes: [JSONNode]) -> JSONDocument? {
    var writer = JSONWriter()
    writer.beginArray()
    for node in nodes { writer.node(node) }
    writer.endArray()
    return try? JSONDocument(parsing: writer.bytes)
  }
}
