internal import AccordHTTP

extension URLReference {
  /// The origin of a URL; `nil` for text that is none.
  static func origin(of url: String) -> Origin? {
    (try? URLReference(parsing: url))?.origin
  }

  /// The origin of a URL, whatever its path is written with: a test may send what is no URI.
  static func origin(ofRequest url: String) -> Origin? {
    guard let authority = url.firstRange(of: "://")?.upperBound else { return nil }
    let end = url[authority...].firstIndex { "/?#".contains($0) } ?? url.endIndex
    return origin(of: String(url[..<end]))
  }

  /// A reference as a URL, seen from the URL of the response that it stood in; `nil` where one of
  /// them is no reference.
  static func resolve(_ reference: String, against base: String) -> String? {
    guard let reference = try? URLReference(parsing: reference),
      let base = try? URLReference(parsing: base)
    else { return nil }
    var url = reference.resolved(against: base)
    // A fragment is for the client and is never sent (RFC 9110 section 7.1).
    url.fragment = nil
    return url.description
  }
}
