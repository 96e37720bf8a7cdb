package import AccordDocuments

extension JSONValue {
  /// Writes the value as JSON, with the values of its variables.
  ///
  /// A variable that is not bound is written by its name: steps are sent only when all that they need
  /// is bound.
  package func write(to writer: inout JSONWriter, _ bindings: Bindings) {
    switch kind {
    case .null: writer.null()
    case .boolean(let value): writer.boolean(value)
    case .number(let number): writer.raw(number.text)
    case .string(let template): writer.string(bindings.text(template) ?? template.description)
    case .array(let elements):
      writer.beginArray()
      for element in elements { element.write(to: &writer, bindings) }
      writer.endArray()
    case .object(let members):
      writer.beginObject()
      for member in members {
        writer.name(bindings.text(member.name) ?? member.name.description)
        member.value.write(to: &writer, bindings)
      }
      writer.endObject()
    case .variable(let variable):
      switch bindings[variable] {
      case .json(let node)?: writer.node(node)
      case .text(let text)?, .link(let text)?: writer.string(text)
      case nil: writer.null()
      }
    }
  }
}
