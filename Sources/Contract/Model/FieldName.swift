/// The name of a header field (RFC 9110 section 5.1): compared without regard to case.
public struct FieldName: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The name as the author wrote it, which is how it is sent.
  package let text: String

  /// A field of any name.
  ///
  /// A name that is no token (RFC 9110 section 5.6.2) makes the contract unusable (exit code 64).
  public init(_ text: String) { self.text = text }

  /// A field named by a literal: `Header("X-Request-Id", .uuid)`.
  public init(stringLiteral text: String) { self.text = text }

  /// Whether two names differ at most in the case of their letters.
  public static func == (first: FieldName, second: FieldName) -> Bool {
    first.text.utf8.elementsEqual(second.text.utf8) { $0.asciiLowercased == $1.asciiLowercased }
  }

  /// Feeds the name to the hasher without regard to case.
  public func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte.asciiLowercased) }
  }

  /// Whether the name keeps to the grammar of RFC 9110 section 5.6.2.
  package var isToken: Bool { !text.isEmpty && text.utf8.allSatisfy(\.isTokenCharacter) }
}

extension FieldName {
  /// `Accept` (RFC 9110 section 12.5.1).
  public static let accept = FieldName("Accept")
  /// `Allow` (RFC 9110 section 10.2.1).
  public static let allow = FieldName("Allow")
  /// `Authorization` (RFC 9110 section 11.6.2).
  public static let authorization = FieldName("Authorization")
  /// `Cache-Control` (RFC 9111 section 5.2).
  public static let cacheControl = FieldName("Cache-Control")
  /// `Content-Length` (RFC 9110 section 8.6).
  public static let contentLength = FieldName("Content-Length")
  /// `Content-Type` (RFC 9110 section 8.3).
  public static let contentType = FieldName("Content-Type")
  /// `Cookie` (RFC 6265 section 4.2).
  public static let cookie = FieldName("Cookie")
  /// `Date` (RFC 9110 section 6.6.1).
  public static let date = FieldName("Date")
  /// `ETag` (RFC 9110 section 8.8.3).
  public static let eTag = FieldName("ETag")
  /// `If-Match` (RFC 9110 section 13.1.1).
  public static let ifMatch = FieldName("If-Match")
  /// `If-None-Match` (RFC 9110 section 13.1.2).
  public static let ifNoneMatch = FieldName("If-None-Match")
  /// `Last-Modified` (RFC 9110 section 8.8.2).
  public static let lastModified = FieldName("Last-Modified")
  /// `Link` (RFC 8288 section 3).
  public static let link = FieldName("Link")
  /// `Location` (RFC 9110 section 10.2.2).
  public static let location = FieldName("Location")
  /// `Retry-After` (RFC 9110 section 10.2.3).
  public static let retryAfter = FieldName("Retry-After")
  /// `Set-Cookie` (RFC 6265 section 4.1).
  public static let setCookie = FieldName("Set-Cookie")
  /// `User-Agent` (RFC 9110 section 10.1.5).
  public static let userAgent = FieldName("User-Agent")
  /// `Vary` (RFC 9110 section 12.5.5).
  public static let vary = FieldName("Vary")
  /// `WWW-Authenticate` (RFC 9110 section 11.6.1).
  public static let wwwAuthenticate = FieldName("WWW-Authenticate")
}

extension UInt8 {
  /// The byte with an ASCII letter made lower case.
  package var asciiLowercased: UInt8 { 0x41...0x5A ~= self ? self | 0x20 : self }

  /// Whether the byte may stand in a token (RFC 9110 section 5.6.2).
  var isTokenCharacter: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2E, 0x5E...0x60, 0x7C, 0x7E: true
    default: false
    }
  }
}
