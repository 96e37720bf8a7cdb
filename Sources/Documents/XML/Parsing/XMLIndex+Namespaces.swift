internal import CAccordXML

/// A prefix, nil for the default namespace, and what it stands for.
struct XMLNamespace {
  let prefix: String?
  let uri: String
}

extension XMLIndex {
  /// The namespaces in scope of an element, `xml` among them (Namespaces in XML 1.0 section 6.1).
  func namespaces(inScopeOf position: Int) -> [XMLNamespace] {
    var seen: Set<[UInt8]> = []
    var result: [XMLNamespace] = []
    var position = position
    while position > 0 {
      var next = nodes[position].kind == .element ? nodes[position].pointer.pointee.nsDef : nil
      while let declaration = next {
        next = declaration.pointee.next
        let prefix = XMLLibrary.string(declaration.pointee.prefix)
        guard seen.insert(Array((prefix ?? "").utf8)).inserted else { continue }
        // An empty one takes the default namespace back.
        let uri = XMLLibrary.string(declaration.pointee.href) ?? ""
        if !uri.isEmpty { result.append(XMLNamespace(prefix: prefix, uri: uri)) }
      }
      position = Int(nodes[position].parent)
    }
    result.append(XMLNamespace(prefix: "xml", uri: "http://www.w3.org/XML/1998/namespace"))
    return result
  }

  /// Whether an attribute is an identifier: `xml:id`, or what the internal DTD says is one.
  func isIdentifier(_ position: Int) -> Bool {
    UnsafeMutableRawPointer(nodes[position].pointer).assumingMemoryBound(to: xmlAttr.self)
      .pointee.atype == XML_ATTRIBUTE_ID
  }
}
