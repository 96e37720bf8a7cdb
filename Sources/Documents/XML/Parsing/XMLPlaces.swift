/// Names the places of a document's nodes, each as an XPath such as `/products/product[3]/price`.
///
/// Positions are told where a parent has several of the name. A name is written with the caller's
/// prefix for its namespace, if there is one, and as in the document if not.
struct XMLPlaces {
  private let index: XMLIndex
  /// For each name of the index how it is shown, and a number for what is shown alike.
  private var shown: [String] = []
  private var shownNumbers: [Int32] = []
  /// For each child that was asked for: which of its name it is, 0 if it is the only one.
  private var ordinals: [Int32: Int32] = [:]
  private var numberedParents: Set<Int32> = []

  /// Takes the caller's prefixes, and the namespaces that they mean.
  init(_ index: XMLIndex, namespaces: [String: String] = [:]) {
    self.index = index
    var numbers: [[UInt8]: Int32] = [:]
    let prefixes = namespaces.sorted { $0.key < $1.key }
    for name in index.names {
      let prefix = prefixes.first { XMLIndex.isSame($0.value, name.namespace) }?.key
      let text = (prefix ?? name.prefix).map { "\($0):\(name.local)" } ?? name.local
      let number = numbers[Array(text.utf8)] ?? Int32(numbers.count)
      numbers[Array(text.utf8)] = number
      shown.append(text)
      shownNumbers.append(number)
    }
  }

  /// The XPath of a node.
  mutating func path(of position: Int) -> String {
    var steps: [String] = []
    var position = position
    while position > 0 {
      let node = index.nodes[position]
      var step =
        switch node.kind {
        case .attribute: "@\(shown[Int(node.name)])"
        case .text: "text()"
        case .comment: "comment()"
        case .processingInstruction: "processing-instruction(\"\(shown[Int(node.name)])\")"
        default: shown[Int(node.name)]
        }
      let ordinal = node.kind == .attribute ? 0 : self.ordinal(of: position)
      if ordinal > 0 { step += "[\(ordinal)]" }
      steps.append(step)
      position = Int(node.parent)
    }
    return steps.isEmpty ? "/" : "/" + steps.reversed().joined(separator: "/")
  }

  private mutating func ordinal(of position: Int) -> Int32 {
    let parent = index.nodes[position].parent
    if numberedParents.insert(parent).inserted { numberChildren(of: parent) }
    return ordinals[Int32(position)] ?? 0
  }

  /// Counts all children of a parent at once: asking one by one would take quadratic time.
  private mutating func numberChildren(of parent: Int32) {
    var counts: [Int32: (count: Int32, first: Int32)] = [:]
    for child in index.children(of: Int(parent)) {
      let node = index.nodes[child]
      let key: Int32 =
        switch node.kind {
        case .element: shownNumbers[Int(node.name)]
        case .processingInstruction: -10 - shownNumbers[Int(node.name)]
        default: -1 - Int32(node.kind.rawValue)
        }
      let former = counts[key] ?? (0, Int32(child))
      counts[key] = (former.count + 1, former.first)
      if former.count == 1 { ordinals[former.first] = 1 }
      if former.count > 0 { ordinals[Int32(child)] = former.count + 1 }
    }
  }
}
