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

  package static let rfc3986 = rfc(3986, "Uniform Resource Identifier (URI): Generic Syntax")
  package static let rfc5005 = rfc(5005, "Feed Paging and Archiving")
  package static let rfc5789 = rfc(5789, "PATCH Method for HTTP")
  package static let rfc6585 = rfc(6585, "Additional HTTP Status Codes")
  package static let rfc6902 = rfc(6902, "JavaScript Object Notation (JSON) Patch")
  package static let rfc7303 = rfc(7303, "XML Media Types")
  package static let rfc7396 = rfc(7396, "JSON Merge Patch")
  package static let rfc8259 = rfc(
    8259, "The JavaScript Object Notation (JSON) Data Interchange Format")
  package static let rfc8288 = rfc(8288, "Web Linking")
  package static let rfc8594 = rfc(8594, "The Sunset HTTP Header Field")
  package static let rfc9110 = rfc(9110, "HTTP Semantics")
  package static let rfc9111 = rfc(9111, "HTTP Caching")
  package static let rfc9112 = rfc(9112, "HTTP/1.1")
  package static let rfc9205 = rfc(9205, "Building Protocols with HTTP")
  package static let rfc9457 = rfc(9457, "Problem Details for HTTP APIs")
  package static let rfc9745 = rfc(9745, "The Deprecation HTTP Response Header Field")
  package static let fetch = Standard(
    "Fetch", "WHATWG Fetch", url: "https://fetch.spec.whatwg.org/", fragment: nil)
  package static let cookies = Standard(
    "RFC 6265bis", "Cookies: HTTP State Management Mechanism",
    url: "https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis",
    fragment: "section-")
  package static let idempotencyKey = Standard(
    "Idempotency-Key draft", "The Idempotency-Key HTTP Header Field",
    url: "https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-idempotency-key-header-06",
    fragment: "section-")
  package static let owaspREST = Standard(
    "OWASP REST", "OWASP REST Security Cheat Sheet",
    url: "https://cheatsheetseries.owasp.org/cheatsheets/REST_Security_Cheat_Sheet.html",
    fragment: nil)
  package static let owaspAPI = Standard(
    "OWASP API 2023", "OWASP API Security Top 10 2023",
    url: "https://owasp.org/API-Security/editions/2023/en/0x11-t10/", fragment: nil)
}
