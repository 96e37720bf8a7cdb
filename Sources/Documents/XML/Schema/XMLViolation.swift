internal import CAccordXML

/// A place where a document does not keep to a schema.
package struct XMLViolation: Sendable, Hashable, CustomStringConvertible {
  /// libxml2's number of the kind of violation (`xmlParserErrors`).
  package let code: Int
  /// Where the element that is meant begins, counted from 1; 0 if it is not known.
  package let line: Int
  /// The place of the element or attribute, as in `/cart/item[2]/@quantity`; nil if the schema's
  /// processor names none.
  package let path: String?
  /// What is wrong, in libxml2's words and in one line.
  package let message: String

  /// What is wrong without the name of the element or attribute, which the path tells.
  package var reason: String {
    guard path != nil, message.hasPrefix("Element '"),
      let end = message.firstRange(of: "': ")?.upperBound
    else { return message }
    return String(message[end...])
  }

  /// One line, as in `line 2, /cart/item[2]: Element 'item': This element is not expected`.
  package var description: String {
    let places = [line > 0 ? "line \(line)" : nil, path].compactMap(\.self)
    return places.isEmpty ? message : "\(places.joined(separator: ", ")): \(message)"
  }

  /// Runs a validation and names the places of what it reports.
  ///
  /// `validate` gives libxml2's verdict: 0 if the document is valid, above 0 if not.
  static func collect(
    in tree: borrowing XMLTree, limit: Int,
    _ validate: (UnsafePointer<accord_xml_receiver>) -> Int32
  ) throws(XMLSchemaError) -> [XMLViolation] {
    var nodes: [UnsafeRawPointer?] = []
    let (verdict, reports) = XMLLibrary.collectingReports(
      limit: max(limit, 1), noticing: { nodes.append($0) }, validate)
    guard verdict >= 0, verdict == 0 || !reports.isEmpty else {
      throw XMLSchemaError(reports: reports)
    }
    guard verdict > 0 else { return [] }
    return violations(reports, nodes, in: tree)
  }

  /// The reports with their places.
  ///
  /// libxml2 has no level for what is only a consequence of another violation and calls it a warning
  /// in its words.
  private static func violations(
    _ reports: [XMLReport], _ nodes: [UnsafeRawPointer?], in tree: borrowing XMLTree
  ) -> [XMLViolation] {
    let index = tree.index
    var places = XMLPlaces(index)
    let kept = zip(reports, nodes).filter { !$0.0.message.contains("Warning: ") }
    return kept.map { report, node in
      let position = node.flatMap { index.position(of: $0) }
      return XMLViolation(
        code: report.code, line: position.map { index.line(of: $0) } ?? report.line,
        path: position.map {
          places.path(of: attribute(in: report.message, of: $0, index) ?? $0)
        }, message: report.message)
    }
  }

  /// The attribute that a message is about; nil if it is about its element.
  ///
  /// Of an attribute libxml2 names the element as the place, and says which one in its words:
  /// `Element '{urn:x}item', attribute 'quantity': …`.
  private static func attribute(in message: String, of element: Int, _ index: XMLIndex) -> Int? {
    let parts = message.split(separator: "'", maxSplits: 4, omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0] == "Element ", parts[2] == ", attribute " else { return nil }
    return index.attributes(of: element).first { attribute in
      index.name(of: attribute)?.expanded.hasSameCodePoints(as: String(parts[3])) == true
    }
  }
}
