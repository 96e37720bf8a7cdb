/// The part of a document that has a meaning: its nodes without comments, without insignificant
/// white space, and with a hash of everything inside of each.
struct XMLContent {
  /// What is inside of an element or of the document.
  enum Item {
    /// An element or processing instruction.
    case node(Int)
    /// Text, which comments may have divided: the position of the first part.
    case text(String, Int)
  }

  let index: XMLIndex
  /// For each element, and processing instruction, a hash of its meaning.
  private(set) var hashes: [Int: Int] = [:]

  init(_ index: XMLIndex) {
    self.index = index
    // What is inside has higher positions, and so has its hash already.
    for position in stride(from: index.nodes.count - 1, through: 1, by: -1) {
      let kind = index.nodes[position].kind
      if kind == .element || kind == .processingInstruction {
        hashes[position] = hash(of: position)
      }
    }
  }

  /// What is inside of a node, and matters.
  func items(of position: Int) -> [Item] {
    var items: [Item] = []
    var texts: [(text: String, position: Int)] = []
    var hasNodes = false
    var hasText = false
    func flush() {
      if let first = texts.first {
        items.append(.text(texts.map(\.text).joined(), first.position))
      }
      texts.removeAll()
    }
    for child in index.children(of: position) {
      switch index.nodes[child].kind {
      case .element, .processingInstruction:
        flush()
        items.append(.node(child))
        hasNodes = true
      case .text:
        let text = index.text(of: child)
        hasText = hasText || !text.utf8.allSatisfy { XPathNumber.isSpace($0) }
        texts.append((text, child))
      case .comment: hasNodes = true
      default: break
      }
    }
    flush()
    guard hasNodes, !hasText, !preservesSpace(position) else { return items }
    return items.filter { if case .text = $0 { false } else { true } }
  }

  /// The attributes with expanded names, in the names' order.
  func attributes(of position: Int) -> [(name: String, value: String, position: Int)] {
    index.attributes(of: position).map { attribute in
      let name = index.name(of: attribute)
      var value = index.text(of: attribute)
      if name?.local == "type", name?.namespace == "http://www.w3.org/2001/XMLSchema-instance" {
        value = expanded(value, at: position)
      }
      return (name?.expanded ?? "", value, attribute)
    }.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// An element's start, as in `<item quantity="2">`, or a processing instruction.
  func excerpt(of position: Int) -> String {
    let name = index.name(of: position)?.description ?? ""
    guard index.nodes[position].kind == .element else {
      return "<?\(name) \(index.text(of: position))?>"
    }
    let attributes = index.attributes(of: position).map { attribute in
      " \(index.name(of: attribute)?.description ?? "")=\"\(index.text(of: attribute))\""
    }
    return "<\(name)\(attributes.joined())>"
  }

  private func preservesSpace(_ position: Int) -> Bool {
    var position = position
    while position > 0 {
      for attribute in index.attributes(of: position) {
        let name = index.name(of: attribute)
        if name?.local == "space", name?.namespace == "http://www.w3.org/XML/1998/namespace" {
          return index.text(of: attribute) == "preserve"
        }
      }
      position = Int(index.nodes[position].parent)
    }
    return false
  }

  /// A qualified name in a value, with its namespace in place of the prefix.
  private func expanded(_ value: String, at position: Int) -> String {
    let parts = value.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let prefix = parts.count == 2 ? String(parts[0]) : nil
    let namespace = index.namespaces(inScopeOf: position)
      .first { XMLIndex.isSame($0.prefix, prefix) }
    if prefix != nil, namespace == nil { return value }
    return XMLName(
      local: parts.last.map(String.init) ?? value, namespace: namespace?.uri, prefix: nil
    ).expanded
  }

  private func hash(of position: Int) -> Int {
    var hasher = Hasher()
    func combine(_ text: String) { hasher.combine(Array(text.utf8)) }
    combine(index.name(of: position)?.expanded ?? "")
    guard index.nodes[position].kind == .element else {
      combine(index.text(of: position))
      return hasher.finalize()
    }
    for attribute in attributes(of: position) {
      combine(attribute.name)
      combine(attribute.value)
    }
    for item in items(of: position) {
      switch item {
      case .node(let node): hasher.combine(hashes[node])
      case .text(let text, _): combine(text)
      }
    }
    return hasher.finalize()
  }
}
