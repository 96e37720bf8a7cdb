/// Names the places of a document's nodes, each as an XPath such as `/products/product[3]/price`.
///
/// Positions are told where a parent has several of the name. A name is written with the caller's
/// prefix for its namespace, if there is one, and as in the document if not.
struct XMLPlaces {
  private let index: XMLIndex
  /// For each name of the index how it is shown, and a number for what is shown alike.
  private var shown: [String] = []
  private var shownNumbers: [Int32] = []
  /// For each node which of its name it is: 0 if it is the only one, -1 if it was not asked for.
  private var ordinals: [Int32] = []
  /// How many children there were, for each number of what is shown alike.
  ///
  /// All are 0 but while children are counted; of those that are not, `firsts` has the first child.
  private var counts: [Int32] = []
  private var firsts: [Int32] = []
  /// The nodes on the way to the one whose path is asked for.
  private var trail: [Int] = []

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
    guard position > 0 else { return "/" }
    trail.removeAll(keepingCapacity: true)
    var node = position
    while node > 0 {
      trail.append(node)
      node = Int(index.nodes[node].parent)
    }
    var path = ""
    while let node = trail.popLast() {
      path += "/"
      append(node, to: &path)
    }
    return path
  }

  private mutating func append(_ position: Int, to path: inout String) {
    let node = index.nodes[position]
    switch node.kind {
    case .attribute:
      path += "@"
      path += shown[Int(node.name)]
      return
    case .text: path += "text()"
    case .comment: path += "comment()"
    case .processingInstruction:
      path += "processing-instruction(\"\(shown[Int(node.name)])\")"
    default: path += shown[Int(node.name)]
    }
    let ordinal = ordinal(of: position)
    if ordinal > 0 { path += "[\(ordinal)]" }
  }

  private mutating func ordinal(of position: Int) -> Int32 {
    if ordinals.isEmpty {
      ordinals = Array(repeating: -1, count: index.nodes.count)
      // Numbers of elements' names, those of instructions, and one for each other kind of node.
      let numbers = 2 * shown.count + Int(XMLNodeKind.namespace.rawValue) + 1
      counts = Array(repeating: 0, count: numbers)
      firsts = counts
    }
    if ordinals[position] < 0 { numberChildren(of: Int(index.nodes[position].parent)) }
    return ordinals[position]
  }

  /// Counts all children of a parent at once: asking one by one would take quadratic time.
  private mutating func numberChildren(of parent: Int) {
    for child in index.children(of: parent) {
      let number = numberOfWhatIsAlike(child)
      if counts[number] == 0 { firsts[number] = Int32(truncatingIfNeeded: child) }
      if counts[number] == 1 { ordinals[Int(firsts[number])] = 1 }
      ordinals[child] = counts[number] == 0 ? 0 : counts[number] + 1
      counts[number] += 1
    }
    for child in index.children(of: parent) { counts[numberOfWhatIsAlike(child)] = 0 }
  }

  private func numberOfWhatIsAlike(_ position: Int) -> Int {
    let node = index.nodes[position]
    return switch node.kind {
    case .element: Int(shownNumbers[Int(node.name)])
    case .processingInstruction: shown.count + Int(shownNumbers[Int(node.name)])
    default: 2 * shown.count + Int(node.kind.rawValue)
    }
  }
}
