/// A path of names and positions only, such as `$.users[0].id`: it leads to one value at most.
package struct JSONSingularPath: Sendable {
  enum Step: Sendable {
    case name([UInt8])
    case index(Int)
  }

  let steps: [Step]

  /// The value that the path leads to; nil if there is none.
  ///
  /// Of members of the same name the last counts. Nothing is allocated.
  package func node(in root: JSONNode) -> JSONNode? {
    var looked = 0
    return index(in: root.document, from: root.index, lookingAt: &looked)
      .map { JSONNode(document: root.document, index: $0) }
  }

  /// As ``node(in:)``, by tape indices; counts the elements and members that are looked at.
  func index(in document: JSONDocument, from root: Int, lookingAt looked: inout Int) -> Int? {
    var index = root
    for step in steps {
      looked += Int(document.tape[index].count)
      switch step {
      case .name(let name):
        guard document.kind(at: index) == .object,
          let member = name.withUnsafeBufferPointer({
            document.lastMember($0, ofObjectAt: index).index
          })
        else { return nil }
        index = member
      case .index(let position):
        guard let element = document.elementIndex(signed: position, ofValueAt: index) else {
          return nil
        }
        index = element
      }
    }
    return index
  }
}

extension JSONSingularPath: CustomStringConvertible {
  /// The path for people: `$.users[0].id`.
  package var description: String { location(upTo: steps.count).description }

  /// The first member on the way that its object has more than once; nil if there is none.
  ///
  /// Which of them a client sees is undefined (RFC 8259 section 4).
  package func repeatedMember(in root: JSONNode) -> (place: JSONLocation, value: JSONNode)? {
    var node = root
    for (count, step) in steps.enumerated() {
      let value: JSONNode?
      switch step {
      case .name(let name):
        let (member, times) = node.lastMember(String(decoding: name, as: UTF8.self))
        if times > 1, let member { return (location(upTo: count + 1), member) }
        value = member
      case .index: value = JSONSingularPath(steps: [step]).node(in: node)
      }
      guard let value else { return nil }
      node = value
    }
    return nil
  }

  private func location(upTo count: Int) -> JSONLocation {
    JSONLocation(
      steps.prefix(count).map { step in
        switch step {
        case .name(let name): .name(String(decoding: name, as: UTF8.self))
        case .index(let index): .index(index)
        }
      })
  }
}

extension JSONDocument {
  /// The tape index of an element whose position counts from the end if it is negative; nil if
  /// there is none or the value is no array.
  func elementIndex(signed position: Int, ofValueAt index: Int) -> Int? {
    guard kind(at: index) == .array else { return nil }
    let count = Int(tape[index].count)
    let normalized = position < 0 ? count + position : position
    guard normalized >= 0, normalized < count else { return nil }
    return elementIndex(normalized, ofArrayAt: index)
  }
}
