internal import AccordDocuments

/// Selects by XPath.
struct XPathSelector: Selector {
  private let xpath: XPath

  /// - Parameter namespaces: Each as `PREFIX=URI`.
  init(_ expression: String, namespaces: [String]) throws(ToolProblem) {
    var bindings: [String: String] = [:]
    for text in namespaces {
      guard let sign = text.firstIndex(of: "="), sign != text.startIndex,
        text.index(after: sign) != text.endIndex
      else { throw .namespace(text) }
      bindings[String(text[..<sign])] = String(text[text.index(after: sign)...])
    }
    do {
      xpath = try XPath(expression, namespaces: bindings)
    } catch {
      throw .xpath(error, prefixes: bindings.keys.sorted())
    }
  }

  var warnings: [String] { [] }

  func select(
    from octets: [UInt8], of file: InputFile, _ results: inout Results, _ output: inout Output
  ) throws(ToolProblem) {
    let tree: XMLTree
    do {
      tree = try XMLTree(parsing: octets)
    } catch {
      throw .malformedXML(file, error)
    }
    let result: XPathResult
    do {
      result = try xpath.evaluate(on: tree)
    } catch {
      throw .noAnswer(file, "\(error)")
    }
    guard let nodes = result.nodes else {
      results.print(
        utf8: shown(result.string, results.format), path: nil,
        isSuccess: result != .boolean(false), &output)
      return
    }
    for node in nodes {
      results.print(
        utf8: shown(node.value, results.format),
        path: Array(VisibleText.escape(node.path).utf8), &output)
    }
  }

  private func shown(_ text: String, _ format: ResultFormat) -> [UInt8] {
    Array((format.isRaw ? text : VisibleText.result(text)).utf8)
  }
}
