internal import AccordDocuments

/// Selects by JSONPath.
struct JSONPathSelector: Selector {
  private let path: JSONPath

  /// - Parameters:
  ///   - text: The path.
  ///   - files: What follows it on the command line, to tell a path that is not where it should be.
  init(_ text: String, files: [String]) throws(ToolProblem) {
    do {
      path = try JSONPath(text)
    } catch {
      throw .path(error, PathMistake(text, files: files))
    }
  }

  var warnings: [String] {
    path.patternErrors.map { "a regular expression of the path matches nothing: \($0)" }
  }

  func select(
    from octets: [UInt8], of file: InputFile, _ results: inout Results, _ output: inout Output
  ) throws(ToolProblem) {
    let document: JSONDocument
    do {
      document = try JSONDocument(parsing: octets, limits: .anyDepth)
    } catch {
      throw .malformedJSON(file, error, octets)
    }
    let nodes: [JSONNode]
    do {
      nodes = try path.select(from: document.root)
    } catch {
      throw .noAnswer(file, "\(error)")
    }
    var locator = JSONLocator(document)
    for node in nodes {
      let location = results.format.showsPaths ? locator.location(of: node).normalizedPath : nil
      results.print(
        utf8: text(of: node, isRaw: results.format.isRaw),
        path: location.map { VisibleText.json(Array($0.utf8)) }, &output)
    }
  }

  private func text(of node: JSONNode, isRaw: Bool) -> [UInt8] {
    if isRaw, let string = node.string { return Array(string.utf8) }
    var writer = JSONWriter(.compact)
    writer.node(node)
    return isRaw ? writer.bytes : VisibleText.json(writer.bytes)
  }
}
