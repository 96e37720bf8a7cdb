extension JSONDocument {
  /// The first member that its object has twice (RFC 8259 section 4), in no particular order of
  /// objects; nil if there is none.
  package var repeatedMember: JSONLocation? {
    // No recursion: a document may nest as deep as memory allows.
    var pending = [root]
    while let node = pending.popLast() {
      switch node.kind {
      case .object:
        var seen: Set<ExactText> = []
        for member in node.members {
          guard seen.insert(ExactText(member.name)).inserted else {
            return node.location.appending(name: member.name)
          }
          pending.append(member.value)
        }
      case .array: pending += node.elements
      default: break
      }
    }
    return nil
  }
}
