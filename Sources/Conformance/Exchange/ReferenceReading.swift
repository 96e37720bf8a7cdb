internal import AccordHTTP

/// What a text is that should be a URI reference (RFC 3986 section 4.1).
enum ReferenceReading {
  case reference(URLReference)
  /// It would be one, had its characters that no URI has been percent-encoded: letters beyond ASCII,
  /// brackets and the like in a query, which readers take all the same.
  case unencoded
  case none

  init(_ octets: ArraySlice<UInt8>) {
    if let reference = try? URLReference(parsing: String(decoding: octets, as: UTF8.self)) {
      self = .reference(reference)
      return
    }
    var encoded: [UInt8] = []
    for octet in octets {
      if octet >= 0x80 || Self.oftenUnencoded.contains(octet) {
        encoded += "%00".utf8
      } else {
        encoded.append(octet)
      }
    }
    let isOne = (try? URLReference(parsing: String(decoding: encoded, as: UTF8.self))) != nil
    self = isOne ? .unencoded : .none
  }

  private static let oftenUnencoded = Array(#"[]{}|\^`"#.utf8)
}
