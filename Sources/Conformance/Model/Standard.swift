/// A document that rules rest on.
package struct Standard: Sendable, Hashable {
  /// How it is cited: `RFC 9110`.
  package let name: String
  /// What it is about.
  package let title: String
  /// Where it is, without a fragment.
  package let url: String
  /// What stands before a section's name in a fragment; `nil` where sections have none.
  private let fragment: String?

  private init(_ name: String, _ title: String, url: String, fragment: String?) {
    self.name = name
    self.title = title
    self.url = url
    self.fragment = fragment
  }

  /// A document of the RFC series.
  private static func rfc(_ number: Int, _ title: String) -> Standard {
    Standard(
      "RFC \(number)", title, url: "https://www.rfc-editor.org/rfc/rfc\(number)",
      fragment: "section-")
  }

  /// Where a section is, or an appendix, which has a letter.
  func url(of section: String) -> String {
    guard let fragment else { return url }
    return section.first?.isLetter == true
      ? "\(url)#appendix-\(section)" : "\(url)#\(fragment)\(section)"
  }

  /// Whether sections are cited by their numbers.
  var hasNumbers: Bool { fragment != nil }

  /// Uniform Resource Identifier (URI): Generic Syntax (RFC 3986).
  package static let rfc3986 = rfc(3986, "Uniform Resource Identifier (URI): Generic Syntax")
  /// Feed Paging and Archiving (RFC 5005).
  package static let rfc5005 = rfc(5005, "Feed Paging and Archiving")
  /// PATCH Method for HTTP (RFC 5789).
  package static let rfc5789 = rfc(5789, "PATCH Method for HTTP")
  /// Additional HTTP Status Codes (RFC 6585).
  package static let rfc6585 = rfc(6585, "Additional HTTP Status Codes")
  /// JavaScript Object Notation (JSON) Patch (RFC 6902).
  package static let rfc6902 = rfc(6902, "JavaScript Object Notation (JSON) Patch")
  /// XML Media Types (RFC 7303).
  package static let rfc7303 = rfc(7303, "XML Media Types")
  /// JSON Merge Patch (RFC 7396).
  package static let rfc7396 = rfc(7396, "JSON Merge Patch")
  /// The JavaScript Object Notation (JSON) Data Interchange Format (RFC 8259).
  package static let rfc8259 = rfc(
    8259, "The JavaScript Object Notation (JSON) Data Interchange Format")
  /// Web Linking (RFC 8288).
  package static let rfc8288 = rfc(8288, "Web Linking")
  /// The Sunset HTTP Header Field (RFC 8594).
  package static let rfc8594 = rfc(8594, "The Sunset HTTP Header Field")
  /// HTTP Semantics (RFC 9110).
  package static let rfc9110 = rfc(9110, "HTTP Semantics")
  /// HTTP Caching (RFC 9111).
  package static let rfc9111 = rfc(9111, "HTTP Caching")
  /// HTTP/1.1 (RFC 9112).
  package static let rfc9112 = rfc(9112, "HTTP/1.1")
  /// Building Protocols with HTTP (RFC 9205).
  package static let rfc9205 = rfc(9205, "Building Protocols with HTTP")
  /// Problem Details for HTTP APIs (RFC 9457).
  package static let rfc9457 = rfc(9457, "Problem Details for HTTP APIs")
  /// The Deprecation HTTP Response Header Field (RFC 9745).
  package static let rfc9745 = rfc(9745, "The Deprecation HTTP Response Header Field")
  /// The living standard of how browsers fetch, CORS among it.
  package static let fetch = Standard(
    "Fetch", "WHATWG Fetch", url: "https://fetch.spec.whatwg.org/", fragment: nil)
  /// Cookies as they are now, the draft that is to replace RFC 6265.
  package static let cookies = Standard(
    "RFC 6265bis", "Cookies: HTTP State Management Mechanism",
    url: "https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis",
    fragment: "section-")
  /// The draft of the field that makes a POST safe to repeat.
  package static let idempotencyKey = Standard(
    "Idempotency-Key draft", "The Idempotency-Key HTTP Header Field",
    url: "https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-idempotency-key-header-06",
    fragment: "section-")
  /// What OWASP advises for services of REST.
  package static let owaspREST = Standard(
    "OWASP REST", "OWASP REST Security Cheat Sheet",
    url: "https://cheatsheetseries.owasp.org/cheatsheets/REST_Security_Cheat_Sheet.html",
    fragment: nil)
  /// The risks of APIs that OWASP holds to be the greatest.
  package static let owaspAPI = Standard(
    "OWASP API 2023", "OWASP API Security Top 10 2023",
    url: "https://owasp.org/API-Security/editions/2023/en/0x11-t10/", fragment: nil)
}
