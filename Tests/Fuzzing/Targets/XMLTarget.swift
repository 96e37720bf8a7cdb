import AccordDocuments
internal import CAccordXML

/// What libxml2 would print is a finding too.
///
/// A hostile document must not write to the terminal: a report that nobody has asked for comes
/// here.
private let hasSilence: Bool = {
  xmlSetStructuredErrorFunc(nil) { _, error in
    let message = error.flatMap { $0.pointee.message.map { String(cString: $0) } } ?? ""
    require(false, "libxml2 prints nothing: \(message)")
  }
  return true
}()

/// XML: a document, and below it an XPath, which serves as the charset of a media type too.
func testXML(_ input: FuzzInput) {
  _ = hasSilence
  let (document, second) = input.halves
  let text = second.text
  for conflict in XMLEncodingConflict.conflicts(charset: text, document: document) {
    require(!conflict.description.isEmpty, "a conflict has words")
  }
  _ = read(document, charset: text)
  do throws(XMLSyntaxError) {
    let tree = try XMLTree(parsing: document)
    guard let again = read(document, charset: nil) else {
      return require(false, "what was read once can be read again")
    }
    require(tree.differences(from: again).isEmpty, "a document is itself")
    visit(tree.root)
    if let other = read(another, charset: nil) {
      let differences = tree.differences(from: other, limit: 20)
      require(
        differences.isEmpty == other.differences(from: tree).isEmpty, "to differ goes both ways")
      require(differences.allSatisfy { !$0.description.isEmpty }, "a difference has words")
    }
    try select(text, from: tree)
  } catch {
    require(!error.reason.isEmpty, "an error has words")
  }
}

/// What each document is compared with.
private let another = Array(
  "<r xmlns:x='urn:x'><a id='1' x:b='2'>t</a><a/>u<b/><c><x:c/>v</c><a id='3'/></r>".utf8)

private func read(_ document: [UInt8], charset: String?) -> XMLTree? {
  do throws(XMLSyntaxError) { return try XMLTree(parsing: document, charset: charset) } catch {
    return nil
  }
}

/// libxml2 allows 256 levels.
private func visit(_ element: XMLTree.Element) {
  _ = element.text
  for child in element.elements { visit(child) }
}

private func select(_ text: String, from tree: borrowing XMLTree) throws(XMLSyntaxError) {
  let path: XPath
  do throws(XPathSyntaxError) {
    path = try XPath(text, namespaces: ["x": "urn:x"])
  } catch {
    require((0...text.utf8.count).contains(error.byteOffset), "an error's place is in the path")
    return require(!error.description.isEmpty && !error.picture.isEmpty, "an error has words")
  }
  guard let result = try? path.evaluate(on: tree, limits: limits) else { return }
  require((result.nodes != nil) == (path.kind == .nodes), "a result is of its expression's kind")
  _ = (result.string, result.number, result.boolean)
  for node in result.nodes?.prefix(20) ?? [] {
    require(node.path.hasPrefix("/"), "a node has a place")
    require(node.line >= 0, "a node has a line")
  }
}

/// An XPath may do far more work than an input is worth.
private let limits = XPathLimits(
  maximumSteps: 50_000, maximumNodes: 5_000, maximumText: 1 << 18)
