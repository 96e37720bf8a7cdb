internal import CAccordXML

extension XMLTree {
  /// The document's element with everything inside of it, as values.
  package var root: Element {
    guard let root = xmlDocGetRootElement(document) else {
      return Element(name: "", namespace: nil, attributes: [], children: [], line: 0)
    }
    return Element(copying: root)
  }

  /// An element, with its attributes and what is inside of it.
  package struct Element: Sendable {
    /// The local name, without a prefix.
    package let name: String
    /// The namespace's name; nil if there is none.
    package let namespace: String?
    /// The attributes in the order of the document, without the declarations of namespaces.
    package let attributes: [Attribute]
    /// Elements and texts in the order of the document.
    ///
    /// Comments and processing instructions are left out.
    package let children: [Child]
    /// Where the element's tag begins, counted from 1.
    package let line: Int
  }

  /// An attribute.
  package struct Attribute: Sendable {
    /// The local name, without a prefix.
    package let name: String
    /// The namespace's name; nil if there is none.
    package let namespace: String?
    /// The value, as the parser normalizes it.
    package let value: String
  }

  /// What is inside of an element.
  package enum Child: Sendable {
    /// An element with everything inside of it.
    case element(Element)
    /// Text or a CDATA section.
    case text(String)
  }
}

extension XMLTree.Element {
  /// The value of the attribute with this name and no namespace; nil if there is none.
  package func attribute(_ name: String) -> String? {
    attributes.first { $0.namespace == nil && $0.name.hasSameCodePoints(as: name) }?.value
  }

  /// The elements directly inside, in order.
  package var elements: [XMLTree.Element] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The elements of this local name directly inside, in order.
  package func elements(_ name: String) -> [XMLTree.Element] {
    elements.filter { $0.name.hasSameCodePoints(as: name) }
  }

  /// All text inside, at any depth, in order.
  package var text: String {
    children.reduce(into: "") { text, child in
      switch child {
      case .text(let part): text += part
      case .element(let element): text += element.text
      }
    }
  }

  /// Copies an element.
  ///
  /// The recursion is bounded by the 256 levels that libxml2 parses.
  fileprivate init(copying element: UnsafeMutablePointer<xmlNode>) {
    name = XMLLibrary.string(element.pointee.name) ?? ""
    namespace = XMLLibrary.string(element.pointee.ns?.pointee.href)
    line = Int(element.pointee.extra) << 16 | Int(element.pointee.line)
    var attributes: [XMLTree.Attribute] = []
    var nextAttribute = element.pointee.properties
    while let attribute = nextAttribute {
      attributes.append(
        XMLTree.Attribute(
          name: XMLLibrary.string(attribute.pointee.name) ?? "",
          namespace: XMLLibrary.string(attribute.pointee.ns?.pointee.href),
          value: Self.text(of: attribute.pointee.children)))
      nextAttribute = attribute.pointee.next
    }
    self.attributes = attributes
    var children: [XMLTree.Child] = []
    var nextChild = element.pointee.children
    while let child = nextChild {
      if child.pointee.type == XML_ELEMENT_NODE {
        children.append(.element(XMLTree.Element(copying: child)))
      } else if let text = Self.text(of: child.pointee) {
        children.append(.text(text))
      }
      nextChild = child.pointee.next
    }
    self.children = children
  }

  /// The text of a list of nodes, as an attribute's value is one.
  private static func text(of list: UnsafeMutablePointer<xmlNode>?) -> String {
    var result = ""
    var next = list
    while let node = next {
      result += text(of: node.pointee) ?? ""
      next = node.pointee.next
    }
    return result
  }

  private static func text(of node: xmlNode) -> String? {
    switch node.type {
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: XMLLibrary.string(node.content)
    default: nil
    }
  }
}
