/// A RELAX NG schema in XML syntax, ready to validate documents, any number of them and in any
/// thread.
///
/// As with ``XMLSchema``, files that it includes are read, and nothing is fetched over a network.
package struct RelaxNG: Sendable {
  private let compiled: XMLCompiledSchema

  /// Reads a schema that stands alone, or whose includes are found beside a file.
  ///
  /// - Parameters:
  ///   - bytes: The schema's text.
  ///   - path: The file that it is taken to be from; nil if it stands alone.
  /// - Throws: What is wrong with it.
  package init(parsing bytes: [UInt8], from path: String? = nil) throws(XMLSchemaError) {
    compiled = try XMLCompiledSchema(.relaxNG, parsing: bytes, from: path)
  }

  /// Reads a schema from a file, and the files that it includes.
  ///
  /// - Throws: What is wrong with it, or that it cannot be read.
  package init(contentsOf path: String) throws(XMLSchemaError) {
    compiled = try XMLCompiledSchema(.relaxNG, contentsOf: path)
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
    try compiled.violations(of: tree, limit: limit)
  }
}
