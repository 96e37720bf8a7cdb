internal import CAccordXML

/// An XML Schema (XSD 1.0), ready to validate documents.
///
/// Schemas are the author's own and are trusted: one that is read from a file may include other
/// files. Nothing is fetched over a network.
///
/// The one owner of libxml2's schema, which is freed with it.
package struct XMLSchema: ~Copyable {
  private let schema: xmlSchemaPtr
  /// What the schema was made of and points into: freed after it.
  private let source: UnsafeMutablePointer<xmlDoc>

  /// Reads a schema that stands alone.
  ///
  /// - Throws: What is wrong with it.
  package init(parsing bytes: [UInt8]) throws(XMLSchemaError) {
    guard let count = Int32(exactly: bytes.count), count > 0 else {
      throw XMLSchemaError(reports: [])
    }
    (schema, source) = try Self.read { receiver in
      bytes.withUnsafeBytes { buffer in
        accord_xml_parse(
          buffer.baseAddress?.assumingMemoryBound(to: CChar.self), count, receiver)
      }
    }
  }

  /// Reads a schema from a file, and the files that it includes.
  ///
  /// - Throws: What is wrong with it, or that it cannot be read.
  package init(contentsOf path: String) throws(XMLSchemaError) {
    (schema, source) = try Self.read { accord_xml_parse_file(path, $0) }
  }

  deinit {
    xmlSchemaFree(schema)
    xmlFreeDoc(source)
  }

  /// Validates a document.
  ///
  /// - Parameters:
  ///   - tree: The document.
  ///   - limit: How many violations are told at most.
  /// - Returns: Where the document does not keep to the schema; nothing if it does.
  /// - Throws: Only where libxml2 has no verdict, such as for want of memory.
  package func violations(
    of tree: borrowing XMLTree, limit: Int = 100
  ) throws(XMLSchemaError) -> [XMLReport] {
    let document = tree.document
    let (verdict, reports) = XMLLibrary.collectingReports(limit: max(limit, 1)) { receiver in
      accord_xml_validate(schema, document, receiver)
    }
    guard verdict >= 0, verdict == 0 || !reports.isEmpty else {
      throw XMLSchemaError(reports: reports)
    }
    return reports
  }

  private static func read(
    _ parse: (UnsafePointer<accord_xml_receiver>) -> UnsafeMutablePointer<xmlDoc>?
  ) throws(XMLSchemaError) -> (xmlSchemaPtr, UnsafeMutablePointer<xmlDoc>) {
    // That a file cannot be read is a warning to libxml2.
    let (pair, reports) = XMLLibrary.collectingReports(limit: 20, withWarnings: true) {
      receiver -> (xmlSchemaPtr, UnsafeMutablePointer<xmlDoc>)? in
      guard let source = parse(receiver) else { return nil }
      guard let schema = accord_xml_schema(source, receiver) else {
        xmlFreeDoc(source)
        return nil
      }
      return (schema, source)
    }
    guard let pair else { throw XMLSchemaError(reports: reports) }
    return pair
  }
}

/// Why a schema cannot be used.
package struct XMLSchemaError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What libxml2 has to say, at most twenty reports; none if it gave no reason.
  package let reports: [XMLReport]

  /// All reports in one line.
  package var description: String {
    reports.isEmpty
      ? "libxml2 cannot use the schema and gives no reason"
      : reports.map(\.description).joined(separator: "; ")
  }
}
