import NIOCore

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Octets with their media type, and the validator that names exactly them.
struct Representation: Sendable {
  let mediaType: MediaType
  let content: ByteBuffer

  init(_ mediaType: MediaType, _ content: ByteBuffer) {
    self.mediaType = mediaType
    self.content = content
  }

  /// A strong validator: other octets or another media type make another tag (RFC 9110 section 8.8.3).
  var tag: EntityTag { EntityTag(of: content, as: mediaType) }

  /// JSON with its members in alphabetical order, so that equal values are equal octets.
  static func json(
    _ value: some Encodable, as mediaType: MediaType = .json
  ) throws -> Representation {
    Representation(mediaType, ByteBuffer(bytes: try encoder.encode(value)))
  }

  static func xml(_ text: String) -> Representation {
    Representation(.xml, ByteBuffer(string: text))
  }

  private static let encoder: JSONEncoder = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }()
}
