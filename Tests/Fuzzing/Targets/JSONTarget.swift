import AccordDocuments

/// JSON: what is read is written and read again, and the same; numbers have one order.
func testJSON(_ input: FuzzInput) {
  let bytes = input.bytes
  let document: JSONDocument
  do throws(JSONSyntaxError) {
    document = try JSONDocument(parsing: bytes, limits: .anyDepth)
  } catch {
    require((0...bytes.count).contains(error.byteOffset), "an error's place is in the text")
    require(error.line >= 1 && error.column >= 1, "lines and columns count from 1")
    require(!error.description.isEmpty, "an error has words")
    return
  }
  let root = document.root
  for text in [root.compactText, root.indentedText] {
    guard let again = try? JSONDocument(parsing: text, limits: .anyDepth) else {
      return require(false, "what was written can be read")
    }
    require(root.equals(again.root), "what was written has the same value")
    require(document.depth == again.depth, "what was written nests as deep")
    require(document.valueCount == again.valueCount, "what was written has as many values")
    require(JSONShape(of: root) == JSONShape(of: again.root), "what was written has the same shape")
  }
  testShape(JSONShape(of: root))
  testValues(of: root)
  _ = root.excerpt(limit: 20)
}

private func testShape(_ shape: JSONShape) {
  guard let written = try? JSONDocument(parsing: shape.text, limits: .anyDepth) else {
    return require(false, "a shape is written as JSON")
  }
  guard let again = JSONShape(reading: written.root) else {
    return require(false, "a shape that was written can be read")
  }
  require(again == shape, "a shape that was written is the same")
}

/// Looks at the first few hundred values, each with its place.
private func testValues(of root: JSONNode) {
  var numbers: [JSONNumber] = []
  var pending = [root]
  var room = 300
  let hasUniqueNames = root.hasUniqueNames
  while let node = pending.popLast(), room > 0 {
    room -= 1
    let found = node.location.pointer.evaluate(in: root)
    require(
      !hasUniqueNames || found?.isSamePlace(as: node) == true, "a value's own place leads to it")
    testString(node)
    if let number = node.number, numbers.count < 12 { numbers.append(number) }
    pending += node.elements.prefix(room)
    pending += node.members.prefix(room).map(\.value)
    for name in node.duplicateNames { require(node.members(named: name).count > 1, "a name twice") }
  }
  for left in numbers {
    testNumber(left)
    for right in numbers { testOrder(left, right) }
  }
}

private func testString(_ node: JSONNode) {
  guard let string = node.string else { return }
  require(node.scalarCount == string.unicodeScalars.count, "a string's scalars are counted")
  require(node.stringEquals(string), "a string equals what it means")
  var writer = JSONWriter()
  writer.string(string)
  let again = try? JSONDocument(parsing: writer.bytes)
  require(again?.root.equals(node) == true, "a string that was written means the same")
}

private func testNumber(_ number: JSONNumber) {
  require(JSONNumber(number.text) == number, "a number reads back")
  require(number.isMultiple(of: number) || number == JSONNumber(0), "a number is its own multiple")
  require(number.isWithin(JSONNumber(0), of: number), "a number is where it is")
  if let integer = number.intValue { require(JSONNumber(integer) == number, "an integer is exact") }
}

private func testOrder(_ left: JSONNumber, _ right: JSONNumber) {
  let relations = [left < right, left == right, right < left]
  require(relations.count { $0 } == 1, "\(left) is below, equal to or above \(right)")
  if left == right { require(left.hashValue == right.hashValue, "equal numbers hash alike") }
  if left < right {
    require(left.doubleValue <= right.doubleValue, "\(left) and \(right) are rounded in order")
  }
  _ = left.isMultiple(of: right)
  require(
    left.isWithin(JSONNumber(0), of: right) == (left == right), "only what is equal is not away")
}
