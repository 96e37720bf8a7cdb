/// Finds the locations of many values of one document.
///
/// A ``JSONNode/location`` is counted from the root each time; here counting goes on where the last
/// value was found, so that values in the order of the text take time in proportion to the document,
/// all together.
package struct JSONLocator {
  private let document: JSONDocument
  private var frames: [Frame] = []

  /// One level of the way to the last value.
  private struct Frame {
    let container: Int
    /// The tape index of the child that the way goes through, and its position.
    let child: Int
    let position: Int
    let step: JSONLocation.Step
  }

  /// Takes the document that all values are part of.
  package init(_ document: JSONDocument) { self.document = document }

  /// The way from the root to a value.
  package mutating func location(of node: JSONNode) -> JSONLocation {
    let index = node.index
    var container = document.root.index
    var start: (child: Int, position: Int)?
    while let last = frames.popLast() {
      guard index > last.container, index < Int(document.tape[last.container].next) else {
        continue
      }
      container = last.container
      if index >= last.child { start = (last.child, last.position) }
      break
    }
    while container != index {
      let isObject = document.kind(at: container) == .object
      var (child, position) = start ?? (isObject ? container + 2 : container + 1, 0)
      start = nil
      while index >= Int(document.tape[child].next) {
        child = Int(document.tape[child].next) + (isObject ? 1 : 0)
        position += 1
      }
      let step: JSONLocation.Step =
        isObject
        ? .name(document.withText(at: child - 1) { $0.string }) : .index(position)
      frames.append(
        Frame(container: container, child: child, position: position, step: step))
      // A member's name is where its value is.
      guard child <= index else { break }
      container = child
    }
    return JSONLocation(frames.map(\.step))
  }
}
