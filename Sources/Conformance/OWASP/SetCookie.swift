/// A cookie as a server sets it (RFC 6265 section 4.1).
struct SetCookie {
  let name: String
  let value: ArraySlice<UInt8>
  /// The attributes, names in small letters.
  let attributes: [(name: String, value: String)]

  init(_ line: ArraySlice<UInt8>) {
    let parts = line.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    let pair = (parts.first ?? []).split(
      separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
    name = String(decoding: (pair.first ?? []).trimmed, as: UTF8.self)
    value = pair.count > 1 ? pair[1].trimmed : []
    attributes = parts.dropFirst().map { part in
      let pair = part.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      return (
        (pair.first ?? []).trimmed.loweredText,
        pair.count > 1 ? String(decoding: pair[1].trimmed, as: UTF8.self) : ""
      )
    }
  }

  func has(_ attribute: String) -> Bool { attributes.contains { $0.name == attribute } }

  func value(of attribute: String) -> String? {
    attributes.last { $0.name == attribute }?.value
  }

  /// Whether the cookie is taken away: it has no value, or is past its time at once.
  var isRemoved: Bool {
    if value.isEmpty || value.elementsEqual("\"\"".utf8) { return true }
    if let age = value(of: "max-age"), Int(age).map({ $0 <= 0 }) == true { return true }
    return value(of: "expires").map { $0.contains("1970") || $0.contains("-70 ") } == true
  }

  /// Whether a load balancer set it, to send a client's requests to one machine.
  var isOfLoadBalancer: Bool {
    let name = name.lowercased()
    return Self.affinity.contains { name.hasPrefix($0) }
  }

  private static let affinity = [
    "awsalb", "awselb", "bigip", "arraffinity", "routeid", "__cf", "cf_", "_cfuvid", "gclb",
    "ingresscookie", "serverid", "srv_id", "citrix_ns_id", "nsc_", "ts0", "visid_incap",
    "incap_ses", "ak_bmsc", "bm_sz", "_abck",
  ]

  /// Whether its name is one that frameworks give to sessions.
  var isOfSession: Bool {
    let name = name.lowercased()
    return Self.sessions.contains(name) || name.hasSuffix("_session")
      || name.hasPrefix("aspsessionid")
      || name.hasPrefix("__host-session") || name.hasPrefix("__secure-session")
  }

  private static let sessions: Set = [
    "sid", "session", "sessionid", "session_id", "session-id", "jsessionid", "phpsessid",
    "asp.net_sessionid", "connect.sid", "sess", "cfid", "cftoken", "__host-sid", "__secure-sid",
    "express.sid", "koa.sid", "koa:sess", "ci_session", "laravel_session",
  ]

  /// Whether scripts are to read it: the token against forged requests.
  var isForScripts: Bool {
    let name = name.lowercased()
    return name.contains("csrf") || name.contains("xsrf")
  }
}
