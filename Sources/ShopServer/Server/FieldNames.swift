import HTTPTypes

/// Field names of the standards that the library does not have.
extension HTTPField.Name {
  /// RFC 9110's companion for POST (W3C Linked Data Platform 1.0 section 7.1).
  static let acceptPost = named("Accept-Post")
  /// RFC 5789 section 3.1.
  static let acceptPatch = named("Accept-Patch")
  /// RFC 8288 section 3.
  static let link = named("Link")
  /// RFC 9745 section 2; only a fault sends it, as the next one.
  static let deprecation = named("Deprecation")
  /// RFC 8594 section 3.
  static let sunset = named("Sunset")

  /// - Precondition: `name` is a token; it is one of those above.
  private static func named(_ name: String) -> HTTPField.Name {
    guard let name = HTTPField.Name(name) else { preconditionFailure("\(name) is not a token") }
    return name
  }
}
