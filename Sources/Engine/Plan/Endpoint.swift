package import AccordContract

/// A resource template, and what the contract says of it.
package struct Endpoint: Sendable {
  /// The template as written: `/users/{id}`.
  package let path: String
  /// The methods that `.allows` declares; `nil` where no resource says.
  package var declaredMethods: [Method]?

  /// The path up to a query or fragment.
  static func withoutQuery(_ path: String) -> Substring {
    let end = path.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
    return path[..<(end ?? path.endIndex)]
  }
}
