internal import AccordContract
package import AccordHTTP

/// What runs are compared by, as run files have it.
extension HTTPResponse {
  /// Type and subtype, in small letters, without parameters (RFC 9110 section 8.3.1); `nil` without a
  /// `Content-Type`.
  package var mediaType: String? { fields.first("Content-Type").map { Self.mediaType($0.value) } }

  /// Type and subtype of a field's value.
  package static func mediaType(_ field: String) -> String {
    let type = field.utf8.prefix { $0 != UInt8(ascii: ";") }.filter {
      $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t")
    }
    return String(decoding: type.map(\.asciiLowercased), as: UTF8.self)
  }

  /// The names of the fields in small letters, each once, sorted.
  package var fieldNames: [String] { Set(fields.names.map { $0.lowercased() }).sorted() }
}
