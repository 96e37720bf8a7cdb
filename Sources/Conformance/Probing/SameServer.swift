internal import AccordHTTP

extension String {
  /// Whether two URLs are of one server: of one origin (RFC 9110 section 4.3.1), and with the same user
  /// before the host, since that would be credentials.
  ///
  /// What follows scheme and authority does not matter: a target's path may be written with what no URI
  /// has.
  func hasOrigin(of other: String) -> Bool {
    guard let left = URLReference(serverOf: self), let right = URLReference(serverOf: other),
      let origin = left.origin
    else { return false }
    return origin == right.origin
      && left.authority?.userInformation == right.authority?.userInformation
  }
}

extension URLReference {
  /// Scheme and authority of an absolute URL.
  fileprivate init?(serverOf url: String) {
    guard let authority = url.firstRange(of: "://")?.upperBound else { return nil }
    let end = url[authority...].firstIndex { "/?#".contains($0) } ?? url.endIndex
    guard let server = try? URLReference(parsing: String(url[..<end])) else { return nil }
    self = server
  }
}

extension Probe {
  /// Whether a URL is of the target's own server: no other one is sent anything.
  func isOwn(_ url: String) -> Bool { url.hasOrigin(of: target.url) }
}
