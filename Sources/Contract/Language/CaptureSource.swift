/// Where a captured value comes from.
public struct CaptureSource: Sendable {
  package enum Kind: Sendable {
    case json(String)
    case field(FieldName)
    case status
    case text
    case url
  }

  package let kind: Kind

  /// What a JSONPath (RFC 9535) selects: the value, with its JSON type.
  ///
  /// A path that selects nothing, or more than one value, fails the step.
  public static func json(_ path: String) -> CaptureSource { CaptureSource(kind: .json(path)) }
  /// A field's value.
  ///
  /// One that is absent, or comes more than once, fails the step.
  public static func header(_ name: FieldName) -> CaptureSource {
    CaptureSource(kind: .field(name))
  }
  /// The response code, as a number.
  public static let status = CaptureSource(kind: .status)
  /// The whole body as text.
  public static let text = CaptureSource(kind: .text)
  /// The URL that answered, after redirects.
  public static let url = CaptureSource(kind: .url)
}
