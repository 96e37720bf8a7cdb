import AccordDocuments

extension JSONNode {
  /// Whether no object has two members of one name, so that each place is that of one value: of
  /// members of one name a pointer and a path lead to the last only.
  var hasUniqueNames: Bool {
    var pending = [self]
    while let node = pending.popLast() {
      guard node.duplicateNames.isEmpty else { return false }
      pending += node.elements
      pending += node.members.map(\.value)
    }
    return true
  }
}
