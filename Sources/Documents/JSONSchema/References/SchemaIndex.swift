/// All schemas of the documents in use, by what identifies them.
///
/// Documents are taken in when a reference first leads to them. In each, the places where schemas
/// can stand are visited once, since only there an `$id` or an `$anchor` means something.
struct SchemaIndex {
  let provided: SchemaResources
  private(set) var documents: [JSONDocument] = []
  private(set) var resources: [SchemaResource] = []
  private var resourcesByURI: [String: Int] = [:]
  private var resourcesByPlace: [SchemaPlace: Int] = [:]

  init(provided: SchemaResources) { self.provided = provided }

  /// The value at a place.
  func node(at place: SchemaPlace) -> JSONNode {
    JSONNode(document: documents[place.document], index: place.index)
  }

  /// The resource that a place belongs to; nil if no schema was found to stand there.
  func resource(of place: SchemaPlace) -> Int? { resourcesByPlace[place] }

  /// Takes in a document.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - uri: Where it came from, without a fragment.
  ///   - draft: Its draft, if it does not say.
  /// - Returns: The resource of its root.
  /// - Throws: If `$schema` or an identifier in it is of no use.
  mutating func add(
    _ document: JSONDocument, from uri: String, draft: SchemaDraft
  ) throws(JSONSchemaError) -> Int {
    documents.append(document)
    let root = SchemaPlace(document: documents.count - 1, index: document.root.index)
    let dialect = try self.dialect(
      of: document.root, at: "\(uri)#", otherwise: SchemaDialect(draft: draft), isRoot: true)
    resources.append(SchemaResource(uri: uri, root: root, dialect: dialect))
    let resource = resources.count - 1
    resourcesByURI[uri] = resource
    try visit(root, within: resource)
    return resourcesByPlace[root] ?? resource
  }

  /// Visits a schema and those inside of it.
  mutating func visit(_ start: SchemaPlace, within resource: Int) throws(JSONSchemaError) {
    var pending = [(place: start, outer: resource)]
    while let (place, outer) = pending.popLast() {
      guard resourcesByPlace[place] == nil else { continue }
      let node = node(at: place)
      guard node.kind == .object else {
        resourcesByPlace[place] = outer
        continue
      }
      let resource = try identify(node, at: place, within: outer)
      resourcesByPlace[place] = resource
      let draft = resources[resource].dialect.draft
      for member in node.members {
        guard let shape = SubschemaShape(member.name, in: draft) else { continue }
        for schema in shape.schemas(in: member.value) {
          pending.append((SchemaPlace(document: place.document, index: schema.index), resource))
        }
      }
    }
  }

  /// The resource with a URI, taken in if it was not yet.
  ///
  /// - Parameters:
  ///   - uri: The URI without a fragment.
  ///   - draft: The draft of the schema that refers to it, for a document that does not say its own.
  /// - Returns: The resource; nil if there is none.
  /// - Throws: If `$schema` or an identifier in the document is of no use.
  mutating func resource(
    for uri: String, draft: SchemaDraft
  ) throws(JSONSchemaError) -> Int? {
    if let resource = resourcesByURI[uri] { return resource }
    if let (document, source) = provided.document(for: uri) {
      let resource = try add(document, from: source, draft: draft)
      // A document can be found by another URI than the one that it came from.
      if resourcesByURI[uri] == nil { resourcesByURI[uri] = resource }
      return resourcesByURI[uri]
    }
    if let document = SchemaMetaschemas.document(for: uri) {
      return try add(document, from: uri, draft: draft)
    }
    return nil
  }

  /// Where a place is, for an error.
  func location(of place: SchemaPlace) -> String {
    let node = node(at: place)
    guard let resource = resourcesByPlace[place].map({ resources[$0] }) else {
      return "#\(node.location.pointer.uriFragment)"
    }
    let pointer = node.location(from: self.node(at: resource.root)).pointer
    return "\(resource.uri)#\(pointer.uriFragment)"
  }
}

extension SchemaIndex {
  /// Reads what identifies a schema.
  ///
  /// - Returns: The resource that the schema belongs to: a new one if it has an `$id`.
  private mutating func identify(
    _ node: JSONNode, at place: SchemaPlace, within outer: Int
  ) throws(JSONSchemaError) -> Int {
    var resource = outer
    let isRoot = place == resources[outer].root
    // An embedded schema may be of another draft than the one around it.
    let dialect =
      isRoot
      ? resources[outer].dialect
      : try self.dialect(
        of: node, at: location(of: place), otherwise: resources[outer].dialect, isRoot: false)
    let draft = dialect.draft
    // Until draft 7 nothing beside a reference counts.
    let isOnlyReference = draft <= .draft7 && node.member("$ref") != nil
    let keyword = draft == .draft4 ? "id" : "$id"
    if !isOnlyReference, let identifier = node.member(keyword)?.string {
      let uri = SchemaURI(identifier)
      let name = uri.fragment.map(String.init) ?? ""
      let base = uri.resolved(against: SchemaURI(resources[outer].uri)).withoutFragment
      if !identifier.hasPrefix("#") {
        resource = try register(base, at: place, dialect: dialect, within: outer)
      }
      if !name.isEmpty, draft <= .draft7 { try setAnchor(name, to: place, in: resource) }
    }
    guard draft >= .draft2019 else { return resource }
    if let name = node.member("$anchor")?.string {
      try setAnchor(name, to: place, in: resource)
    }
    if draft >= .draft2020, let name = node.member("$dynamicAnchor")?.string {
      try setAnchor(name, to: place, in: resource)
      resources[resource].dynamicAnchors[name] = place
    }
    if draft == .draft2019, node.member("$recursiveAnchor")?.boolean == true {
      resources[resource].dynamicAnchors[""] = place
    }
    return resource
  }

  private mutating func setAnchor(
    _ name: String, to place: SchemaPlace, in resource: Int
  ) throws(JSONSchemaError) {
    if let known = resources[resource].anchors[name], known != place {
      throw JSONSchemaError(
        reason: .duplicateIdentifier("#\(name)"), location: location(of: place))
    }
    resources[resource].anchors[name] = place
  }

  private mutating func register(
    _ uri: String, at place: SchemaPlace, dialect: SchemaDialect, within outer: Int
  ) throws(JSONSchemaError) -> Int {
    if place == resources[outer].root {
      resources[outer].uri = uri
      if resourcesByURI[uri] == nil { resourcesByURI[uri] = outer }
      return outer
    }
    if let known = resourcesByURI[uri], resources[known].root.document == place.document {
      throw JSONSchemaError(reason: .duplicateIdentifier(uri), location: location(of: place))
    }
    resources.append(SchemaResource(uri: uri, root: place, dialect: dialect))
    if resourcesByURI[uri] == nil { resourcesByURI[uri] = resources.count - 1 }
    return resources.count - 1
  }

  /// Reads `$schema`.
  private func dialect(
    of node: JSONNode, at location: @autoclosure () -> String, otherwise inherited: SchemaDialect,
    isRoot: Bool
  ) throws(JSONSchemaError) -> SchemaDialect {
    guard let uri = node.member("$schema")?.string else { return inherited }
    // Below the root, `$schema` counts only beside an identifier.
    if !isRoot, node.member("$id") == nil, node.member("id") == nil { return inherited }
    return try SchemaDialect(metaschema: uri, provided: provided, at: location())
  }
}
