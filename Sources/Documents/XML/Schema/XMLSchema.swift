internal import CAccordXML

/// An XML Schema (XSD 1.0), ready to validate documents, any number of them and in any thread.
///
/// Schemas are the author's own and are trusted: one that is read from a file may include other
/// files. Nothing is fetched over a network, and no document's own hint to a schema is followed.
package struct XMLSchema: Sendable {
  private let storage: XMLSchemaStorage

  /// Reads a schema that stands alone, or whose includes are found beside a file.
  ///
  /// - Parameters:
  ///   - bytes: The schema's text.
  ///   - path: The file that it is taken to be from; nil if it stands alone.
  /// - Throws: What is wrong with it.
  package init(parsing bytes: [UInt8], from path: String? = nil) throws(XMLSchemaError) {
    storage = try XMLSchemaStorage { receiver in
      XMLSchemaSource.parse(bytes, from: path, receiver)
    }
  }

  /// Reads a schema from a file, and the files that it includes.
  ///
  /// - Throws: What is wrong with it, or that it cannot be read.
  package init(contentsOf path: String) throws(XMLSchemaError) {
    storage = try XMLSchemaStorage { accord_xml_parse_file(path, $0) }
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
  ) throws(XMLSchemaError) -> [XMLViolation] {
    let schema = storage.schema
    let document = tree.document
    return try XMLViolation.collect(in: tree, limit: limit) { receiver in
      accord_xml_validate(schema, document, receiver)
    }
  }
}

/// The one owner of libxml2's schema.
///
/// `@unchecked Sendable`: libxml2 writes to a schema only while it parses it. What changes during a
/// validation, such as the states of content models and the tables of keys, is in the validation's
/// own context; a schema would be added to only where a document names another one and none was
/// given, which is not so here. The tables of built-in types are made when libxml2 is started.
private final class XMLSchemaStorage: @unchecked Sendable {
  let schema: xmlSchemaPtr
  /// What the schema was made of and points into: freed after it.
  private let source: UnsafeMutablePointer<xmlDoc>

  init(
    _ parse: (UnsafePointer<accord_xml_receiver>) -> UnsafeMutablePointer<xmlDoc>?
  ) throws(XMLSchemaError) {
    (schema, source) = try XMLSchemaSource.read { receiver in
      guard let source = parse(receiver) else { return nil }
      guard let schema = accord_xml_schema(source, receiver) else {
        xmlFreeDoc(source)
        return nil
      }
      return (schema, source)
    }
  }

  deinit {
    xmlSchemaFree(schema)
    xmlFreeDoc(source)
  }
}
