extension JSONShape {
  /// Infers the shape of a value.
  package init(of node: JSONNode, limits: Limits = Limits()) {
    var inference = Inference(limits: limits)
    inference.observe(node)
    self = inference.shape(of: 0)
  }

  /// The shape under construction: places that values are sorted into, each known by its number.
  ///
  /// Values are walked without recursion; only ``shape(of:)`` recurses, at most as deep as the
  /// limits allow.
  private struct Inference {
    let limits: Limits
    var places = [Place(depth: 0)]

    struct Place {
      let depth: Int
      var types: Types = []
      var isCut = false
      var element: Int?
      var members: [[UInt8]: MemberPlace] = [:]
      var objectCount = 0
    }

    struct MemberPlace {
      let place: Int
      /// In how many of the objects the member is.
      var objectCount = 0
      /// The last object that it was seen in, so that members of one name count once.
      var lastObject = 0
    }

    mutating func observe(_ root: JSONNode) {
      var pending = [(root, 0)]
      var seen = 0
      while let (node, place) = pending.popLast() {
        guard seen < limits.maximumValues else {
          places[place].isCut = true
          continue
        }
        seen += 1
        let type = Self.type(of: node)
        places[place].types.insert(type)
        guard type == .array || type == .object, node.count > 0 || type == .object else { continue }
        if places[place].depth >= limits.maximumDepth {
          if node.count > 0 { places[place].isCut = true }
          continue
        }
        // Never more is queued than may still be looked at.
        let room = limits.maximumValues - seen - pending.count
        if node.count > room { places[place].isCut = true }
        if type == .array {
          guard let element = elementPlace(of: place) else { continue }
          for value in node.elements.prefix(max(room, 0)) { pending.append((value, element)) }
        } else {
          places[place].objectCount += 1
          for member in node.members.prefix(max(room, 0)) {
            if let inner = memberPlace(member, of: place) { pending.append((member.value, inner)) }
          }
        }
      }
    }

    private static func type(of node: JSONNode) -> Types {
      switch node.kind {
      case .null: .null
      case .boolean: .boolean
      case .number: node.entry.count == 0 ? .integer : .number
      case .string: .string
      case .array: .array
      case .object: .object
      }
    }

    private mutating func elementPlace(of place: Int) -> Int? {
      if let element = places[place].element { return element }
      let element = newPlace(in: place)
      places[place].element = element
      return element
    }

    private mutating func memberPlace(_ member: JSONMember, of place: Int) -> Int? {
      let name = member.value.document.withText(at: member.value.index - 1) { $0.utf8 }
      let object = places[place].objectCount
      if var known = places[place].members[name] {
        if known.lastObject != object {
          known.objectCount += 1
          known.lastObject = object
          places[place].members[name] = known
        }
        return known.place
      }
      guard let inner = newPlace(in: place) else { return nil }
      places[place].members[name] = MemberPlace(place: inner, objectCount: 1, lastObject: object)
      return inner
    }

    private mutating func newPlace(in place: Int) -> Int? {
      guard places.count < limits.maximumPlaces else {
        places[place].isCut = true
        return nil
      }
      places.append(Place(depth: places[place].depth + 1))
      return places.count - 1
    }

    func shape(of index: Int) -> JSONShape {
      let place = places[index]
      var shape = JSONShape()
      shape.types = place.types
      if shape.types.contains(.number) { shape.types.remove(.integer) }
      shape.isCut = place.isCut
      shape.elements = place.element.map { [self.shape(of: $0)] } ?? []
      shape.members = place.members
        .sorted { $0.key.lexicographicallyPrecedes($1.key) }
        .map { name, member in
          Member(
            name: String(decoding: name, as: UTF8.self),
            isOptional: member.objectCount < place.objectCount,
            shape: self.shape(of: member.place))
        }
      return shape
    }
  }
}
