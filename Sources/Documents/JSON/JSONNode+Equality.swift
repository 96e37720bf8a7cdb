extension JSONNode {
  /// Whether two values mean the same.
  ///
  /// Numbers compare by their exact value, strings code point by code point, arrays element by
  /// element, objects whatever the order of their members. Of members of the same name the last
  /// counts, as in ``member(_:)``. Any depth is compared without recursion, in time in proportion
  /// to n log n of the members of an object.
  package func equals(_ other: JSONNode) -> Bool {
    var pending = [(index, other.index)]
    while let (left, right) = pending.popLast() {
      let kind = document.kind(at: left)
      guard kind == other.document.kind(at: right) else { return false }
      switch kind {
      case .null:
        continue
      case .boolean:
        let leftByte = document.bytes[Int(document.tape[left].start)]
        let rightByte = other.document.bytes[Int(other.document.tape[right].start)]
        guard leftByte == rightByte else { return false }
      case .string:
        guard document.compareTexts(at: left, to: other.document, at: right) == 0 else {
          return false
        }
      case .number:
        let leftNumber = JSONNode(document: document, index: left).number
        guard leftNumber == JSONNode(document: other.document, index: right).number else {
          return false
        }
      case .array:
        guard addElements(left, other.document, right, to: &pending) else { return false }
      case .object:
        guard addMembers(left, other.document, right, to: &pending) else { return false }
      }
    }
    return true
  }

  private func addElements(
    _ left: Int, _ other: JSONDocument, _ right: Int, to pending: inout [(Int, Int)]
  ) -> Bool {
    guard document.tape[left].count == other.tape[right].count else { return false }
    var leftElement = left + 1
    var rightElement = right + 1
    while leftElement < Int(document.tape[left].next) {
      pending.append((leftElement, rightElement))
      leftElement = Int(document.tape[leftElement].next)
      rightElement = Int(other.tape[rightElement].next)
    }
    return true
  }

  private func addMembers(
    _ left: Int, _ other: JSONDocument, _ right: Int, to pending: inout [(Int, Int)]
  ) -> Bool {
    let leftNames = document.effectiveMemberNames(ofObjectAt: left)
    let rightNames = other.effectiveMemberNames(ofObjectAt: right)
    guard leftNames.count == rightNames.count else { return false }
    for (leftName, rightName) in zip(leftNames, rightNames) {
      guard document.compareTexts(at: leftName, to: other, at: rightName) == 0 else {
        return false
      }
      pending.append((leftName + 1, rightName + 1))
    }
    return true
  }
}
