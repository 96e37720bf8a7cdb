/// What a request carries after its head.
package enum RequestContent: Sendable, Hashable {
  /// No content; POST, PUT and PATCH then say `Content-Length: 0`, other methods say nothing.
  case none

  /// These octets, with their length. Their `Content-Type` is a field like any other.
  case bytes([UInt8])

  /// The octets of a regular file, streamed, with the length it has when the exchange starts.
  case file(path: String)

  /// Parts, as `multipart/form-data` (RFC 7578) unless a `Content-Type` field names another
  /// multipart type; the boundary is appended to it.
  case multipart([MultipartPart])
}
