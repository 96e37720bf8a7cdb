import AccordDocuments

/// Takes out all that a document holds, as a parser does that builds a tree, and gives a number
/// that depends on all of it.
func readEverything(in node: JSONNode) -> Int {
  switch node.kind {
  case .null: return 0
  case .boolean: return node.boolean == true ? 1 : 0
  case .number:
    guard let number = node.number else { return 0 }
    return number.intValue ?? Int(truncatingIfNeeded: number.doubleValue.bitPattern)
  case .string: return node.string?.utf8.count ?? 0
  case .array: return node.elements.reduce(0) { $0 &+ readEverything(in: $1) }
  case .object:
    return node.members.reduce(0) { $0 &+ $1.name.utf8.count &+ readEverything(in: $1.value) }
  }
}
