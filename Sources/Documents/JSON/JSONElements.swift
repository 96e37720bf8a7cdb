/// The elements of an array, in order.
package struct JSONElements: Sequence, Sendable {
  let document: JSONDocument
  let indices: Range<Int>
  /// The number of elements.
  package let count: Int

  /// Whether there is none.
  package var isEmpty: Bool { count == 0 }

  /// Begins at the first element.
  package func makeIterator() -> Iterator {
    Iterator(document: document, index: indices.lowerBound, end: indices.upperBound)
  }

  /// Goes through the elements once.
  package struct Iterator: IteratorProtocol {
    let document: JSONDocument
    var index: Int
    let end: Int

    /// The next element; nil after the last.
    package mutating func next() -> JSONNode? {
      guard index < end else { return nil }
      defer { index = Int(document.tape[index].next) }
      return JSONNode(document: document, index: index)
    }
  }
}

extension JSONNode {
  /// The elements of an array; none for everything else.
  package var elements: JSONElements {
    kind == .array
      ? JSONElements(document: document, indices: index + 1..<Int(entry.next), count: count)
      : JSONElements(document: document, indices: index..<index, count: 0)
  }

  /// The element of an array at a position counted from 0; nil where there is none.
  ///
  /// Takes time in proportion to the position.
  package func element(_ position: Int) -> JSONNode? {
    guard kind == .array, position >= 0, position < count else { return nil }
    return JSONNode(document: document, index: document.elementIndex(position, ofArrayAt: index))
  }
}

extension JSONDocument {
  /// The tape index of an element that is known to be there.
  func elementIndex(_ position: Int, ofArrayAt index: Int) -> Int {
    var element = index + 1
    for _ in 0..<position { element = Int(tape[element].next) }
    return element
  }
}
