internal import CAccordXML

/// Walks libxml2's document once and lists its nodes.
struct XMLIndexBuilder {
  private(set) var nodes: [XMLIndex.Node] = []
  private(set) var names: [XMLName] = []
  private(set) var expandedNames: [Int32] = []

  /// libxml2 keeps each name of a document, and each declaration of a namespace, once.
  private struct NameKey: Hashable {
    let local: UnsafeRawPointer?
    let namespace: UnsafeRawPointer?
  }

  private var namesByPointer: [NameKey: Int32] = [:]
  private var expandedByText: [[UInt8]: Int32] = [:]

  mutating func add(_ document: UnsafeMutablePointer<xmlDoc>) {
    let root = UnsafeMutableRawPointer(document).assumingMemoryBound(to: xmlNode.self)
    append(root, kind: .document, parent: -1, name: -1)
    var open = [0]
    var next = document.pointee.children
    while let parent = open.last {
      guard let node = next else {
        nodes[parent].end = Int32(truncatingIfNeeded: nodes.count)
        open.removeLast()
        next = parent == 0 ? nil : nodes[parent].pointer.pointee.next
        continue
      }
      next = node.pointee.next
      switch node.pointee.type {
      case XML_ELEMENT_NODE:
        open.append(nodes.count)
        addElement(node, parent: parent)
        next = node.pointee.children
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        // A text has characters (section 5.7), which an empty CDATA section has not, and texts side
        // by side are one node.
        guard let content = node.pointee.content, content.pointee != 0 else { continue }
        if let last = nodes.last, last.kind == .text, Int(last.parent) == parent { continue }
        append(node, kind: .text, parent: parent, name: -1)
      case XML_COMMENT_NODE:
        append(node, kind: .comment, parent: parent, name: -1)
      case XML_PI_NODE:
        append(
          node, kind: .processingInstruction, parent: parent,
          name: name(node.pointee.name, in: nil))
      default: break
      }
    }
  }

  private mutating func addElement(_ node: UnsafeMutablePointer<xmlNode>, parent: Int) {
    let position = nodes.count
    append(
      node, kind: .element, parent: parent, name: name(node.pointee.name, in: node.pointee.ns))
    var next = node.pointee.properties
    while let attribute = next {
      append(
        UnsafeMutableRawPointer(attribute).assumingMemoryBound(to: xmlNode.self),
        kind: .attribute, parent: position,
        name: name(attribute.pointee.name, in: attribute.pointee.ns))
      next = attribute.pointee.next
    }
  }

  private mutating func append(
    _ pointer: UnsafeMutablePointer<xmlNode>, kind: XMLNodeKind, parent: Int, name: Int32
  ) {
    nodes.append(
      XMLIndex.Node(
        pointer: pointer, parent: Int32(truncatingIfNeeded: parent),
        end: Int32(truncatingIfNeeded: nodes.count + 1), name: name, kind: kind))
  }

  private mutating func name(
    _ local: UnsafePointer<xmlChar>?, in namespace: UnsafeMutablePointer<xmlNs>?
  ) -> Int32 {
    let key = NameKey(local: local, namespace: namespace)
    if let known = namesByPointer[key] { return known }
    let name = XMLName(
      local: XMLLibrary.string(local) ?? "",
      namespace: XMLLibrary.string(namespace?.pointee.href),
      prefix: XMLLibrary.string(namespace?.pointee.prefix))
    let number = Int32(truncatingIfNeeded: names.count)
    let text = Array(name.local.utf8) + [0] + Array((name.namespace ?? "").utf8)
    let expanded = expandedByText[text] ?? number
    expandedByText[text] = expanded
    names.append(name)
    expandedNames.append(expanded)
    namesByPointer[key] = number
    return number
  }
}
