/// Where a captured value comes from.
public struct CaptureSource: Sendable {
  package enum Kind: Sendable {
    case json(String)
    case field(FieldName, matching: String?)
    case xpath(XPathReference)
    case status
    case text(matching: String?)
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
    CaptureSource(kind: .field(name, matching: nil))
  }
  /// A part of a field's value: `.header(.location, matching: "/cart/([0-9]+)")`.
  ///
  /// The expression (ECMA-262 syntax) is searched for; its group is captured, or without one all that
  /// it matches. A field that is absent, comes more than once or does not match fails the step.
  public static func header(_ name: FieldName, matching expression: String) -> CaptureSource {
    CaptureSource(kind: .field(name, matching: expression))
  }
  /// What an XPath (1.0) finds in a body that is XML: the text of a node, or a number or truth value.
  ///
  /// One that finds no node, or more than one, fails the step.
  public static func xpath(
    _ xpath: String, namespaces: [String: String] = [:]
  ) -> CaptureSource {
    CaptureSource(kind: .xpath(XPathReference(xpath, namespaces)))
  }
  /// The response code, as a number.
  public static let status = CaptureSource(kind: .status)
  /// The whole body as text.
  public static let text = CaptureSource(kind: .text(matching: nil))
  /// A part of the body as text: `.text(matching: "id=([0-9]+)")`.
  ///
  /// The expression (ECMA-262 syntax) is searched for, and its first match counts; its group is
  /// captured, or without one all that it matches. A body that does not match fails the step.
  public static func text(matching expression: String) -> CaptureSource {
    CaptureSource(kind: .text(matching: expression))
  }
  /// The URL that answered, after redirects.
  public static let url = CaptureSource(kind: .url)
}
