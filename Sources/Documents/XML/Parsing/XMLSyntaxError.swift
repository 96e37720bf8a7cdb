internal import CAccordXML

/// Why a text is not an XML document, or none that is read.
package struct XMLSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The first thing that is wrong.
  package let report: XMLReport

  /// Counted from 1; 0 if it is not known.
  package var line: Int { report.line }
  /// Counted from 1, as libxml2 counts; 0 if it is not known.
  package var column: Int { report.column }
  /// What is wrong, in one line.
  package var reason: String { report.message }
  /// One sentence with the place.
  package var description: String { report.description }

  /// Whether the document is not read, rather than not well-formed: it is larger than the bounds, or
  /// refers to what lies outside of it.
  package var isLimit: Bool {
    switch report.code {
    // Our own bounds; libxml2's of depth and length, of memory, of names, and of resources, which is
    // newer than the oldest libxml2 that is built with.
    case 0, Int(XML_ERR_INTERNAL_ERROR.rawValue), Int(XML_ERR_NO_MEMORY.rawValue),
      Int(XML_ERR_NAME_TOO_LONG.rawValue), 114:
      true
    default: false
    }
  }

  /// Whether it breaks the rules of namespaces, which a document may and be well-formed all the same
  /// (XML 1.0 section 2.1, Namespaces in XML section 7).
  package var isOfNamespaces: Bool {
    switch report.code {
    case Int(XML_NS_ERR_XML_NAMESPACE.rawValue)...Int(XML_NS_ERR_COLON.rawValue): true
    default: false
    }
  }

  init(report: XMLReport) { self.report = report }

  init(_ message: String, line: Int = 0, column: Int = 0) {
    report = XMLReport(code: 0, file: nil, line: line, column: column, message: message)
  }
}
