package import AccordDocuments

extension JSONValue {
  /// A value of a document, as it was written: members in their order, numbers with all their digits.
  package init(_ node: JSONNode) {
    switch node.kind {
    case .null: self.init(.null)
    case .boolean: self.init(.boolean(node.boolean ?? false))
    case .number: self.init(.number(NumberText(node.sourceText)))
    case .string: self.init(.string(Template(node.string ?? "")))
    case .array: self.init(.array(node.elements.map { JSONValue($0) }))
    case .object:
      self.init(.object(node.members.map { (Template($0.name), JSONValue($0.value)) }))
    }
  }
}
