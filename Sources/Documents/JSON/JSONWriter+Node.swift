extension JSONWriter {
  /// Writes a value of a document: names, strings and numbers as they were written, members in
  /// their order, white space by the writer's layout.
  ///
  /// Any depth is written without recursion.
  package mutating func node(_ node: JSONNode) {
    let document = node.document
    let tape = document.tape
    var open: [Int] = []  // the tape indices of the arrays and objects that are not ended
    var isName = false
    var index = node.index
    let end = Int(tape[index].next)
    while index < end || !open.isEmpty {
      if let innermost = open.last, index == Int(tape[innermost].next) {
        open.removeLast()
        if document.kind(at: innermost) == .object { endObject() } else { endArray() }
        isName = open.last.map { document.kind(at: $0) == .object } ?? false
        continue
      }
      let range = Int(tape[index].start)..<Int(tape[index].end)
      if isName {
        rawName(utf8: document.bytes[range])
        isName = false
        index += 1
        continue
      }
      switch document.kind(at: index) {
      case .object:
        beginObject()
        open.append(index)
        isName = true
      case .array:
        beginArray()
        open.append(index)
      case .null, .boolean, .number, .string:
        raw(utf8: document.bytes[range])
        isName = open.last.map { document.kind(at: $0) == .object } ?? false
      }
      index += 1
    }
  }
}

extension JSONNode {
  /// The value without white space around its parts.
  package var compactText: String { text(.compact) }

  /// The value with a line for each element and member.
  package var indentedText: String { text(.indented) }

  private func text(_ layout: JSONWriter.Layout) -> String {
    var writer = JSONWriter(layout)
    writer.node(self)
    return writer.text
  }
}
