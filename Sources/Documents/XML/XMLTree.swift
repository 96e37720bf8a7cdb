internal import CAccordXML

/// An XML document (XML 1.0 with Namespaces) that libxml2 has parsed.
///
/// The document is taken for hostile: nothing is fetched over a network, no DTD is loaded, no
/// entity is substituted, and libxml2's limits hold, among them 256 levels of elements.
///
/// The one owner of libxml2's document, which is freed with it. The name is not Foundation's.
package struct XMLTree: ~Copyable {
  let document: UnsafeMutablePointer<xmlDoc>

  /// Parses a whole document.
  ///
  /// - Parameter bytes: The document, in the encoding that it declares or in UTF-8.
  /// - Throws: The first place where it is not well-formed, or not with regard to namespaces.
  package init(parsing bytes: [UInt8]) throws(XMLSyntaxError) {
    guard let count = Int32(exactly: bytes.count) else {
      throw Self.error("the document is longer than 2 GiB")
    }
    guard count > 0 else { throw Self.error("the document is empty", line: 1, column: 1) }
    let (document, reports) = XMLLibrary.collectingReports(limit: 1) { receiver in
      bytes.withUnsafeBytes { buffer in
        accord_xml_parse(
          buffer.baseAddress?.assumingMemoryBound(to: CChar.self), count, receiver)
      }
    }
    guard let document else {
      throw reports.first.map { XMLSyntaxError(report: $0) }
        ?? Self.error("libxml2 refused the document without a reason")
    }
    // Namespaces that are not declared leave a document, but not one to rely on.
    if let report = reports.first {
      xmlFreeDoc(document)
      throw XMLSyntaxError(report: report)
    }
    self.document = document
  }

  /// Parses a document that is in a string.
  package init(parsing text: String) throws(XMLSyntaxError) {
    try self.init(parsing: Array(text.utf8))
  }

  deinit { xmlFreeDoc(document) }

  private static func error(_ message: String, line: Int = 0, column: Int = 0) -> XMLSyntaxError {
    XMLSyntaxError(report: XMLReport(code: 0, line: line, column: column, message: message))
  }
}
