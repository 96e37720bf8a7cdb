extension JSONShape {
  /// The shape as compact JSON; see ``write(to:)``.
  package var text: String {
    var writer = JSONWriter()
    write(to: &writer)
    return writer.text
  }

  /// Writes the shape as JSON, equal shapes always in the same way.
  ///
  /// - a scalar is its type: `"null"`, `"boolean"`, `"integer"`, `"number"` or `"string"`;
  /// - an array is `{"array":SHAPE}` with the merged shape of its elements, and `"array"` if none
  ///   has elements;
  /// - an object is `{"object":{NAME:SHAPE,…}}`, its members ordered by the code points of their
  ///   names; an optional member is `NAME:{"optional":SHAPE}`;
  /// - several types are an array of them, in the order null, boolean, integer, number, string,
  ///   array, object;
  /// - `"cut"` stands last among the types of a place where the limits were reached.
  ///
  /// `[{"id":1,"tag":"x"},{"id":null}]` is
  /// `{"array":{"object":{"id":["null","integer"],"tag":{"optional":"string"}}}}`.
  package func write(to writer: inout JSONWriter) {
    let names = types.names + (isCut || types.isEmpty ? [Self.cut] : [])
    if names.count > 1 { writer.beginArray() }
    for name in names { writeType(name, to: &writer) }
    if names.count > 1 { writer.endArray() }
  }

  private static let cut = "cut"

  private func writeType(_ name: String, to writer: inout JSONWriter) {
    if name == "array", let element {
      writer.beginObject()
      writer.name("array")
      element.write(to: &writer)
      writer.endObject()
    } else if name == "object" {
      writer.beginObject()
      writer.name("object")
      writer.beginObject()
      for member in members {
        writer.name(member.name)
        if member.isOptional {
          writer.beginObject()
          writer.name("optional")
        }
        member.shape.write(to: &writer)
        if member.isOptional { writer.endObject() }
      }
      writer.endObject()
      writer.endObject()
    } else {
      writer.string(name)
    }
  }

  /// Reads a shape that ``write(to:)`` wrote; nil for anything else, and for what nests deeper
  /// than shapes do.
  package init?(reading node: JSONNode) {
    self.init(reading: node, depth: 0)
  }

  private init?(reading node: JSONNode, depth: Int) {
    guard depth <= 128 else { return nil }
    self.init()
    for part in node.kind == .array ? Array(node.elements) : [node] {
      guard read(part, depth: depth) else { return nil }
    }
    guard !types.isEmpty || isCut else { return nil }
  }

  /// Adds one of the types of a place.
  private mutating func read(_ node: JSONNode, depth: Int) -> Bool {
    if let name = node.string {
      if name == Self.cut {
        isCut = true
        return true
      }
      guard let (type, _) = Types.named.first(where: { $0.1 == name }) else { return false }
      types.insert(type)
      return true
    }
    if let inner = node.member("array") {
      guard let element = JSONShape(reading: inner, depth: depth + 1) else { return false }
      types.insert(.array)
      elements = [element]
      return true
    }
    guard let inner = node.member("object"), inner.kind == .object else { return false }
    types.insert(.object)
    for member in inner.members {
      let optional = member.value.member("optional")
      guard let shape = JSONShape(reading: optional ?? member.value, depth: depth + 1) else {
        return false
      }
      members.append(Member(name: member.name, isOptional: optional != nil, shape: shape))
    }
    return true
  }
}
