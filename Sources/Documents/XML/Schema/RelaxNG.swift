internal import CAccordXML

/// A RELAX NG schema in XML syntax, ready to validate documents, any number of them and in any
/// thread.
///
/// As with ``XMLSchema``, files that it includes are read, and nothing is fetched over a network.
package struct RelaxNG: Sendable {
  private let storage: RelaxNGStorage

  /// Reads a schema that stands alone, or whose includes are found beside a file.
  ///
  /// - Parameters:
  ///   - bytes: The schema's text.
  ///   - path: The file that it is taken to be from; nil if it stands alone.
  /// - Throws: What is wrong with it.
  package init(parsing bytes: [UInt8], from path: String? = nil) throws(XMLSchemaError) {
    storage = try RelaxNGStorage { receiver in
      XMLSchemaSource.parse(bytes, from: path, receiver)
    }
  }

  /// Reads a schema from a file, and the files that it includes.
  ///
  /// - Throws: What is wrong with it, or that it cannot be read.
  package init(contentsOf path: String) throws(XMLSchemaError) {
    storage = try RelaxNGStorage { accord_xml_parse_file(path, $0) }
  }

  /// Validates a document.
  ///
  /// - Parameters:
  ///   - tree: The document.
  ///   - limit: How many violations are told at most.
  /// - Returns: Where the document does not keep to the schema, as far as libxml2 follows it behind
  ///   the first violation; nothing if it does.
  /// - Throws: Only where libxml2 has no verdict, such as for want of memory.
  package func violations(
    of tree: borrowing XMLTree, limit: Int = 100
  ) throws(XMLSchemaError) -> [XMLViolation] {
    let schema = storage.schema
    let document = tree.document
    return try XMLViolation.collect(in: tree, limit: limit) { receiver in
      accord_xml_validate_relaxng(schema, document, receiver)
    }
  }
}

/// The one owner of libxml2's schema.
///
/// `@unchecked Sendable`: libxml2 writes to a schema only while it parses it, content models
/// compiled and interleaves divided there. A validation writes to its own context and to the nodes
/// of the document. The tables of types are made when libxml2 is started.
private final class RelaxNGStorage: @unchecked Sendable {
  let schema: xmlRelaxNGPtr

  init(
    _ parse: (UnsafePointer<accord_xml_receiver>) -> UnsafeMutablePointer<xmlDoc>?
  ) throws(XMLSchemaError) {
    schema = try XMLSchemaSource.read { receiver in
      guard let source = parse(receiver) else { return nil }
      // libxml2 works on a copy.
      defer { xmlFreeDoc(source) }
      return accord_xml_relaxng(source, receiver)
    }
  }

  deinit { xmlRelaxNGFree(schema) }
}
