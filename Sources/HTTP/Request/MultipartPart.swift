/// One part of a multipart content (RFC 7578 section 4).
package struct MultipartPart: Sendable, Hashable {
  /// Where the octets of a part come from.
  package enum Source: Sendable, Hashable {
    /// These octets.
    case bytes([UInt8])
    /// A file, streamed.
    case file(path: String)
  }

  /// The name of the form's field.
  package var name: String

  /// The octets.
  package var source: Source

  /// The file name told to the server; without one the part has none, a file's part too.
  package var filename: String?

  /// The part's `Content-Type`; without one none is sent.
  package var contentType: String?

  /// Creates a part.
  package init(
    name: String, source: Source, filename: String? = nil, contentType: String? = nil
  ) {
    self.name = name
    self.source = source
    self.filename = filename
    self.contentType = contentType
  }
}
