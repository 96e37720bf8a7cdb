import AccordDocuments

/// JSON Pointer: a pointer, and a document that it leads into.
func testJSONPointer(_ input: FuzzInput) {
  let (first, second) = input.halves
  let text = first.text
  let pointer: JSONPointer
  do throws(JSONPointerSyntaxError) {
    pointer = try JSONPointer(text)
  } catch {
    require((0...text.utf8.count).contains(error.offset), "an error's place is in the text")
    require(!error.description.isEmpty, "an error has words")
    _ = try? JSONPointer(uriFragment: text)
    return
  }
  require(pointer.description.utf8.elementsEqual(text.utf8), "a pointer is written as it was read")
  require(JSONPointer(tokens: pointer.tokens) == pointer, "a pointer is its tokens")
  let fragment = pointer.uriFragment
  require(fragment.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "a fragment is of a URI")
  require((try? JSONPointer(uriFragment: fragment)) == pointer, "a fragment reads back")
  guard let root = try? JSONDocument(parsing: second).root else { return }
  // Of members of one name the last counts, here and there.
  guard let node = pointer.evaluate(in: root) else { return }
  let again = node.location.pointer.evaluate(in: root)
  require(again?.isSamePlace(as: node) == true, "a value's own place leads to it")
}
