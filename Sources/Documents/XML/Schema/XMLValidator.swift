/// The languages of schemas for XML.
package enum XMLSchemaLanguage: Sendable, Hashable {
  /// XML Schema (XSD 1.0).
  case xsd
  /// RELAX NG in XML syntax.
  case relaxNG
}

/// A schema that XML documents are held to, in either language.
package enum XMLValidator: Sendable {
  case xsd(XMLSchema)
  case relaxNG(RelaxNG)

  /// Reads a schema from a file, and the files that it includes.
  ///
  /// - Throws: What is wrong with it, or that it cannot be read.
  package init(contentsOf path: String, in language: XMLSchemaLanguage) throws(XMLSchemaError) {
    switch language {
    case .xsd: self = .xsd(try XMLSchema(contentsOf: path))
    case .relaxNG: self = .relaxNG(try RelaxNG(contentsOf: path))
    }
  }

  /// Reads a schema from its text; `path` is the file that it is taken to be from.
  ///
  /// - Throws: What is wrong with it.
  package init(
    parsing octets: [UInt8], from path: String, in language: XMLSchemaLanguage
  ) throws(XMLSchemaError) {
    switch language {
    case .xsd: self = .xsd(try XMLSchema(parsing: octets, from: path))
    case .relaxNG: self = .relaxNG(try RelaxNG(parsing: octets, from: path))
    }
  }

  /// Where a document does not keep to the schema.
  ///
  /// - Throws: Only where libxml2 has no verdict.
  package func violations(
    of tree: borrowing XMLTree, limit: Int
  ) throws(XMLSchemaError) -> [XMLViolation] {
    switch self {
    case .xsd(let schema): try schema.violations(of: tree, limit: limit)
    case .relaxNG(let schema): try schema.violations(of: tree, limit: limit)
    }
  }
}
