extension SchemaCompiler {
  /// The schema that a reference leads to.
  mutating func target(
    of reference: String, from source: SchemaSource, keyword: String
  ) throws(JSONSchemaError) -> SchemaPlace {
    let base = index.resources[source.resource].uri
    let uri = SchemaURI(reference).resolved(against: SchemaURI(base))
    guard
      let resource = try index.resource(
        for: uri.withoutFragment, draft: source.draft)
    else {
      throw JSONSchemaError(
        reason: .missingResource(uri: uri.withoutFragment),
        location: "\(source.location)/\(keyword)")
    }
    func missing() -> JSONSchemaError {
      JSONSchemaError(
        reason: .missingTarget(reference: reference), location: "\(source.location)/\(keyword)")
    }
    let root = index.resources[resource].root
    guard let fragment = uri.fragment, !fragment.isEmpty else { return root }
    guard fragment.hasPrefix("/") else {
      guard let name = Self.percentDecoded(fragment),
        let place = index.resources[resource].anchors[name]
      else { throw missing() }
      return place
    }
    guard let pointer = try? JSONPointer(uriFragment: String(fragment)),
      let node = pointer.evaluate(in: index.node(at: root))
    else { throw missing() }
    let place = SchemaPlace(document: root.document, index: node.index)
    if index.resource(of: place) == nil {
      // Schemas can be kept under keywords that no draft knows, such as OpenAPI's `components`.
      guard node.kind == .object || node.kind == .boolean else { throw missing() }
      let nearest = index.nearestResource(from: root, toward: pointer) ?? resource
      try index.visit(place, within: nearest)
    }
    return place
  }

  /// `$dynamicRef` (2020-12, section 8.2.3.2).
  mutating func dynamicReference(
    _ reference: String, from source: SchemaSource
  ) throws(JSONSchemaError) -> SchemaApplicator {
    let place = try target(of: reference, from: source, keyword: "$dynamicRef")
    let link = link(to: place, path: ["$dynamicRef"])
    // Only where the name belongs to a `$dynamicAnchor` does the way here matter.
    guard let fragment = SchemaURI(reference).fragment, let name = Self.percentDecoded(fragment),
      let resource = index.resource(of: place),
      index.resources[resource].dynamicAnchors[name] == place
    else { return .reference(link) }
    return .dynamicReference(name: number(ofDynamicName: name), link: link)
  }

  /// `$recursiveRef` (2019-09, section 8.2.4.2), whose only value is `#`.
  mutating func recursiveReference(
    _ reference: String, from source: SchemaSource
  ) throws(JSONSchemaError) -> SchemaApplicator {
    let place = try target(of: reference, from: source, keyword: "$recursiveRef")
    let link = link(to: place, path: ["$recursiveRef"])
    guard let resource = index.resource(of: place),
      index.resources[resource].dynamicAnchors[""] == place
    else { return .reference(link) }
    return .dynamicReference(name: number(ofDynamicName: ""), link: link)
  }

  /// Adds the schemas that dynamic references can lead to by now.
  ///
  /// - Returns: Whether there are new ones, which may have references of their own.
  mutating func addDynamicTargets() -> Bool {
    let before = program.nodes.count
    var entered: Set<Int> = []
    for node in program.nodes { entered.insert(Int(node.resource)) }
    for (name, number) in dynamicNames {
      var targets: [SchemaDynamicTarget] = []
      for resource in entered.sorted() {
        guard let place = index.resources[resource].dynamicAnchors[name] else { continue }
        targets.append(
          SchemaDynamicTarget(resource: Int32(resource), node: position(of: place)))
      }
      program.dynamicTargets[Int(number)] = targets
    }
    return program.nodes.count > before
  }

  private mutating func number(ofDynamicName name: String) -> Int32 {
    if let number = dynamicNames[name] { return number }
    let number = Int32(program.dynamicTargets.count)
    dynamicNames[name] = number
    program.dynamicTargets.append([])
    return number
  }

  private static func percentDecoded(_ text: Substring) -> String? {
    // A pointer's fragment is decoded alike, and a name is a pointer of one token.
    guard let pointer = try? JSONPointer(uriFragment: "/" + text) else {
      // `~` begins an escape there, and none here.
      return String(text)
    }
    return pointer.tokens.count == 1 ? pointer.tokens[0] : String(text)
  }
}

extension SchemaIndex {
  /// The resource of the last schema on the way of a pointer.
  func nearestResource(from start: SchemaPlace, toward pointer: JSONPointer) -> Int? {
    var nearest = resource(of: start)
    for length in 0..<pointer.tokens.count {
      let part = JSONPointer(tokens: Array(pointer.tokens.prefix(length)))
      guard let node = part.evaluate(in: node(at: start)) else { break }
      let place = SchemaPlace(document: start.document, index: node.index)
      if let resource = resource(of: place) { nearest = resource }
    }
    return nearest
  }
}
