/// Makes a program of a schema and of all that it refers to.
///
/// Only schemas that can be reached are compiled, each once, from a list of what is still to do: a
/// schema may nest and refer as deep as it likes.
struct SchemaCompiler {
  let options: SchemaOptions
  var index: SchemaIndex
  var program = SchemaProgram()
  private var nodes: [SchemaPlace: Int32] = [:]
  private var pending: [(place: SchemaPlace, node: Int32)] = []
  /// The numbers of the names of `$dynamicRef`.
  var dynamicNames: [String: Int32] = [:]

  init(provided: SchemaResources, options: SchemaOptions) {
    self.options = options
    index = SchemaIndex(provided: provided)
  }

  /// Compiles the schema that a pointer leads to.
  mutating func compile(
    _ document: JSONDocument, at pointer: JSONPointer
  ) throws(JSONSchemaError) -> SchemaProgram {
    let base = SchemaURI(options.baseURI).withoutFragment
    let root = try index.add(document, from: base, draft: options.defaultDraft)
    guard let node = pointer.evaluate(in: document.root) else {
      throw JSONSchemaError(
        reason: .missingPointer(pointer.description), location: "\(base)#")
    }
    let place = SchemaPlace(document: 0, index: node.index)
    let start = SchemaPlace(document: 0, index: document.root.index)
    try index.visit(place, within: index.nearestResource(from: start, toward: pointer) ?? root)
    program.root = position(of: place)
    repeat {
      while let (place, node) = pending.popLast() { try compile(place, into: node) }
    } while addDynamicTargets()
    try refuseEndlessReferences()
    program.documents = index.documents
    program.resources = index.resources
    return program
  }

  /// The position of the node of a schema, which is compiled now or later.
  mutating func position(of place: SchemaPlace) -> Int32 {
    if let node = nodes[place] { return node }
    let node = Int32(program.nodes.count)
    nodes[place] = node
    program.nodes.append(SchemaNode())
    program.places.append(place)
    pending.append((place, node))
    return node
  }

  /// Adds a link to a schema.
  mutating func link(to place: SchemaPlace, path: [String]) -> Int32 {
    let target = position(of: place)
    program.paths.append(path)
    program.links.append(SchemaLink(target: target, path: Int32(program.paths.count - 1)))
    return Int32(program.links.count - 1)
  }

  /// Adds a link to a schema inside of another.
  mutating func link(
    _ source: SchemaSource, to value: JSONNode, path: [String]
  ) throws(JSONSchemaError) -> Int32 {
    guard value.kind == .object || value.kind == .boolean else {
      throw JSONSchemaError(
        reason: .noSchema(found: value.kind),
        location: source.location + JSONPointer(tokens: path).uriFragment)
    }
    let place = source.place(of: value)
    // A keyword of another draft can be reached by a reference only, and is visited then.
    if index.resource(of: place) == nil { try index.visit(place, within: source.resource) }
    return link(to: place, path: path)
  }

  /// Adds links to the schemas of an array.
  mutating func links(
    _ source: SchemaSource, _ keyword: String, _ value: JSONNode
  ) throws(JSONSchemaError) -> SchemaRange {
    guard value.kind == .array else {
      throw source.mistake(keyword, value, expected: "an array of schemas")
    }
    // The links of a range follow each other: nothing else adds any meanwhile.
    let first = Int32(program.links.count)
    for (position, element) in value.elements.enumerated() {
      _ = try link(source, to: element, path: [keyword, String(position)])
    }
    return SchemaRange(first: first, count: Int32(program.links.count) - first)
  }
}

extension SchemaCompiler {
  private mutating func compile(
    _ place: SchemaPlace, into position: Int32
  ) throws(JSONSchemaError) {
    let node = index.node(at: place)
    guard let resource = index.resource(of: place), [.object, .boolean].contains(node.kind) else {
      throw JSONSchemaError(
        reason: .noSchema(found: node.kind), location: index.location(of: place))
    }
    var compiled = SchemaNode()
    compiled.resource = Int32(resource)
    if let boolean = node.boolean {
      compiled.verdict = boolean ? .always : .never
    } else {
      let description = index.resources[resource]
      let source = SchemaSource(
        place: place, node: node, resource: resource, dialect: description.dialect,
        uri: description.uri, root: index.node(at: description.root))
      try compile(source, into: &compiled)
      if compiled.saysNothing { compiled.verdict = .always }
    }
    program.nodes[Int(position)] = compiled
  }

  private mutating func compile(
    _ source: SchemaSource, into node: inout SchemaNode
  ) throws(JSONSchemaError) {
    if source.draft <= .draft7, source["$ref"] != nil {
      // Nothing beside a reference counts (draft 7, section 8.3).
      try addApplicators(source, to: &node)
      return
    }
    let vocabularies = source.dialect.vocabularies
    if vocabularies.contains(.validation) {
      try addTypes(source, to: &node)
      try addValues(source, to: &node)
      try addNumbers(source, to: &node)
    }
    try addStrings(source, to: &node)
    try addArrays(source, to: &node)
    try addObjects(source, to: &node)
    try addApplicators(source, to: &node)
    if vocabularies.contains(.unevaluated), source.draft >= .draft2019 {
      try addUnevaluated(source, to: &node)
    }
  }

  private mutating func addUnevaluated(
    _ source: SchemaSource, to node: inout SchemaNode
  ) throws(JSONSchemaError) {
    if let value = source["unevaluatedItems"] {
      node.unevaluatedItems = try link(source, to: value, path: ["unevaluatedItems"])
    }
    if let value = source["unevaluatedProperties"] {
      node.unevaluatedProperties = try link(source, to: value, path: ["unevaluatedProperties"])
    }
  }
}

extension SchemaNode {
  /// Whether every value holds, and nothing becomes evaluated.
  fileprivate var saysNothing: Bool {
    types == .all && values.isEmpty && applicators.isEmpty
      && number & string & array & object & unevaluatedItems & unevaluatedProperties == -1
  }
}
