extension JSONNode {
  /// The way from the document's root to this value.
  ///
  /// It is found when it is asked for, in time in proportion to the number of values beside the
  /// ones on the way. To find the places of many values, walk the document and keep the way.
  package var location: JSONLocation { location(from: document.root) }

  /// The way from a value that this one is part of; empty if it is the same or no part of it.
  package func location(from ancestor: JSONNode) -> JSONLocation {
    var location = JSONLocation()
    var container = ancestor.index
    guard index >= container, index < Int(document.tape[container].next) else { return location }
    while container != index {
      let isObject = document.kind(at: container) == .object
      var child = isObject ? container + 2 : container + 1
      var position = 0
      while index >= Int(document.tape[child].next) {
        child = Int(document.tape[child].next) + (isObject ? 1 : 0)
        position += 1
      }
      if isObject {
        location.append(.name(document.withText(at: child - 1) { $0.string }))
      } else {
        location.append(.index(position))
      }
      // A member's name is where its value is.
      guard child <= index else { break }
      container = child
    }
    return location
  }
}
