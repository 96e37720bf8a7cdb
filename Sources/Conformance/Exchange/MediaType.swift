/// A media type as a field states it (RFC 9110 section 8.3.1).
package struct MediaType: Sendable, Hashable {
  /// Type and subtype in small letters, with the slash: `application/json`.
  package let essence: String
  /// The value of `charset`, in small letters.
  package let charset: String?
  /// Whether content of this type is one JSON text.
  package let isJSON: Bool
  /// Whether content of this type is an XML document (RFC 7303 sections 4 and 5).
  package let isXML: Bool
  /// Whether people could read content of this type as it is.
  package let isReadable: Bool

  /// Reads a value; `nil` where it is no media type.
  package init?(parsing octets: ArraySlice<UInt8>) {
    var reader = FieldReader(octets)
    guard let type = reader.token(), reader.take("/"), let subtype = reader.token() else {
      return nil
    }
    var charset: String?
    while true {
      reader.skipBlanks()
      if reader.isAtEnd { break }
      guard reader.take(";") else { return nil }
      reader.skipBlanks()
      // `parameters = *( OWS ";" OWS [ parameter ] )`: there may be none after a semicolon.
      if reader.isAtEnd || reader.next == UInt8(ascii: ";") { continue }
      guard let name = reader.token(), reader.take("="),
        let value = reader.next == UInt8(ascii: "\"") ? reader.quotedString() : reader.token()
      else { return nil }
      if charset == nil, name.isWord("charset") { charset = value.loweredText }
    }
    self.charset = charset
    essence = octets[type.startIndex..<subtype.endIndex].loweredText
    let isText = type.isWord("text")
    let isOfXMLOrJSON = isText || type.isWord("application")
    isJSON = isOfXMLOrJSON && subtype.isWord("json") || subtype.suffix(5).isWord("+json")
    isXML = isOfXMLOrJSON && subtype.isWord("xml") || subtype.suffix(4).isWord("+xml")
    isReadable = isText || isJSON || isXML
  }
}
