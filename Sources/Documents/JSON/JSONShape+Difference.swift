extension JSONShape {
  /// A place where two shapes differ.
  package struct Difference: Sendable, Hashable {
    /// The place as a JSONPath, with `[*]` for the elements of an array: `$['users'][*]['id']`.
    package let path: String
    /// What is there in the first shape, such as `integer or null`; nil if nothing is.
    package let before: String?
    /// What is there in the second shape.
    package let after: String?
  }

  /// The places where two shapes differ, in the order of their paths.
  ///
  /// Below a place that only one shape has, nothing more is told.
  package func differences(to other: JSONShape) -> [Difference] {
    var differences: [Difference] = []
    compare(with: other, at: "$", into: &differences)
    return differences
  }

  /// The types in words, such as `null or string`.
  package var summary: String {
    (types.names + (isCut ? ["more that was cut off"] : [])).joined(separator: " or ")
  }

  private func compare(
    with other: JSONShape, at path: String, isOptional: Bool = false,
    isOtherOptional: Bool = false, into differences: inout [Difference]
  ) {
    if types != other.types || isCut != other.isCut || isOptional != isOtherOptional {
      differences.append(
        Difference(
          path: path, before: summary + (isOptional ? ", optional" : ""),
          after: other.summary + (isOtherOptional ? ", optional" : "")))
    }
    switch (element, other.element) {
    case (let mine?, let theirs?):
      mine.compare(with: theirs, at: path + "[*]", into: &differences)
    case (let mine?, nil):
      differences.append(Difference(path: path + "[*]", before: mine.summary, after: nil))
    case (nil, let theirs?):
      differences.append(Difference(path: path + "[*]", before: nil, after: theirs.summary))
    case (nil, nil):
      break
    }
    var mine = members[...]
    var theirs = other.members[...]
    while let name = Self.firstName(mine.first, theirs.first) {
      let inner = path + JSONNormalizedPath.segment(name: name)
      let left = mine.first.flatMap { $0.name.hasSameCodePoints(as: name) ? $0 : nil }
      let right = theirs.first.flatMap { $0.name.hasSameCodePoints(as: name) ? $0 : nil }
      if left != nil { mine.removeFirst() }
      if right != nil { theirs.removeFirst() }
      if let left, let right {
        left.shape.compare(
          with: right.shape, at: inner, isOptional: left.isOptional,
          isOtherOptional: right.isOptional, into: &differences)
      } else {
        differences.append(
          Difference(path: inner, before: left?.shape.summary, after: right?.shape.summary))
      }
    }
  }

  private static func firstName(_ left: Member?, _ right: Member?) -> String? {
    guard let left, let right else { return left?.name ?? right?.name }
    return right.name.utf8.lexicographicallyPrecedes(left.name.utf8) ? right.name : left.name
  }
}
