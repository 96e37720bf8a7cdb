/// What a request carries.
package enum Content: Sendable {
  case json(JSONValue)
  case xml(Template)
  case form([(name: String, value: Template)])
  case multipart([Part])
  case body(RequestBody, type: String?)
}

/// Text, octets or a file, sent as they are.
public enum RequestBody: Sendable {
  /// Text, sent in UTF-8; variables may stand in it.
  case text(Template)
  /// Octets.
  case bytes([UInt8])
  /// A file's octets. A relative path is looked for below the working directory, then beside the
  /// contract's file; a file that is not there makes the contract unusable (exit code 64).
  case file(String)
}

/// A part of a `multipart/form-data` body (RFC 7578).
public struct Part: Sendable {
  package enum Kind: Sendable {
    case field(value: Template)
    case file(path: String, fileName: String?)
    case bytes([UInt8], fileName: String)
  }

  package let name: String
  package let kind: Kind
  package let type: String?

  /// A field of a form.
  ///
  /// - Parameter type: The part's media type; without one it carries none, which means text.
  public static func field(_ name: String, _ value: Template, type: String? = nil) -> Part {
    Part(name: name, kind: .field(value: value), type: type)
  }

  /// A file, found as `RequestBody.file` is.
  ///
  /// - Parameters:
  ///   - fileName: The name that is sent; without one the last component of the path.
  ///   - type: The part's media type; without one `application/octet-stream`.
  public static func file(
    _ name: String, _ path: String, fileName: String? = nil, type: String? = nil
  ) -> Part {
    Part(name: name, kind: .file(path: path, fileName: fileName), type: type)
  }

  /// Octets sent as a file.
  public static func file(
    _ name: String, bytes: [UInt8], fileName: String, type: String? = nil
  ) -> Part {
    Part(name: name, kind: .bytes(bytes, fileName: fileName), type: type)
  }
}
