/// A member of an object.
package struct JSONMember: Sendable {
  /// The member's value.
  package let value: JSONNode

  /// The member's name, as a string in the document.
  package var nameNode: JSONNode { JSONNode(document: value.document, index: value.index - 1) }

  /// The name with its escapes resolved.
  ///
  /// Names compare code point by code point: see ``nameEquals(_:)``.
  package var name: String { value.document.withText(at: value.index - 1) { $0.string } }

  /// Whether the name has the same code points as another.
  ///
  /// Nothing is allocated.
  package func nameEquals(_ other: String) -> Bool {
    other.withCodePoints { utf8 in
      value.document.withText(at: value.index - 1) { $0.equals(utf8) }
    }
  }
}

/// The members of an object in the order of the text, members of the same name each.
package struct JSONMembers: Sequence, Sendable {
  let document: JSONDocument
  let indices: Range<Int>
  /// The number of members.
  package let count: Int

  /// Whether there is none.
  package var isEmpty: Bool { count == 0 }

  /// Begins at the first member.
  package func makeIterator() -> Iterator {
    Iterator(document: document, index: indices.lowerBound, end: indices.upperBound)
  }

  /// Goes through the members once.
  package struct Iterator: IteratorProtocol {
    let document: JSONDocument
    var index: Int
    let end: Int

    /// The next member; nil after the last.
    package mutating func next() -> JSONMember? {
      guard index < end else { return nil }
      defer { index = Int(document.tape[index + 1].next) }
      return JSONMember(value: JSONNode(document: document, index: index + 1))
    }
  }
}

extension JSONNode {
  /// The members of an object; none for everything else.
  package var members: JSONMembers {
    kind == .object
      ? JSONMembers(document: document, indices: index + 1..<Int(entry.next), count: count)
      : JSONMembers(document: document, indices: index..<index, count: 0)
  }

  /// The value of the member with this name; nil if there is none, or if this is no object.
  ///
  /// Of several members with the name, the last counts, as for most receivers (RFC 8259
  /// section 4, ECMA-262 `JSON.parse`). See ``members(named:)`` and ``duplicateNames``.
  package func member(_ name: String) -> JSONNode? { lastMember(name).value }

  /// The value of the last member with this name, and how many members have it.
  package func lastMember(_ name: String) -> (value: JSONNode?, count: Int) {
    guard kind == .object else { return (nil, 0) }
    let (found, count) = name.withCodePoints { document.lastMember($0, ofObjectAt: index) }
    return (found.map { JSONNode(document: document, index: $0) }, count)
  }

  /// The values of all members with this name, in the order of the text.
  package func members(named name: String) -> [JSONNode] {
    members.filter { $0.nameEquals(name) }.map(\.value)
  }

  /// The members of two objects side by side: those of this one in the order of its text, then those
  /// that only the other one has, in the order of its own.
  ///
  /// Of several members with the same name the last counts, as for ``member(_:)``. It takes n log n
  /// steps for n members.
  package func paired(with other: JSONNode) -> [(left: JSONMember?, right: JSONMember?)] {
    guard kind == .object, other.kind == .object else { return [] }
    let left = document.effectiveMemberNames(ofObjectAt: index)
    let right = other.document.effectiveMemberNames(ofObjectAt: other.index)
    var pairs: [(left: Int?, right: Int?)] = []
    pairs.reserveCapacity(max(left.count, right.count))
    var (place, otherPlace) = (0, 0)
    while place < left.count || otherPlace < right.count {
      let order =
        place == left.count
        ? 1
        : otherPlace == right.count
          ? -1
          : document.compareTexts(at: left[place], to: other.document, at: right[otherPlace])
      pairs.append((order <= 0 ? left[place] : nil, order >= 0 ? right[otherPlace] : nil))
      if order <= 0 { place += 1 }
      if order >= 0 { otherPlace += 1 }
    }
    pairs.sort { one, another in
      (one.left ?? .max, one.right ?? .max) < (another.left ?? .max, another.right ?? .max)
    }
    return pairs.map { pair in
      (
        pair.left.map { JSONMember(value: JSONNode(document: document, index: $0 + 1)) },
        pair.right.map { JSONMember(value: JSONNode(document: other.document, index: $0 + 1)) }
      )
    }
  }

  /// The names that more than one member has, each once, in the order of their code points.
  package var duplicateNames: [String] {
    guard kind == .object, count > 1 else { return [] }
    let names = document.memberNames(ofObjectAt: index)
    var duplicates: [Int] = []
    for (name, following) in zip(names, names.dropFirst())
    where document.compareTexts(at: name, to: document, at: following) == 0 {
      if let last = duplicates.last, document.compareTexts(at: last, to: document, at: name) == 0 {
        continue
      }
      duplicates.append(name)
    }
    return duplicates.map { document.withText(at: $0) { $0.string } }
  }
}

extension JSONDocument {
  /// The tape index of the value of the last member with a name, and how many have it.
  func lastMember(
    _ name: UnsafeBufferPointer<UInt8>, ofObjectAt index: Int
  ) -> (index: Int?, count: Int) {
    var found: Int?
    var count = 0
    var member = index + 1
    let end = Int(tape[index].next)
    while member < end {
      if withText(at: member, { $0.equals(name) }) {
        found = member + 1
        count += 1
      }
      member = Int(tape[member + 1].next)
    }
    return (found, count)
  }

  /// The tape indices of the names of all members, ordered by their code points and, where they
  /// are the same, by the order of the text.
  func memberNames(ofObjectAt index: Int) -> [Int] {
    var names: [Int] = []
    names.reserveCapacity(Int(tape[index].count))
    var member = index + 1
    let end = Int(tape[index].next)
    while member < end {
      names.append(member)
      member = Int(tape[member + 1].next)
    }
    names.sort { left, right in
      let order = compareTexts(at: left, to: self, at: right)
      return order == 0 ? left < right : order < 0
    }
    return names
  }

  /// As ``memberNames(ofObjectAt:)``, with the last of the members of the same name only.
  func effectiveMemberNames(ofObjectAt index: Int) -> [Int] {
    let names = memberNames(ofObjectAt: index)
    return names.indices.filter { position in
      position + 1 == names.count
        || compareTexts(at: names[position], to: self, at: names[position + 1]) != 0
    }.map { names[$0] }
  }
}
