internal import CAccordXML

extension XMLIndex {
  /// The string-value of a node (XPath 1.0 section 5).
  func text(of position: Int) -> String {
    let node = nodes[position]
    switch node.kind {
    case .element, .document:
      // Nearly always there is one text, or none.
      var texts: [String] = []
      for descendant in (position + 1)..<max(position + 1, Int(node.end))
      where nodes[descendant].kind == .text {
        texts.append(textRun(at: nodes[descendant].pointer))
      }
      return texts.count == 1 ? texts[0] : texts.joined()
    case .text: return textRun(at: node.pointer)
    case .attribute: return node.pointer.pointee.children.map { textRun(at: $0) } ?? ""
    default: return XMLLibrary.string(node.pointer.pointee.content) ?? ""
    }
  }

  /// The text of a node and of the texts after it that libxml2 has not joined with it.
  private func textRun(at first: UnsafeMutablePointer<xmlNode>) -> String {
    var result = XMLLibrary.string(first.pointee.content) ?? ""
    var next = first.pointee.next
    while let node = next,
      node.pointee.type == XML_TEXT_NODE || node.pointee.type == XML_CDATA_SECTION_NODE
    {
      result += XMLLibrary.string(node.pointee.content) ?? ""
      next = node.pointee.next
    }
    return result
  }

  /// The positions of what is directly inside, without attributes.
  func children(of position: Int) -> XMLIndexChildren {
    let node = nodes[position]
    var first = position + 1
    while first < Int(node.end), nodes[first].kind == .attribute { first += 1 }
    return XMLIndexChildren(index: self, position: first, end: Int(node.end))
  }

  /// The positions of an element's attributes.
  func attributes(of position: Int) -> Range<Int> {
    guard nodes[position].kind == .element else { return position..<position }
    var end = position + 1
    while end < Int(nodes[position].end), nodes[end].kind == .attribute { end += 1 }
    return (position + 1)..<end
  }
}

/// Steps from child to child, over what is inside of each.
struct XMLIndexChildren: Sequence, IteratorProtocol {
  let index: XMLIndex
  var position: Int
  let end: Int

  mutating func next() -> Int? {
    guard position < end else { return nil }
    defer { position = Int(index.nodes[position].end) }
    return position
  }
}
