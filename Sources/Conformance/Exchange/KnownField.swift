/// A response field that rules ask for.
///
/// Which of them a response has is found in one pass, so that the many rules that a response is nothing
/// for cost next to nothing.
package enum KnownField: UInt8, Sendable, CaseIterable {
  case age, allow, date, etag, expires, link, location, server, sunset
  case accessControlAllowCredentials, accessControlAllowOrigin, cacheControl
  case contentEncoding, contentLength, contentLocation, contentType, deprecation, lastModified
  case pragma, ratelimit, ratelimitReset, retryAfter, setCookie, strictTransportSecurity
  case transferEncoding, wwwAuthenticate
  case xAspNetMvcVersion, xAspNetVersion, xContentTypeOptions, xPoweredBy, xRatelimitReset

  /// The name as it is usually written.
  package var name: String {
    switch self {
    case .age: "Age"
    case .allow: "Allow"
    case .date: "Date"
    case .etag: "ETag"
    case .expires: "Expires"
    case .link: "Link"
    case .location: "Location"
    case .server: "Server"
    case .sunset: "Sunset"
    case .accessControlAllowCredentials: "Access-Control-Allow-Credentials"
    case .accessControlAllowOrigin: "Access-Control-Allow-Origin"
    case .cacheControl: "Cache-Control"
    case .contentEncoding: "Content-Encoding"
    case .contentLength: "Content-Length"
    case .contentLocation: "Content-Location"
    case .contentType: "Content-Type"
    case .deprecation: "Deprecation"
    case .lastModified: "Last-Modified"
    case .pragma: "Pragma"
    case .ratelimit: "RateLimit"
    case .ratelimitReset: "RateLimit-Reset"
    case .retryAfter: "Retry-After"
    case .setCookie: "Set-Cookie"
    case .strictTransportSecurity: "Strict-Transport-Security"
    case .transferEncoding: "Transfer-Encoding"
    case .wwwAuthenticate: "WWW-Authenticate"
    case .xAspNetMvcVersion: "X-AspNetMvc-Version"
    case .xAspNetVersion: "X-AspNet-Version"
    case .xContentTypeOptions: "X-Content-Type-Options"
    case .xPoweredBy: "X-Powered-By"
    case .xRatelimitReset: "X-RateLimit-Reset"
    }
  }

  /// The names in small letters, by raw value.
  private static let lowered: [[UInt8]] = allCases.map { $0.name.utf8.map(\.lowered) }

  /// The fields by ``slot(count:first:last:)``, which differs for all of them: there is a test.
  private static let table: [KnownField?] = {
    var table = [KnownField?](repeating: nil, count: 256)
    for field in allCases {
      let name = lowered[Int(field.rawValue)]
      table[slot(count: name.count, first: name[0], last: name[name.count - 1])] = field
    }
    return table
  }()

  private static func slot(count: Int, first: UInt8, last: UInt8) -> Int {
    (count &* 5 &+ Int(first) &* 4 &+ Int(last)) & 255
  }

  /// The field of a name, in any case.
  init?(_ octets: UnsafeBufferPointer<UInt8>) {
    guard let first = octets.first, let last = octets.last else { return nil }
    let slot = Self.slot(count: octets.count, first: first.lowered, last: last.lowered)
    guard let field = Self.table[slot] else { return nil }
    let name = Self.lowered[Int(field.rawValue)]
    guard name.count == octets.count else { return nil }
    for index in 0..<octets.count where octets[index].lowered != name[index] { return nil }
    self = field
  }
}
