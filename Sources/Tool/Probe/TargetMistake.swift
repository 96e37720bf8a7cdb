internal import AccordDocuments

/// Something in a file of targets that cannot be, and where.
struct TargetMistake: Equatable {
  /// The file's name as it is shown.
  let file: String
  let line: Int
  let column: Int
  /// The place as a JSON Pointer (RFC 6901); empty for the document as a whole.
  let pointer: String
  let words: String

  /// - Parameter offset: Where in the text, if not where the value begins.
  init(
    _ words: String, at node: JSONNode, offset: Int? = nil, pointer: JSONPointer? = nil,
    in file: InputFile
  ) {
    let position = node.document.position(at: offset ?? node.byteOffset)
    self.file = file.shownName
    line = position.line
    column = position.column
    self.pointer = (pointer ?? node.location.pointer).description
    self.words = words
  }
}

extension TargetMistake: CustomStringConvertible {
  /// As in `target.json:3:5: /collections/0/itme: no member is called so; did you mean 'item'?`.
  var description: String {
    let place = pointer.isEmpty ? "" : "\(VisibleText.escape(pointer)): "
    return "\(file):\(line):\(column): \(place)\(words)"
  }
}
