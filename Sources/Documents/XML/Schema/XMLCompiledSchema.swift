internal import CAccordXML

/// A schema of either language as libxml2 keeps it, and its one owner.
///
/// `@unchecked Sendable`: libxml2 writes to a schema only while it parses it. Of XSD, what changes
/// during a validation, such as the states of content models and the tables of keys, is in the
/// validation's own context; a schema would be added to only where a document names another one
/// and none was given, which is not so here. Of RELAX NG, content models are compiled and
/// interleaves divided while it is parsed, and a validation writes to its own context and to the
/// nodes of the document. The tables of built-in types are made when libxml2 is started.
final class XMLCompiledSchema: @unchecked Sendable {
  enum Language: Sendable {
    case xsd
    case relaxNG
  }

  private enum Schema {
    case xsd(xmlSchemaPtr)
    case relaxNG(xmlRelaxNGPtr)
  }

  private let schema: Schema
  /// What the schema was made of and, in XSD, points into: freed after it.
  private let source: UnsafeMutablePointer<xmlDoc>

  /// Reads a schema from memory; `path` is the file that it is taken to be from.
  convenience init(
    _ language: Language, parsing bytes: [UInt8], from path: String?
  ) throws(XMLSchemaError) {
    try self.init(language) { receiver in
      guard let count = Int32(exactly: bytes.count), count > 0 else { return nil }
      return bytes.withUnsafeBytes { buffer in
        accord_xml_parse_trusted(
          buffer.baseAddress?.assumingMemoryBound(to: CChar.self), count, path, receiver)
      }
    }
  }

  /// Reads a schema from a file.
  convenience init(_ language: Language, contentsOf path: String) throws(XMLSchemaError) {
    try self.init(language) { accord_xml_parse_file(path, $0) }
  }

  private init(
    _ language: Language,
    _ parse: (UnsafePointer<accord_xml_receiver>) -> UnsafeMutablePointer<xmlDoc>?
  ) throws(XMLSchemaError) {
    // That a file cannot be read is a warning to libxml2.
    let (parts, reports) = XMLLibrary.collectingReports(limit: 20, withWarnings: true) { receiver in
      parse(receiver).flatMap { Self.compile(language, $0, receiver) }
    }
    guard let parts else { throw XMLSchemaError(reports: reports) }
    (schema, source) = parts
  }

  /// Makes a schema of a document; where that cannot be, the document is freed.
  private static func compile(
    _ language: Language, _ source: UnsafeMutablePointer<xmlDoc>,
    _ receiver: UnsafePointer<accord_xml_receiver>
  ) -> (Schema, UnsafeMutablePointer<xmlDoc>)? {
    let schema: Schema? =
      switch language {
      case .xsd: accord_xml_schema(source, receiver).map { .xsd($0) }
      case .relaxNG: accord_xml_relaxng(source, receiver).map { .relaxNG($0) }
      }
    if let schema { return (schema, source) }
    xmlFreeDoc(source)
    return nil
  }

  deinit {
    switch schema {
    case .xsd(let schema): xmlSchemaFree(schema)
    case .relaxNG(let schema): xmlRelaxNGFree(schema)
    }
    xmlFreeDoc(source)
  }

  /// Validates a document, and tells at most `limit` violations.
  func violations(
    of tree: borrowing XMLTree, limit: Int
  ) throws(XMLSchemaError) -> [XMLViolation] {
    let document = tree.document
    return try XMLViolation.collect(in: tree, limit: limit) { receiver in
      switch schema {
      case .xsd(let schema): accord_xml_validate(schema, document, receiver)
      case .relaxNG(let schema): accord_xml_validate_relaxng(schema, document, receiver)
      }
    }
  }
}
