internal import CAccordXML

/// An XML document (XML 1.0 with Namespaces) that libxml2 has parsed.
///
/// The document is taken for hostile. Nothing is fetched, no file is read and no DTD is loaded; a
/// reference to an external entity, or to entities that multiply the text, is an error. Entities
/// that the document declares itself are put in place within ``XMLLimits``, but not where they
/// bring names whose namespaces are declared around the reference: libxml2 loses those, so that
/// such a document is an error too. CDATA sections are text.
///
/// The one owner of libxml2's document, which is freed with it. The name is not Foundation's.
package struct XMLTree: ~Copyable {
  let document: UnsafeMutablePointer<xmlDoc>
  private let indexing: XMLIndexing

  /// The nodes in document order; made when it is first asked for.
  var index: XMLIndex { indexing.index(of: document) }

  /// Parses a whole document.
  ///
  /// - Parameters:
  ///   - bytes: The document. Its encoding is, in this order, that of its byte order mark, of
  ///     `charset`, of its declaration, or UTF-8 (RFC 7303 section 3).
  ///   - charset: The parameter of the media type that the document came with, if it has one.
  ///   - limits: How large the document may become.
  /// - Throws: The first place where it is not well-formed, not with regard to namespaces, or not
  ///   to be read.
  package init(
    parsing bytes: [UInt8], charset: String? = nil, limits: XMLLimits = .standard
  ) throws(XMLSyntaxError) {
    guard let count = Int32(exactly: bytes.count), bytes.count <= limits.maximumBytes else {
      throw XMLSyntaxError(
        "the document has \(bytes.count) bytes, and at most "
          + "\(min(limits.maximumBytes, Int(Int32.max))) are read")
    }
    guard count > 0 else { throw XMLSyntaxError("the document is empty", line: 1, column: 1) }
    let encoding = try Self.encoding(of: bytes, charset: charset)
    try XMLTagScan.check(bytes, charset: charset, limits: limits)
    var parsing = XMLParsing(limits: limits)
    var document = try parsing.parse(bytes, count: count, encoding: encoding, substituting: false)
    if parsing.ledger.hasReferences {
      // Only now is it known that there is nothing outside that would be read as well.
      let external = parsing.ledger.externalEntity
      xmlFreeDoc(document)
      if let external {
        throw XMLSyntaxError("the document declares the external entity \(external)")
      }
      parsing = XMLParsing(limits: limits)
      document = try parsing.parse(bytes, count: count, encoding: encoding, substituting: true)
      guard XMLParsing.isDepthAllowed(document) else {
        xmlFreeDoc(document)
        throw XMLSyntaxError("entities nest elements deeper than \(XMLLimits.maximumDepth)")
      }
    }
    self.document = document
    indexing = XMLIndexing()
  }

  /// Parses a document that is in a string, whatever encoding it declares.
  package init(parsing text: String, limits: XMLLimits = .standard) throws(XMLSyntaxError) {
    try self.init(parsing: Array(text.utf8), charset: "UTF-8", limits: limits)
  }

  deinit { xmlFreeDoc(document) }

  /// The encoding to be told to libxml2; nil if it finds out itself.
  private static func encoding(
    of bytes: [UInt8], charset: String?
  ) throws(XMLSyntaxError) -> String? {
    guard let charset, XMLEncoding.byteOrderMark(of: bytes) == nil else { return nil }
    guard XMLEncoding.isKnown(charset) else {
      throw XMLSyntaxError("the charset \(charset) of the media type is not known")
    }
    return charset
  }
}
