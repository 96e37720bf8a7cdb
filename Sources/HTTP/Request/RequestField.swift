/// One header field of a request, or the wish that a default of that name be left out.
package struct RequestField: Sendable, Hashable {
  /// The name, a token (RFC 9110 section 5.1); another is refused before anything is sent.
  package var name: String

  /// The value, sent as UTF-8, without CR, LF or NUL; nil removes the default field of this name.
  package var value: String?

  /// Whether the value must not reach another origin when a redirect is followed.
  package var isSensitive: Bool

  /// A field that is sent, an empty value included.
  package init(_ name: String, _ value: String, isSensitive: Bool = false) {
    self.name = name
    self.value = value
    self.isSensitive = isSensitive
  }

  /// The wish that the default field `name` (`Host`, `User-Agent`, `Accept`, …) is not sent.
  package static func removing(_ name: String) -> RequestField {
    var field = RequestField(name, "")
    field.value = nil
    return field
  }
}
