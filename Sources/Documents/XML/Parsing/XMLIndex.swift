internal import CAccordXML

/// Makes a document's index once, when it is first asked for.
///
/// A class since a document that is borrowed cannot change itself.
final class XMLIndexing {
  private var made: XMLIndex?

  func index(of document: UnsafeMutablePointer<xmlDoc>) -> XMLIndex {
    if let made { return made }
    let index = XMLIndex(of: document)
    made = index
    return index
  }
}

/// The nodes of a document in document order, as XPath's data model has them (XPath 1.0 section
/// 5): texts are one, however libxml2 has split them, and the attributes follow their element.
///
/// Descendants are the range up to a node's `end`, so that nothing here is recursive. It points
/// into libxml2's document and must not outlive it.
final class XMLIndex {
  struct Node {
    /// An `xmlDoc`, `xmlAttr` or `xmlNode`, whose first members are the same.
    let pointer: UnsafeMutablePointer<xmlNode>
    let parent: Int32
    /// The position behind the last descendant and attribute.
    var end: Int32
    /// A position in `names`; -1 without a name.
    let name: Int32
    let kind: XMLNodeKind
  }

  /// The first one is the document.
  let nodes: [Node]
  /// The names as the document writes them, each once for each declaration of its namespace.
  let names: [XMLName]
  /// For each name a number that is the same for the same local name and namespace.
  let expandedNames: [Int32]

  private lazy var positions: [UnsafeRawPointer: Int] = {
    var positions: [UnsafeRawPointer: Int] = [:]
    positions.reserveCapacity(nodes.count)
    for (position, node) in nodes.enumerated() {
      positions[UnsafeRawPointer(node.pointer)] = position
    }
    return positions
  }()

  init(of document: UnsafeMutablePointer<xmlDoc>) {
    var builder = XMLIndexBuilder()
    builder.add(document)
    nodes = builder.nodes
    names = builder.names
    expandedNames = builder.expandedNames
  }

  /// The position of one of libxml2's nodes; nil if it is not one of these.
  func position(of pointer: UnsafeRawPointer) -> Int? { positions[pointer] }

  /// The number of an expanded name; nil if no node has it.
  func expandedName(_ local: String, namespace: String?) -> Int32? {
    for (position, name) in names.enumerated()
    where name.local.hasSameCodePoints(as: local) && Self.isSame(name.namespace, namespace) {
      return expandedNames[position]
    }
    return nil
  }

  /// The name of a node; nil for documents, texts and comments.
  func name(of position: Int) -> XMLName? {
    let name = nodes[position].name
    return name < 0 ? nil : names[Int(name)]
  }

  /// The line that a node begins on, an attribute's element's; 0 if it is not known.
  func line(of position: Int) -> Int {
    let node = nodes[position]
    switch node.kind {
    case .document: return 1
    case .attribute: return line(of: Int(node.parent))
    case .element: return Int(node.pointer.pointee.extra) << 16 | Int(node.pointer.pointee.line)
    default: return max(0, Int(xmlGetLineNo(node.pointer)))
    }
  }

  static func isSame(_ left: String?, _ right: String?) -> Bool {
    switch (left, right) {
    case (nil, nil): true
    case (let left?, let right?): left.hasSameCodePoints(as: right)
    default: false
    }
  }
}
