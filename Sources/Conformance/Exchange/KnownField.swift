/// A response field that rules ask for.
///
/// Which of them a response has is found in one pass, so that the many rules that a response is nothing
/// for cost next to nothing.
package enum KnownField: UInt8, Sendable, CaseIterable {
  case age, allow, date, etag, expires, link, location, server, sunset, vary
  case acceptRanges, accessControlAllowCredentials, accessControlAllowOrigin, cacheControl
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
    case .vary: "Vary"
    case .acceptRanges: "Accept-Ranges"
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

  /// The fields by the length of their name.
  private static let byLength: [[(field: KnownField, name: [UInt8])]] = {
    var table: [[(field: KnownField, name: [UInt8])]] = []
    for field in allCases {
      let name = field.name.utf8.map(\.lowered)
      while table.count <= name.count { table.append([]) }
      table[name.count].append((field, name))
    }
    return table
  }()

  /// The field of a name, in any case.
  init?(_ octets: ArraySlice<UInt8>) {
    guard octets.count < Self.byLength.count, let first = octets.first?.lowered else { return nil }
    for (field, name) in Self.byLength[octets.count] where name[0] == first {
      if octets.elementsEqual(name, by: { $0.lowered == $1 }) {
        self = field
        return
      }
    }
    return nil
  }
}
