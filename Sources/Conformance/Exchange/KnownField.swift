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

  /// How many octets the longest name has.
  private static let longest = 32

  /// The names in small letters, by raw value, each in a place of the same size.
  private static let lowered: [UInt8] = allCases.flatMap { field in
    let name = field.name.utf8.map(\.lowered)
    return name + [UInt8](repeating: 0, count: longest - name.count)
  }

  /// The fields by ``slot(count:first:last:)``, which differs for all of them: there is a test.
  private static let table: [KnownField?] = {
    var table = [KnownField?](repeating: nil, count: 256)
    for field in allCases {
      let start = Int(field.rawValue) * longest
      let count = field.name.utf8.count
      table[slot(count: count, first: lowered[start], last: lowered[start + count - 1])] = field
    }
    return table
  }()

  private static func slot(count: Int, first: UInt8, last: UInt8) -> Int {
    (count &* 5 &+ Int(first) &* 4 &+ Int(last)) & 255
  }

  /// The field of a name, in any case.
  init?(_ octets: UnsafeBufferPointer<UInt8>) {
    guard let first = octets.first, let last = octets.last else { return nil }
    let count = octets.count
    let slot = Self.slot(count: count, first: first.lowered, last: last.lowered)
    guard count <= Self.longest, last != 0, let field = Self.table[slot] else { return nil }
    let isName = Self.lowered.withUnsafeBufferPointer { lowered in
      let start = Int(field.rawValue) * Self.longest
      for index in 0..<count where octets[index].lowered != lowered[start + index] { return false }
      return count == Self.longest || lowered[start + count] == 0
    }
    guard isName else { return nil }
    self = field
  }
}
